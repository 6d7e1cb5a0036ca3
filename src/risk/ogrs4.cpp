#include "risk/ogrs4.h"

#include <algorithm>
#include <array>

#include "base/logexp.h"

namespace probity::risk {
namespace {

constexpr auto inputs_of_ogrs4 = std::to_array<Input<Ogrs4Input>>({
    input<&Ogrs4Input::model>({"model", "static or dynamic; else by what is answered", Need::optional}),
    input<&Ogrs4Input::sex>({"sex", "MALE or FEMALE"}),
    input<&Ogrs4Input::date_of_birth>({"date_of_birth", "day of birth"}),
    input<&Ogrs4Input::assessment_date>({"assessment_date", "day of the assessment"}),
    input<&Ogrs4Input::conviction_date>({"conviction_date", "day of the current conviction"}),
    input<&Ogrs4Input::followup_date>(
        {"followup_date", "start in the community; else the conviction", Need::optional}),
    input<&Ogrs4Input::age_at_first_sanction>(
        {"age_at_first_sanction", "completed years", Need::required, -most_count, most_count}),
    input<&Ogrs4Input::offence_code>({"offence_code", "five digits of the current offence"}),
    input<&Ogrs4Input::sanctions_total>({"sanctions_total", "sanctions for any offence, with the current one",
                                         Need::required, -most_count, most_count}),
    input<&Ogrs4Input::sanctions_violent>(
        {"sanctions_violent", "of these, for violence", Need::required, -most_count, most_count}),
    input<&Ogrs4Input::weapon>({"weapon", "a weapon carried or used in the offence", Need::answer}),
    input<&Ogrs4Input::accommodation>({"accommodation", "unsuitable accommodation", Need::answer, 0, 2}),
    input<&Ogrs4Input::unemployed>({"unemployed", "out of work", Need::answer}),
    input<&Ogrs4Input::partner_problems>(
        {"partner_problems", "problems with the partner", Need::answer, 0, 2}),
    input<&Ogrs4Input::relationship_status>(
        {"relationship_status", "NONE, LIVING_TOGETHER or NOT_LIVING_TOGETHER", Need::answer}),
    input<&Ogrs4Input::domestic_abuse_evidence>(
        {"domestic_abuse_evidence", "evidence of domestic abuse", Need::answer}),
    input<&Ogrs4Input::offending_activities>(
        {"offending_activities", "activities encourage offending", Need::answer, 0, 2}),
    input<&Ogrs4Input::drug_motivation>(
        {"drug_motivation", "to tackle misuse: 0 full, 1 partial, 2 none", Need::answer, 0, 2}),
    input<&Ogrs4Input::drugs_used>({"drugs_used", "names with | between, or nothing", Need::answer}),
    input<&Ogrs4Input::alcohol_chronic>({"alcohol_chronic", "chronic drinking", Need::answer, 0, 2}),
    input<&Ogrs4Input::alcohol_binge>({"alcohol_binge", "binge drinking", Need::answer, 0, 2}),
    input<&Ogrs4Input::impulsivity>({"impulsivity", "impulsivity", Need::answer, 0, 2}),
    input<&Ogrs4Input::temper>({"temper", "control of temper", Need::answer, 0, 2}),
    input<&Ogrs4Input::procriminal_attitudes>(
        {"procriminal_attitudes", "pro-criminal attitudes", Need::answer, 0, 2}),
    input<&Ogrs4Input::past_convictions>(
        {"past_convictions", "names with | between, or nothing", Need::answer}),
});

struct Answer {
  std::string_view input;
  std::string_view term;
};

// Which answer makes which term; a model asks for an answer if it weighs a term of it.
constexpr auto answer_terms = std::to_array<Answer>({
    {"weapon", "carry_or_use_weapon"},
    {"accommodation", "accommodation_suitability"},
    {"unemployed", "unemployed"},
    {"relationship_status", "live_in_relationship"},
    {"partner_problems", "relationship_quality"},
    {"domestic_abuse_evidence", "domestic_abuse"},
    {"offending_activities", "activities_encourage_offending"},
    {"drug_motivation", "motivation_to_tackle_drug_misuse"},
    {"drugs_used", "other_opiate"},
    {"alcohol_chronic", "chronic_drinking"},
    {"alcohol_binge", "binge_drinking"},
    {"impulsivity", "impulsivity"},
    {"temper", "temper"},
    {"procriminal_attitudes", "pro_criminal_attitude"},
    {"past_convictions", "past_homicide_offence"},
});

// In the order of Drug; several drugs are one term, others none.
constexpr auto drug_terms = std::to_array<std::string_view>(
    {"heroin", "other_opiate", "methadone", "crack_cocaine", "powder_cocaine", "prescription_drug_misuse",
     "benzodiazepines", "cannabis", "steroids", "other_drugs", "other_drugs", "other_drugs", "other_drugs",
     "other_drugs", "", ""});

// In the order of PastConviction.
constexpr auto conviction_terms = std::to_array<std::string_view>(
    {"past_homicide_offence", "past_gbh_offence", "past_kidnapping_offence", "past_firearms_offence",
     "past_robbery_offence", "past_aggravated_burglary_offence", "past_weapon_offence",
     "past_criminal_damage_offence", "past_arson_offence"});

std::vector<std::string> unanswered(const Ogrs4Input& input, const Table& dynamic) {
  const std::vector<std::string> none = not_given(ogrs4_inputs(), input, Need::answer);
  std::vector<std::string> out;
  for (const Answer& answer : answer_terms)
    if (dynamic.find(answer.term) && std::find(none.begin(), none.end(), answer.input) != none.end())
      out.emplace_back(answer.input);
  return out;
}

void add_age(Evaluation& evaluation, Sex sex, int age) {
  constexpr auto male = std::to_array<std::string_view>(
      {"aai_male", "aai_quadratic_male", "aai_cubic_male", "aai_quartic_male"});
  constexpr auto female = std::to_array<std::string_view>(
      {"aai_female", "aai_quadratic_female", "aai_cubic_female", "aai_quartic_female"});
  add_powers(evaluation, sex == Sex::male ? male : female, age);
  if (sex == Sex::female) evaluation.times("female", 1);
}

void add_sanctions(Evaluation& evaluation, Sex sex, const History& history) {
  constexpr int years_added_general = 26;
  constexpr int years_added_violent = 12;
  const bool male = sex == Sex::male;
  evaluation.times("sanction_occasions", history.sanctions);
  if (history.sanctions == 1) return evaluation.times("first_sanction", 1);
  if (history.sanctions == 2) {
    evaluation.times("second_sanction", 1);
    return evaluation.times(male ? "yrs_between_first_and_second_sanction_male"
                                 : "yrs_between_first_and_second_sanction_female",
                            history.years_between);
  }
  const auto rate = [&](int years_added) {
    return base::log(static_cast<double>(history.sanctions) / (history.years_between + years_added));
  };
  const double general = rate(years_added_general);
  evaluation.times_if_weighed(
      male ? "three_plus_sanctions_copas_g_male" : "three_plus_sanctions_copas_g_female", general);
  evaluation.times_if_weighed(male ? "three_plus_sanctions_copas_squared_male"
                                   : "three_plus_sanctions_copas_squared_female",
                              general * general);
  evaluation.times_if_weighed(male ? "three_plus_sanctions_copas_v_male"
                                   : "three_plus_sanctions_copas_v_female",
                              rate(years_added_violent));
}

void add_violence(Evaluation& evaluation, Sex sex, const History& history) {
  constexpr int years_added = 30;
  if (history.violent == 0)
    return evaluation.times_if_weighed(sex == Sex::male ? "never_violent_male" : "never_violent_female", 1);
  if (history.violent == 1) evaluation.times_if_weighed("once_violent", 1);
  evaluation.times_if_weighed("violent_sanctions", history.violent);
  evaluation.times_if_weighed("violent_rate", base::log(static_cast<double>(history.violent) /
                                                        (history.years_between + years_added)));
}

void add_history(Evaluation& evaluation, Sex sex, const History& history) {
  constexpr auto months =
      std::to_array<std::string_view>({"offence_free_months", "offence_free_months_quadratic",
                                       "offence_free_months_cubic", "offence_free_months_quartic"});
  evaluation.times("two_year_constant", 1);
  add_age(evaluation, sex, history.age);
  add_sanctions(evaluation, sex, history);
  add_powers(evaluation, months, history.months);
  add_violence(evaluation, sex, history);
}

void add_relationship(Evaluation& evaluation, const Ogrs4Input& input) {
  if (!input.relationship_status || !input.partner_problems) return;
  const int live_in = *input.relationship_status == Partner::living_together ? 1 : 0;
  evaluation.times_if_weighed("live_in_relationship", live_in);
  evaluation.times_if_weighed("relationship_quality", *input.partner_problems);
  evaluation.times_if_weighed("quality_of_live_in_relationship", live_in * *input.partner_problems);
}

template <class Value>
void add_all(Evaluation& evaluation, std::span<const std::string_view> terms,
             const std::optional<Several<Value>>& several) {
  if (!several) return;
  std::vector<std::string_view> added;
  for (const Value value : *several) {
    const std::string_view term = terms[static_cast<std::size_t>(value)];
    if (term.empty() || std::find(added.begin(), added.end(), term) != added.end()) continue;
    added.push_back(term);
    evaluation.times_if_weighed(term, 1);
  }
}

void add_answers(Evaluation& evaluation, const Ogrs4Input& input) {
  constexpr int out_of_work = 2; // as published: a yes counts as "significant"
  const auto add = [&](std::string_view term, const auto& answer, int scored = 1) {
    if (answer) evaluation.times_if_weighed(term, scored * static_cast<int>(*answer));
  };
  add("carry_or_use_weapon", input.weapon);
  add("accommodation_suitability", input.accommodation);
  add("unemployed", input.unemployed, out_of_work);
  add_relationship(evaluation, input);
  add("domestic_abuse", input.domestic_abuse_evidence);
  add("activities_encourage_offending", input.offending_activities);
  add("motivation_to_tackle_drug_misuse", input.drug_motivation);
  add_all(evaluation, drug_terms, input.drugs_used);
  add("chronic_drinking", input.alcohol_chronic);
  add("binge_drinking", input.alcohol_binge);
  add("impulsivity", input.impulsivity);
  add("temper", input.temper);
  add("pro_criminal_attitude", input.procriminal_attitudes);
  add_all(evaluation, conviction_terms, input.past_convictions);
}

// Without an answer on motivation there is no drug to be motivated about.
void check_drugs(Evaluation& evaluation, const Ogrs4Input& input) {
  if (!input.drug_motivation && input.drugs_used && !input.drugs_used->empty())
    evaluation.refuse("DRUGS_USED_WITHOUT_MOTIVATION", {"drug_motivation", "drugs_used"},
                      "say how motivated the person is to tackle it, or that no drug is used");
}

Score score_predictor(const Ogrs4Input& input, const Table& of_history, const Table& of_answers) {
  const std::vector<std::string> missing = unanswered(input, of_answers);
  const Model model = input.model.value_or(missing.empty() ? Model::dynamic : Model::static_);
  Evaluation evaluation(model == Model::dynamic ? of_answers : of_history);
  std::vector<std::string> needed = not_given(ogrs4_inputs(), input, Need::required);
  if (model == Model::dynamic) needed.insert(needed.end(), missing.begin(), missing.end());
  refuse_missing(evaluation, std::move(needed));
  if (model == Model::dynamic) check_drugs(evaluation, input);
  if (evaluation.refused()) return std::move(evaluation).finish();
  const History history = history_of(
      evaluation, {*input.date_of_birth, *input.assessment_date, *input.conviction_date,
                   input.followup_date.value_or(*input.conviction_date), *input.age_at_first_sanction,
                   *input.sanctions_total, *input.sanctions_violent});
  const OffenceKind* const offence = offence_of(evaluation, *input.offence_code);
  if (offence != nullptr && !evaluation.table().find("offence", offence->ogrs4_category))
    evaluation.refuse("OFFENCE_CODE_MAPPING_NOT_FOUND", {"offence_code"},
                      "the mapping has no category for this code: check it");
  if (evaluation.refused()) return std::move(evaluation).finish();
  if (!input.followup_date) evaluation.note("no start of follow-up was given: it begins at the conviction");
  if (model == Model::static_ && !input.model)
    for (const std::string& name : missing)
      evaluation.missing(name, "not answered: so only the static model can be scored");
  add_history(evaluation, *input.sex, history);
  if (model == Model::dynamic) add_answers(evaluation, input);
  evaluation.level("offence", offence->ogrs4_category);
  const Scaled percent = kept_within(percent_of(logistic(evaluation.sum()), 2), {0, 2}, {9999, 2});
  evaluation.figure("two_year_pct", percent);
  evaluation.band(percent);
  return std::move(evaluation).finish();
}

} // namespace

std::span<const Input<Ogrs4Input>> ogrs4_inputs() {
  return inputs_of_ogrs4;
}

Score score_arp(const Ogrs4Input& input) {
  return score_predictor(input, arp_static_table(), arp_dynamic_table());
}
Score score_vrp(const Ogrs4Input& input) {
  return score_predictor(input, vrp_static_table(), vrp_dynamic_table());
}
Score score_svrp(const Ogrs4Input& input) {
  return score_predictor(input, svrp_static_table(), svrp_dynamic_table());
}

} // namespace probity::risk
