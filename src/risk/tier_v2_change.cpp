#include <algorithm>
#include <array>

#include "risk/texts.h"
#include "risk/tier_v2.h"

namespace probity::risk {
namespace {

constexpr int percent_of_a_point = 10;

constexpr auto inputs_of_tier_v2_change = std::to_array<Input<TierV2ChangeInput>>({
    input<&TierV2ChangeInput::ogrs3_two_year_pct>(
        {"ogrs3_two_year_pct", "two-year percentage of OGRS3", Need::answer, 0, 100}),
    input<&TierV2ChangeInput::needs>({"needs", "SECTION:SEVERITY with | between", Need::answer}),
    input<&TierV2ChangeInput::iom_nominal>({"iom_nominal", "in integrated offender management"}),
    input<&TierV2ChangeInput::has_mandate>({"has_mandate", "custody, or a requirement but unpaid work"}),
    input<&TierV2ChangeInput::has_valid_assessment>({"has_valid_assessment", "of up to 55 weeks"}),
});

constexpr auto severity_inputs = std::to_array<Input<NeedSeverityInput>>({
    input<&NeedSeverityInput::section>({"section", "ACCOMMODATION, for example"}),
    input<&NeedSeverityInput::score>({"score", "sum of the section's answers", Need::required, 0, 99}),
    input<&NeedSeverityInput::san_assessment>({"san_assessment", "the assessment of strengths and needs"}),
});

constexpr auto severities = std::to_array<std::string_view>({"NO_NEED", "STANDARD", "SEVERE"});

// One "SECTION:SEVERITY"; false if it is not understood.
bool add_need(Evaluation& evaluation, std::string_view text, std::vector<std::string>& seen) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string section = upper(text.substr(0, colon));
  const std::string severity = upper(text.substr(colon + 1));
  const auto found = std::find(severities.begin(), severities.end(), severity);
  if (!evaluation.table().find("need", section) || found == severities.end()) return false;
  if (std::find(seen.begin(), seen.end(), section) != seen.end()) return false;
  seen.push_back(section);
  evaluation.times("need:" + section, static_cast<double>(found - severities.begin()));
  return true;
}

void add_points(Evaluation& evaluation, const TierV2ChangeInput& input) {
  constexpr std::string_view lower = "not given: adds no points, so the tier may be too low";
  std::vector<std::string> seen;
  const std::string needs = input.needs.value_or("");
  for (const std::string_view need : split(needs, '|'))
    if (!add_need(evaluation, need, seen))
      evaluation.refuse("NEED_NOT_UNDERSTOOD", {"needs"},
                        "\"" + std::string(need) +
                            "\": write each section once, like ATTITUDES:SEVERE (or STANDARD, NO_NEED)");
  if (!input.needs) evaluation.missing("needs", lower);
  if (input.ogrs3_two_year_pct) {
    const int tens = *input.ogrs3_two_year_pct / percent_of_a_point;
    evaluation.times("ogrs3_tens", tens);
  } else {
    evaluation.missing("ogrs3_two_year_pct", lower);
  }
  evaluation.times("iom_nominal", *input.iom_nominal ? 1 : 0);
}

} // namespace

std::span<const Input<TierV2ChangeInput>> tier_v2_change_inputs() {
  return inputs_of_tier_v2_change;
}
std::span<const Input<NeedSeverityInput>> need_severity_inputs() {
  return severity_inputs;
}

const Table& tier_v2_change_table() {
  static const Table table{.instrument = "tier_v2_change",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 8, 17),
                           .source = "ministryofjustice/hmpps-tier at affac98",
                           .coefficients = {{"need:ACCOMMODATION", 1},
                                            {"need:EDUCATION_TRAINING_AND_EMPLOYABILITY", 1},
                                            {"need:RELATIONSHIPS", 1},
                                            {"need:LIFESTYLE_AND_ASSOCIATES", 1},
                                            {"need:DRUG_MISUSE", 1},
                                            {"need:ALCOHOL_MISUSE", 1},
                                            {"need:THINKING_AND_BEHAVIOUR", 2},
                                            {"need:ATTITUDES", 2},
                                            {"need:FINANCIAL_MANAGEMENT_AND_INCOME", 0},
                                            {"need:EMOTIONAL_WELL_BEING", 0},
                                            {"ogrs3_tens", 1},
                                            {"iom_nominal", 2}},
                           .bands = {{0, "1"}, {10, "2"}, {20, "3"}},
                           .mapping = ""};
  return table;
}

Score score_tier_v2_change(const TierV2ChangeInput& input) {
  Evaluation evaluation(tier_v2_change_table());
  refuse_missing(evaluation, not_given(tier_v2_change_inputs(), input, Need::required));
  if (evaluation.refused()) return std::move(evaluation).finish();
  if (*input.has_mandate && *input.has_valid_assessment) add_points(evaluation, input);
  if (evaluation.refused()) return std::move(evaluation).finish();
  const Scaled points = half_up(evaluation.sum(), 0);
  std::string_view level = evaluation.table().band(points.scaled);
  if (!*input.has_mandate) {
    level = "0";
    evaluation.note("there is no mandate to work on change, so no points are counted");
  } else if (!*input.has_valid_assessment) {
    level = "2";
    evaluation.note("there is no valid assessment, so no points are counted");
  }
  evaluation.figure("level", level);
  evaluation.figure("points", points);
  return std::move(evaluation).finish();
}

