#include "risk/ogrs3.h"

#include <array>

#include "base/logexp.h"
#include "risk/ages.h"

namespace probity::risk {
namespace {

constexpr int youngest = 10;

constexpr auto inputs_of_ogrs3 = std::to_array<Input<Ogrs3Input>>({
    input<&Ogrs3Input::sex>({"sex", "MALE or FEMALE"}),
    input<&Ogrs3Input::date_of_birth>({"date_of_birth", "day of birth"}),
    input<&Ogrs3Input::conviction_date>({"conviction_date", "day of the current conviction"}),
    input<&Ogrs3Input::followup_date>(
        {"followup_date", "start in the community, or release even if it lies ahead"}),
    input<&Ogrs3Input::sanctions_total>({"sanctions_total", "sanctions for any offence, with the current one",
                                         Need::required, -most_count, most_count}),
    input<&Ogrs3Input::age_at_first_sanction>(
        {"age_at_first_sanction", "completed years", Need::required, -most_count, most_count}),
    input<&Ogrs3Input::offence_code>({"offence_code", "five digits of the current offence"}),
    input<&Ogrs3Input::offence_weight>(
        {"offence_weight", "in place of the mapping's, to make an old score again", Need::optional}),
});

// The weight of the offence, with refusal where it has none.
void add_offence(Evaluation& evaluation, const Ogrs3Input& input, const OffenceCodes& codes) {
  const OffenceKind* kind = codes.find(*input.offence_code);
  const bool weighted = kind != nullptr && kind->ogrs3 == Ogrs3Weight::weighted;
  if (input.offence_weight) {
    evaluation.given("offence:given", *input.offence_weight);
    const std::optional<double> usual =
        weighted ? evaluation.table().find("offence", kind->ogrs3_group) : std::optional<double>{};
    if (!usual || *usual != *input.offence_weight)
      evaluation.note("the offence weight was given; the mapping " +
                      (usual ? "has " + number_text(*usual) + " (" + std::string(kind->ogrs3_group) + ")"
                             : std::string("has none")));
    return;
  }
  if (weighted)
    evaluation.level("offence", kind->ogrs3_group);
  else if (kind != nullptr && kind->ogrs3 == Ogrs3Weight::needs_exact_offence)
    evaluation.refuse("NEED_DETAILS_OF_EXACT_OFFENCE", {"offence_code"},
                      "the weight depends on the exact offence: give its own code, not its group's");
  else
    evaluation.refuse("OFFENCE_CODE_MAPPING_NOT_FOUND", {"offence_code"},
                      "the mapping has no OGRS3 weight for this code: check it");
}

bool check_inputs(Evaluation& evaluation, const Ogrs3Input& input) {
  refuse_missing(evaluation, not_given(ogrs3_inputs(), input, Need::required));
  if (input.sanctions_total && *input.sanctions_total < 1)
    evaluation.refuse("TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE", {"sanctions_total"},
                      "count the current one: at least 1");
  if (input.age_at_first_sanction && *input.age_at_first_sanction < 0)
    evaluation.refuse("AGE_AT_FIRST_SANCTION_NEGATIVE", {"age_at_first_sanction"},
                      "write the age in completed years, like 19");
  if (input.offence_code && !is_offence_code(*input.offence_code))
    evaluation.refuse("OFFENCE_CODE_INCORRECT_FORMAT", {"offence_code"}, "write five digits, like 02700");
  return !evaluation.refused();
}

bool check_ages(Evaluation& evaluation, const Ogrs3Input& input) {
  if (*input.conviction_date <= *input.date_of_birth)
    evaluation.refuse("DATE_OF_CURRENT_CONVICTION_BEFORE_DATE_OF_BIRTH", {"conviction_date", "date_of_birth"},
                      "the conviction must be after the birth: check both days");
  else if (completed_years(*input.date_of_birth, *input.conviction_date) < youngest)
    evaluation.refuse("AGE_AT_CURRENT_CONVICTION_LESS_THAN_TEN", {"conviction_date", "date_of_birth"},
                      "nobody under 10 can be convicted: check both days");
  else if (*input.age_at_first_sanction > completed_years(*input.date_of_birth, *input.conviction_date))
    evaluation.refuse("AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION",
                      {"age_at_first_sanction", "conviction_date"},
                      "the first sanction cannot be later than the current conviction");
  if (*input.followup_date <= *input.date_of_birth)
    evaluation.refuse("DATE_OF_START_OF_FOLLOWUP_BEFORE_DATE_OF_BIRTH", {"followup_date", "date_of_birth"},
                      "the follow-up must begin after the birth: check both days");
  else if (completed_years(*input.date_of_birth, *input.followup_date) < youngest)
    evaluation.refuse("AGE_AT_START_OF_FOLLOWUP_LESS_THAN_TEN", {"followup_date", "date_of_birth"},
                      "the scale begins at the age of 10: check both days");
  return !evaluation.refused();
}

void add_figures(Evaluation& evaluation) {
  constexpr int chance_decimals = 5;
  const auto chance = [&](std::string_view constant) {
    return half_up(logistic(evaluation.constant(constant) + evaluation.sum()), chance_decimals);
  };
  // From five decimals of the chance, not from the chance itself: the publication rounds twice.
  const auto percent = [](Scaled p) {
    return kept_within({half_up(Scaled{p.scaled, 3}, 0).scaled, 0}, {1, 0}, {99, 0});
  };
  const Scaled one = chance("constant_one_year");
  const Scaled two = chance("constant_two_year");
  evaluation.figure("two_year_pct", percent(two));
  evaluation.figure("one_year_pct", percent(one));
  evaluation.figure("p1", one);
  evaluation.figure("p2", two);
  evaluation.band(percent(two));
}

} // namespace

std::span<const Input<Ogrs3Input>> ogrs3_inputs() {
  return inputs_of_ogrs3;
}

const Table& ogrs3_table() {
  static const Table table{.instrument = "ogrs3",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 4, 20),
                           .source = "Ministry of Justice 2009 (OGRS 3), as in "
                                     "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
                           .coefficients = {{"constant_one_year", 1.40256},
                                            {"constant_two_year", 2.1217},
                                            {"copas_multiplier", 1.25112},
                                            {"first_sanction", 0.12614},
                                            {"repeat_sanction", 0.46306},
                                            {"age_male", 0.0, 10},
                                            {"age_male", 0.08392, 12},
                                            {"age_male", 0.07578, 14},
                                            {"age_male", -0.0616, 16},
                                            {"age_male", -0.6251, 18},
                                            {"age_male", -1.0515, 21},
                                            {"age_male", -1.1667, 25},
                                            {"age_male", -1.326, 30},
                                            {"age_male", -1.368, 35},
                                            {"age_male", -1.4997, 40},
                                            {"age_male", -2.0253, 50},
                                            {"age_female", 0.785, 10},
                                            {"age_female", 0.61385, 12},
                                            {"age_female", 0.66952, 14},
                                            {"age_female", -0.9592, 16},
                                            {"age_female", -0.8975, 18},
                                            {"age_female", -1.0285, 21},
                                            {"age_female", -1.0528, 25},
                                            {"age_female", -1.1291, 30},
                                            {"age_female", -1.4219, 35},
                                            {"age_female", -1.5247, 40},
                                            {"age_female", -2.4498, 50},
                                            {"offence:Absconding or bail offences", 0.7334},
                                            {"offence:Burglary (domestic)", -0.1239},
                                            {"offence:Burglary (other)", 0.2406},
                                            {"offence:Criminal damage", 0.205},
                                            {"offence:Drink driving and related offences", -0.1214},
                                            {"offence:Drug import/export/production", -0.7956},
                                            {"offence:Drug possession/supply", 0.0772},
                                            {"offence:Fraud and forgery", 0.1599},
                                            {"offence:Handling stolen goods", 0.3519},
                                            {"offence:Other motoring", 0.2622},
                                            {"offence:Other offence", -0.0607},
                                            {"offence:Public order", 0.1819},
                                            {"offence:Robbery", -0.6348},
                                            {"offence:Sexual (against child)", -0.6534},
                                            {"offence:Sexual (not against child)", 0.0328},
                                            {"offence:Soliciting or prostitution", 0.7606},
                                            {"offence:Taking & driving away and related offences", 0.3801},
                                            {"offence:Theft (non-motor)", 0.6612},
                                            {"offence:Theft from vehicles", 0.4272},
                                            {"offence:Violence", 0.0}},
                           .bands = {{0, "LOW"}, {50, "MEDIUM"}, {75, "HIGH"}, {90, "VERY_HIGH"}},
                           .mapping = "offence codes 1",
                           .mapping_digest = OffenceCodes::version_1().digest()};
  return table;
}

Score score_ogrs3(const Ogrs3Input& input, const Table& table, const OffenceCodes& codes) {
  Evaluation evaluation(table);
  if (!check_inputs(evaluation, input) || !check_ages(evaluation, input))
    return std::move(evaluation).finish();
  const int at_conviction = completed_years(*input.date_of_birth, *input.conviction_date);
  const int at_followup = completed_years(*input.date_of_birth, *input.followup_date);
  const int sanctions = *input.sanctions_total;
  constexpr int years_added = 10;
  evaluation.step(*input.sex == Sex::male ? "age_male" : "age_female", at_followup);
  evaluation.times(sanctions == 1 ? "first_sanction" : "repeat_sanction", 1);
  evaluation.times("copas_multiplier",
                   base::log(static_cast<double>(sanctions) /
                             (years_added + at_conviction - *input.age_at_first_sanction)));
  add_offence(evaluation, input, codes);
  if (!evaluation.refused()) add_figures(evaluation);
  return std::move(evaluation).finish();
}

Score score_ogrs3(const Ogrs3Input& input) {
  return score_ogrs3(input, ogrs3_table(), OffenceCodes::version_1());
}

} // namespace probity::risk
