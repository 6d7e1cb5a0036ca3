#include "risk/ovp.h"

#include <array>

#include "risk/ages.h"
#include "risk/points.h"

namespace probity::risk {
namespace {

constexpr int youngest = 18;

constexpr auto inputs_of_ovp = std::to_array<Input<OvpInput>>({
    input<&OvpInput::sex>({"sex", "MALE or FEMALE"}),
    input<&OvpInput::date_of_birth>({"date_of_birth", "day of birth"}),
    input<&OvpInput::followup_date>({"followup_date", "start in the community, or release"}),
    input<&OvpInput::sanctions_total>({"sanctions_total", "sanctions for any offence, with the current one",
                                       Need::required, -most_count, most_count}),
    input<&OvpInput::sanctions_violent>(
        {"sanctions_violent", "of these, for violence", Need::required, -most_count, most_count}),
    input<&OvpInput::recognises_impact>({"recognises_impact", "recognises the impact on others"}),
    input<&OvpInput::nfa_or_transient>({"nfa_or_transient", "no fixed address"}),
    input<&OvpInput::unemployed>({"unemployed", "out of work"}),
    input<&OvpInput::alcohol_chronic>({"alcohol_chronic", "chronic drinking", Need::required, 0, 2}),
    input<&OvpInput::alcohol_binge>({"alcohol_binge", "binge drinking", Need::required, 0, 2}),
    input<&OvpInput::psychiatric_treatment>({"psychiatric_treatment", "treated at present"}),
    input<&OvpInput::temper>({"temper", "control of temper", Need::required, 0, 2}),
    input<&OvpInput::procriminal_attitudes>(
        {"procriminal_attitudes", "pro-criminal attitudes", Need::required, 0, 2}),
});

bool check(Evaluation& evaluation, const OvpInput& input) {
  refuse_missing(evaluation, not_given(ovp_inputs(), input, Need::required));
  if (evaluation.refused()) return false;
  if (*input.sanctions_total < 0)
    evaluation.refuse("TOTAL_NUMBER_OF_SANCTIONS_NEGATIVE", {"sanctions_total"}, "count them: 0 or more");
  if (*input.sanctions_violent < 0 || *input.sanctions_violent > *input.sanctions_total)
    evaluation.refuse("VIOLENT_SANCTIONS_NOT_WITHIN_TOTAL", {"sanctions_violent", "sanctions_total"},
                      "violent sanctions are some of all: 0 to the total");
  if (completed_years(*input.date_of_birth, *input.followup_date) < youngest)
    evaluation.refuse("AGE_AT_START_OF_FOLLOWUP_LESS_THAN_EIGHTEEN", {"followup_date", "date_of_birth"},
                      "the scale begins at the age of 18: check both days");
  return !evaluation.refused();
}

std::vector<Coefficient> numbers() {
  std::vector<Coefficient> out{
      {"constant_one_year", 4.5215}, {"constant_two_year", 3.8773}, {"per_point", 0.0722},
      {"any_sanctions", 0, 0},       {"any_sanctions", 5, 1},       {"violent_sanctions", 0, 0},
      {"violent_sanctions", 4, 1},   {"violent_sanctions", 7, 2},   {"violent_sanctions", 9, 3},
      {"violent_sanctions", 11, 4},  {"violent_sanctions", 12, 5},
  };
  // From here one point more for each, up to 25 of 18 and more.
  constexpr int first = 6;
  constexpr int last = 18;
  constexpr int points_above = 7;
  for (int count = first; count <= last; ++count)
    out.push_back({"violent_sanctions", static_cast<double>(count + points_above), count});
  for (const Coefficient& row : std::to_array<Coefficient>({
           {"nonviolent_sanctions", 0, 0},
           {"nonviolent_sanctions", 2, 3},
           {"nonviolent_sanctions", 3, 5},
           {"nonviolent_sanctions", 4, 11},
           {"nonviolent_sanctions", 5, 21},
           {"age", 20, 18},
           {"age", 17, 20},
           {"age", 14, 22},
           {"age", 12, 24},
           {"age", 10, 26},
           {"age", 8, 31},
           {"age", 6, 36},
           {"age", 4, 41},
           {"age", 2, 46},
           {"age", 0, 51},
           {"male", 5},
           {"does_not_recognise_impact", 4},
           {"nfa_or_transient", 4},
           {"unemployed", 4},
           {"alcohol", 0, 0},
           {"alcohol", 3, 1},
           {"alcohol", 5, 2},
           {"alcohol", 8, 3},
           {"alcohol", 10, 4},
           {"psychiatric_treatment", 4},
           {"temper", 3},
           {"procriminal_attitudes", 3},
       }))
    out.push_back(row);
  return out;
}

} // namespace

std::span<const Input<OvpInput>> ovp_inputs() {
  return inputs_of_ovp;
}

const Table& ovp_table() {
  static const Table table{.instrument = "ovp",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 4, 20),
                           .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
                           .coefficients = numbers(),
                           .bands = {{0, "LOW"}, {30, "MEDIUM"}, {60, "HIGH"}, {80, "VERY_HIGH"}},
                           .mapping = ""};
  return table;
}

Score score_ovp(const OvpInput& input) {
  Evaluation evaluation(ovp_table());
  if (!check(evaluation, input)) return std::move(evaluation).finish();
  const auto yes = [](bool answer) { return answer ? 1 : 0; };
  evaluation.step("any_sanctions", *input.sanctions_total);
  evaluation.step("violent_sanctions", *input.sanctions_violent);
  evaluation.step("nonviolent_sanctions", *input.sanctions_total - *input.sanctions_violent);
  evaluation.step("age", completed_years(*input.date_of_birth, *input.followup_date));
  evaluation.times("male", yes(*input.sex == Sex::male));
  evaluation.times("does_not_recognise_impact", yes(!*input.recognises_impact));
  evaluation.times("nfa_or_transient", yes(*input.nfa_or_transient));
  evaluation.times("unemployed", yes(*input.unemployed));
  evaluation.step("alcohol", *input.alcohol_chronic + *input.alcohol_binge);
  evaluation.times("psychiatric_treatment", yes(*input.psychiatric_treatment));
  evaluation.times("temper", *input.temper);
  evaluation.times("procriminal_attitudes", *input.procriminal_attitudes);
  add_point_figures(evaluation);
  return std::move(evaluation).finish();
}

} // namespace probity::risk
