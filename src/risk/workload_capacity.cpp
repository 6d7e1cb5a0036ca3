#include <array>

#include "risk/workload.h"

namespace probity::risk {
namespace {

constexpr int most_points = 999'999'999;
constexpr std::int64_t most = 1'000'000;

constexpr auto inputs_of_workload_capacity = std::to_array<Input<WorkloadCapacityInput>>({
    input<&WorkloadCapacityInput::points_for_grade>({"points_for_grade", "of a full-time post"}),
    input<&WorkloadCapacityInput::contracted_hours_for_grade>(
        {"contracted_hours_for_grade", "a week, of a full-time post"}),
    input<&WorkloadCapacityInput::contracted_hours>({"contracted_hours", "a week"}),
    input<&WorkloadCapacityInput::reduction_hours>({"reduction_hours", "a week, for other work"}),
    input<&WorkloadCapacityInput::available_hours>(
        {"available_hours", "checked against the other two", Need::optional}),
    input<&WorkloadCapacityInput::workload_points>(
        {"workload_points", "points of the cases", Need::answer, 0, most_points}),
});

using base::Rational;

// number / 10^decimals, half up, of what is not negative.
std::int64_t rounded(const Rational& value, std::int64_t unit) {
  return (value * Rational(unit) + Rational::of(1, 2)).floor();
}

std::int64_t available_points(const WorkloadCapacityInput& input) {
  const Rational hours = *input.contracted_hours - *input.reduction_hours;
  if (hours <= Rational(0) || *input.contracted_hours_for_grade == Rational(0)) return 0;
  return (*input.points_for_grade * hours / *input.contracted_hours_for_grade).floor();
}

void check(Evaluation& evaluation, const WorkloadCapacityInput& input) {
  for (const auto member :
       {&WorkloadCapacityInput::points_for_grade, &WorkloadCapacityInput::contracted_hours_for_grade,
        &WorkloadCapacityInput::contracted_hours, &WorkloadCapacityInput::reduction_hours})
    if (*(input.*member) < Rational(0) || *(input.*member) > Rational(most))
      evaluation.refuse(
          "OUT_OF_RANGE",
          {"points_for_grade", "contracted_hours_for_grade", "contracted_hours", "reduction_hours"},
          "write numbers of 0 to 1,000,000");
  if (!evaluation.refused() && input.available_hours &&
      *input.available_hours != *input.contracted_hours - *input.reduction_hours)
    evaluation.refuse("AVAILABLE_HOURS_ARE_NOT_THE_DIFFERENCE", {"available_hours"},
                      "contracted less reduction hours are others: check which is right");
}

} // namespace

std::span<const Input<WorkloadCapacityInput>> workload_capacity_inputs() {
  return inputs_of_workload_capacity;
}

// All its numbers are inputs_of_workload_capacity: what a full-time post carries is a matter of grade and
// year.
const Table& workload_capacity_table() {
  static const Table table{.instrument = "workload_capacity",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 2, 6),
                           .source = "ministryofjustice/hmpps-workload at 1e70153, CapacityCalculator",
                           .coefficients = {},
                           .bands = {},
                           .mapping = ""};
  return table;
}

Score score_workload_capacity(const WorkloadCapacityInput& input) {
  Evaluation evaluation(workload_capacity_table());
  refuse_missing(evaluation, not_given(workload_capacity_inputs(), input, Need::required));
  if (!evaluation.refused()) check(evaluation, input);
  if (evaluation.refused()) return std::move(evaluation).finish();
  const std::int64_t available = available_points(input);
  evaluation.figure("available_points", Scaled{available, 0});
  if (*input.contracted_hours_for_grade == Rational(0))
    evaluation.note("a full-time post of no hours carries no points");
  if (!input.workload_points) {
    evaluation.missing("workload_points", "not given: so nothing is said of how full the post is");
    return std::move(evaluation).finish();
  }
  constexpr std::int64_t thousandths = 1'000;
  constexpr std::int64_t hundred = 100;
  const std::int64_t ratio =
      available == 0 ? 0 : rounded(Rational::of(*input.workload_points, available), thousandths);
  if (available == 0 && *input.workload_points > 0)
    evaluation.note("there are cases and no points available: 0 does not say that the post is empty");
  evaluation.figure("capacity_pct", Scaled{ratio * hundred, 3});
  return std::move(evaluation).finish();
}

} // namespace probity::risk
