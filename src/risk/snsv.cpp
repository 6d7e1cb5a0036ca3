#include "risk/snsv.h"

#include <array>

#include "base/logexp.h"

namespace probity::risk {
namespace {

constexpr auto inputs_of_snsv = std::to_array<Input<SnsvInput>>({
    input<&SnsvInput::model>({"model", "static or dynamic; else by what is answered", Need::optional}),
    input<&SnsvInput::sex>({"sex", "MALE or FEMALE"}),
    input<&SnsvInput::date_of_birth>({"date_of_birth", "day of birth"}),
    input<&SnsvInput::assessment_date>({"assessment_date", "day of the assessment"}),
    input<&SnsvInput::conviction_date>({"conviction_date", "day of the current conviction"}),
    input<&SnsvInput::followup_date>(
        {"followup_date", "start in the community, or release even if it lies ahead"}),
    input<&SnsvInput::offence_code>({"offence_code", "five digits of the current offence"}),
    input<&SnsvInput::sanctions_total>({"sanctions_total", "sanctions for any offence, with the current one",
                                        Need::required, -most_count, most_count}),
    input<&SnsvInput::age_at_first_sanction>(
        {"age_at_first_sanction", "completed years", Need::required, -most_count, most_count}),
    input<&SnsvInput::sanctions_violent>(
        {"sanctions_violent", "of these, for violence", Need::required, -most_count, most_count}),
    input<&SnsvInput::weapon>({"weapon", "a weapon carried or used in the offence", Need::answer}),
    input<&SnsvInput::accommodation>({"accommodation", "unsuitable accommodation", Need::answer, 0, 2}),
    input<&SnsvInput::unemployed>({"unemployed", "out of work", Need::answer}),
    input<&SnsvInput::partner_problems>(
        {"partner_problems", "problems with the partner", Need::answer, 0, 2}),
    input<&SnsvInput::alcohol_chronic>({"alcohol_chronic", "chronic drinking", Need::answer, 0, 2}),
    input<&SnsvInput::alcohol_binge>({"alcohol_binge", "binge drinking", Need::answer, 0, 2}),
    input<&SnsvInput::impulsivity>({"impulsivity", "impulsivity", Need::answer, 0, 2}),
    input<&SnsvInput::temper>({"temper", "control of temper", Need::answer, 0, 2}),
    input<&SnsvInput::procriminal_attitudes>(
        {"procriminal_attitudes", "pro-criminal attitudes", Need::answer, 0, 2}),
    input<&SnsvInput::domestic_abuse_perpetrator_partner>(
        {"domestic_abuse_perpetrator_partner", "abuse of a partner", Need::answer}),
    input<&SnsvInput::past_convictions>(
        {"past_convictions", "names with | between, or nothing", Need::answer}),
});

void add_sanctions(Evaluation& evaluation, Sex sex, const History& history) {
  constexpr int years_added = 12;
  const bool male = sex == Sex::male;
  evaluation.times("sanctions_total", history.sanctions);
  if (history.sanctions == 1) return evaluation.times("first_sanction", 1);
  if (history.sanctions == 2) {
    evaluation.times("second_sanction", 1);
    return evaluation.times(male ? "years_first_to_second_male" : "years_first_to_second_female",
                            history.years_between);
  }
  evaluation.times(male ? "ln_rate_3plus_male" : "ln_rate_3plus_female",
                   base::log(static_cast<double>(history.sanctions) / (history.years_between + years_added)));
}

void add_violence(Evaluation& evaluation, Sex sex, const History& history) {
  constexpr int years_added = 30;
  if (history.violent == 0)
    return evaluation.times(sex == Sex::male ? "never_violent_male" : "never_violent_female", 1);
  if (history.violent == 1) evaluation.times("once_violent", 1);
  evaluation.times("violent_total", history.violent);
  evaluation.times("ln_violent_rate",
                   base::log(static_cast<double>(history.violent) / (history.years_between + years_added)));
}

void add_history(Evaluation& evaluation, Sex sex, const History& history, const OffenceKind& offence) {
  constexpr auto male =
      std::to_array<std::string_view>({"age_male_^1", "age_male_^2", "age_male_^3", "age_male_^4"});
  constexpr auto female =
      std::to_array<std::string_view>({"age_female_^1", "age_female_^2", "age_female_^3", "age_female_^4"});
  constexpr auto months =
      std::to_array<std::string_view>({"months_^1", "months_^2", "months_^3", "months_^4"});
  evaluation.times("intercept", 1);
  add_powers(evaluation, sex == Sex::male ? male : female, history.age);
  if (sex == Sex::female) evaluation.times("female", 1);
  add_sanctions(evaluation, sex, history);
  add_powers(evaluation, months, history.months);
  add_violence(evaluation, sex, history);
  evaluation.level("offence", offence.snsv_group);
  if (!offence.snsv_subgroup.empty() && evaluation.table().find("violence_subgroup", offence.snsv_subgroup))
    evaluation.level("violence_subgroup", offence.snsv_subgroup);
}

void add_answers(Evaluation& evaluation, const SnsvInput& input) {
  constexpr int out_of_work = 2; // as published: a yes counts as "significant"
  evaluation.times("weapon_yes", *input.weapon ? 1 : 0);
  evaluation.times("accommodation_per_point", *input.accommodation);
  evaluation.times("unemployed_per_point_scored_2", *input.unemployed ? out_of_work : 0);
  evaluation.times("partner_problems_per_point", *input.partner_problems);
  evaluation.times("alcohol_chronic_per_point", *input.alcohol_chronic);
  evaluation.times("alcohol_binge_per_point", *input.alcohol_binge);
  evaluation.times("impulsivity_per_point", *input.impulsivity);
  evaluation.times("temper_per_point", *input.temper);
  evaluation.times("procriminal_per_point", *input.procriminal_attitudes);
  evaluation.times("domestic_abuse_perpetrator_partner", *input.domestic_abuse_perpetrator_partner ? 1 : 0);
  for (const PastConviction conviction : *input.past_convictions)
    evaluation.level("past", word(conviction));
}

} // namespace

std::span<const Input<SnsvInput>> snsv_inputs() {
  return inputs_of_snsv;
}

Score score_snsv(const SnsvInput& input) {
  const std::vector<std::string> missing = not_given(snsv_inputs(), input, Need::answer);
  const Model model = input.model.value_or(missing.empty() ? Model::dynamic : Model::static_);
  Evaluation evaluation(model == Model::dynamic ? snsv_dynamic_table() : snsv_static_table());
  std::vector<std::string> needed = not_given(snsv_inputs(), input, Need::required);
  if (model == Model::dynamic) needed.insert(needed.end(), missing.begin(), missing.end());
  refuse_missing(evaluation, std::move(needed));
  if (evaluation.refused()) return std::move(evaluation).finish();
  const History history = history_of(
      evaluation, {*input.date_of_birth, *input.assessment_date, *input.conviction_date, *input.followup_date,
                   *input.age_at_first_sanction, *input.sanctions_total, *input.sanctions_violent});
  if (*input.followup_date < *input.conviction_date)
    evaluation.refuse("DATE_OF_START_OF_FOLLOWUP_BEFORE_CONVICTION", {"followup_date", "conviction_date"},
                      "the follow-up cannot begin before the conviction: check both days");
  const OffenceKind* const offence = offence_of(evaluation, *input.offence_code);
  if (offence != nullptr && offence->snsv_group.empty())
    evaluation.refuse("OFFENCE_CODE_MAPPING_NOT_FOUND", {"offence_code"},
                      "the mapping has no SNSV group for this code: check it");
  if (evaluation.refused()) return std::move(evaluation).finish();
  if (model == Model::static_ && !input.model)
    for (const std::string& name : missing)
      evaluation.missing(name, "not answered: so only the static model can be scored");
  add_history(evaluation, *input.sex, history, *offence);
  if (model == Model::dynamic) add_answers(evaluation, input);
  constexpr int chance_decimals = 9;
  const double chance = logistic(evaluation.sum());
  evaluation.figure("pct", percent_of(chance, 2));
  evaluation.figure("probability", half_up(chance, chance_decimals));
  return std::move(evaluation).finish();
}

} // namespace probity::risk
