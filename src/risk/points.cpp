#include "risk/points.h"

namespace probity::risk {

Scaled points_of(const Evaluation& evaluation) {
  return half_up(evaluation.sum(), 0);
}

Scaled percent_of_points(const Evaluation& evaluation, std::string_view constant) {
  const double z = evaluation.constant("per_point") * static_cast<double>(points_of(evaluation).scaled) -
                   evaluation.constant(constant);
  return kept_within(percent_of(logistic(z), 0), {1, 0}, {99, 0});
}

void add_point_figures(Evaluation& evaluation) {
  const Scaled two = percent_of_points(evaluation, "constant_two_year");
  evaluation.figure("two_year_pct", two);
  evaluation.figure("one_year_pct", percent_of_points(evaluation, "constant_one_year"));
  evaluation.figure("points", points_of(evaluation));
  evaluation.band(two);
}

} // namespace probity::risk
