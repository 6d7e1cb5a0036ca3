#include "risk/ogp.h"

#include <array>

#include "risk/points.h"

namespace probity::risk {
namespace {

constexpr auto inputs_of_ogp = std::to_array<Input<OgpInput>>({
    input<&OgpInput::ogrs3_two_year_pct>(
        {"ogrs3_two_year_pct", "two-year percentage of OGRS3", Need::required, 1, 99}),
    input<&OgpInput::nfa_or_transient>({"nfa_or_transient", "no fixed address"}),
    input<&OgpInput::unemployed>({"unemployed", "out of work"}),
    input<&OgpInput::offending_activities>(
        {"offending_activities", "regular activities encourage offending", Need::required, 0, 2}),
    input<&OgpInput::drug_misuse_current>({"drug_misuse_current", "drugs at present", Need::required, 0, 2}),
    input<&OgpInput::drug_motivation>(
        {"drug_motivation", "to tackle misuse: 0 full, 1 partial, 2 none", Need::required, 0, 2}),
    input<&OgpInput::problem_solving>({"problem_solving", "problem solving", Need::required, 0, 2}),
    input<&OgpInput::awareness_of_consequences>(
        {"awareness_of_consequences", "0 yes, 1 sometimes, 2 no", Need::required, 0, 2}),
    input<&OgpInput::understands_others_views>(
        {"understands_others_views", "0 yes, 1 some, 2 no", Need::required, 0, 2}),
    input<&OgpInput::procriminal_attitudes>(
        {"procriminal_attitudes", "pro-criminal attitudes", Need::required, 0, 2}),
});

} // namespace

std::span<const Input<OgpInput>> ogp_inputs() {
  return inputs_of_ogp;
}

// 3.75 × (drugs + motivation) and 5/6 × (three answers on thinking) are written as what they round to.
const Table& ogp_table() {
  static const Table table{.instrument = "ogp",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 4, 20),
                           .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
                           .coefficients = {{"constant_one_year", 3.6832},
                                            {"constant_two_year", 3.0795},
                                            {"per_point", 0.0616},
                                            {"ogrs3_two_year_pct", 0.6},
                                            {"nfa_or_transient", 5},
                                            {"unemployed", 5},
                                            {"offending_activities", 0, 0},
                                            {"offending_activities", 3, 1},
                                            {"offending_activities", 5, 2},
                                            {"drugs", 0, 0},
                                            {"drugs", 4, 1},
                                            {"drugs", 8, 2},
                                            {"drugs", 11, 3},
                                            {"drugs", 15, 4},
                                            {"thinking", 0, 0},
                                            {"thinking", 1, 1},
                                            {"thinking", 2, 2},
                                            {"thinking", 3, 3},
                                            {"thinking", 4, 5},
                                            {"thinking", 5, 6},
                                            {"procriminal_attitudes", 0, 0},
                                            {"procriminal_attitudes", 3, 1},
                                            {"procriminal_attitudes", 5, 2}},
                           .bands = {{0, "LOW"}, {34, "MEDIUM"}, {67, "HIGH"}, {85, "VERY_HIGH"}},
                           .mapping = ""};
  return table;
}

Score score_ogp(const OgpInput& input) {
  Evaluation evaluation(ogp_table());
  refuse_missing(evaluation, not_given(ogp_inputs(), input, Need::required));
  if (evaluation.refused()) return std::move(evaluation).finish();
  evaluation.times_in_points("ogrs3_two_year_pct", *input.ogrs3_two_year_pct);
  evaluation.times("nfa_or_transient", *input.nfa_or_transient ? 1 : 0);
  evaluation.times("unemployed", *input.unemployed ? 1 : 0);
  evaluation.step("offending_activities", *input.offending_activities);
  evaluation.step("drugs", *input.drug_misuse_current + *input.drug_motivation);
  evaluation.step("thinking", *input.problem_solving + *input.awareness_of_consequences +
                                  *input.understands_others_views);
  evaluation.step("procriminal_attitudes", *input.procriminal_attitudes);
  add_point_figures(evaluation);
  return std::move(evaluation).finish();
}

} // namespace probity::risk