// Steps to 1 (standard) and 2 (severe); "san:" for the newer assessment.
const Table& need_severity_table() {
  static const Table table{.instrument = "need_severity",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 8, 17),
                           .source = "ministryofjustice/hmpps-tier at affac98, NeedSection",
                           .coefficients = {{"ACCOMMODATION", 0, 0},
                                            {"ACCOMMODATION", 1, 2},
                                            {"ACCOMMODATION", 2, 7},
                                            {"EDUCATION_TRAINING_AND_EMPLOYABILITY", 0, 0},
                                            {"EDUCATION_TRAINING_AND_EMPLOYABILITY", 1, 3},
                                            {"EDUCATION_TRAINING_AND_EMPLOYABILITY", 2, 7},
                                            {"RELATIONSHIPS", 0, 0},
                                            {"RELATIONSHIPS", 1, 2},
                                            {"RELATIONSHIPS", 2, 5},
                                            {"LIFESTYLE_AND_ASSOCIATES", 0, 0},
                                            {"LIFESTYLE_AND_ASSOCIATES", 1, 2},
                                            {"LIFESTYLE_AND_ASSOCIATES", 2, 5},
                                            {"DRUG_MISUSE", 0, 0},
                                            {"DRUG_MISUSE", 1, 2},
                                            {"DRUG_MISUSE", 2, 8},
                                            {"ALCOHOL_MISUSE", 0, 0},
                                            {"ALCOHOL_MISUSE", 1, 4},
                                            {"ALCOHOL_MISUSE", 2, 7},
                                            {"THINKING_AND_BEHAVIOUR", 0, 0},
                                            {"THINKING_AND_BEHAVIOUR", 1, 4},
                                            {"THINKING_AND_BEHAVIOUR", 2, 7},
                                            {"ATTITUDES", 0, 0},
                                            {"ATTITUDES", 1, 2},
                                            {"ATTITUDES", 2, 7},
                                            {"san:ACCOMMODATION", 0, 0},
                                            {"san:ACCOMMODATION", 1, 3},
                                            {"san:ACCOMMODATION", 2, 5},
                                            {"san:EDUCATION_TRAINING_AND_EMPLOYABILITY", 0, 0},
                                            {"san:EDUCATION_TRAINING_AND_EMPLOYABILITY", 1, 3},
                                            {"san:EDUCATION_TRAINING_AND_EMPLOYABILITY", 2, 7},
                                            {"san:RELATIONSHIPS", 0, 0},
                                            {"san:RELATIONSHIPS", 1, 2},
                                            {"san:RELATIONSHIPS", 2, 5},
                                            {"san:LIFESTYLE_AND_ASSOCIATES", 0, 0},
                                            {"san:LIFESTYLE_AND_ASSOCIATES", 1, 2},
                                            {"san:LIFESTYLE_AND_ASSOCIATES", 2, 5},
                                            {"san:DRUG_MISUSE", 0, 0},
                                            {"san:DRUG_MISUSE", 1, 2},
                                            {"san:DRUG_MISUSE", 2, 6},
                                            {"san:ALCOHOL_MISUSE", 0, 0},
                                            {"san:ALCOHOL_MISUSE", 1, 2},
                                            {"san:ALCOHOL_MISUSE", 2, 4},
                                            {"san:THINKING_AND_BEHAVIOUR", 0, 0},
                                            {"san:THINKING_AND_BEHAVIOUR", 1, 3},
                                            {"san:THINKING_AND_BEHAVIOUR", 2, 5},
                                            {"san:ATTITUDES", 0, 0},
                                            {"san:ATTITUDES", 1, 1},
                                            {"san:ATTITUDES", 2, 5}},
                           .bands = {{0, "NO_NEED"}, {1, "STANDARD"}, {2, "SEVERE"}},
                           .mapping = ""};
  return table;
}

Score score_need_severity(const NeedSeverityInput& input) {
  Evaluation evaluation(need_severity_table());
  refuse_missing(evaluation, not_given(need_severity_inputs(), input, Need::required));
  if (evaluation.refused()) return std::move(evaluation).finish();
  const std::string term = (*input.san_assessment ? "san:" : "") + std::string(word(*input.section));
  if (*input.score < 0 || evaluation.table().step(term, *input.score) == nullptr) {
    evaluation.does_not_apply("SECTION_WITHOUT_SEVERITY", {"section", "score"},
                              "this section has no thresholds, or the score is below 0");
    return std::move(evaluation).finish();
  }
  evaluation.step(term, *input.score);
  evaluation.figure("severity", evaluation.table().band(half_up(evaluation.sum(), 0).scaled));
  return std::move(evaluation).finish();
}

} // namespace probity::risk
