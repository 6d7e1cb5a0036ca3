// Logistic regression by iteratively reweighted least squares (P. McCullagh, J. A. Nelder, "Generalized
// linear models", 1989), as R's glm(family = binomial). It serves risk models, propensity scores and
// calibration; no payment may turn on its figures directly (see standardisation.h for how a score reaches an
// exact test).
//
// What cannot be estimated is refused with the column that makes it so: a column that the others determine,
// or one that separates those with the outcome from those without (A. Albert, J. A. Anderson, Biometrika 71,
// 1984), whose coefficient would be infinite. The result is the same on every machine for the same rows in
// the same order; another order may move the last places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "outcome/symmetric_system.h"

namespace probity::outcome {

// A value for each (row, column), row by row; an intercept is added by the fit. NaN is "not known".
struct Covariates {
  std::vector<std::string> names; // one for each column
  std::vector<double> values;     // rows × names.size()

  [[nodiscard]] std::size_t columns() const { return names.size(); }
  // How many rows; needs a column.
  [[nodiscard]] std::size_t rows() const { return names.empty() ? 0 : values.size() / names.size(); }
  [[nodiscard]] std::span<const double> row(std::size_t index) const {
    return std::span(values).subspan(index * columns(), columns());
  }
  void add_row(std::span<const double> row) { values.insert(values.end(), row.begin(), row.end()); }
};

struct LogisticModel {
  std::vector<std::string> names;   // of the columns
  std::vector<double> coefficients; // [0] is the intercept, [j] belongs to names[j − 1]
  SquareMatrix covariance{0};       // of the coefficients
  double deviance = 0;              // −2 log likelihood
  int iterations = 0;

  [[nodiscard]] double standard_error(std::size_t coefficient) const;
  [[nodiscard]] double log_odds(std::span<const double> row) const;
  [[nodiscard]] double probability(std::span<const double> row) const;
};

// `outcome`: 1 where it happened, 0 where not, one for each row. `offset`: added to the log odds of each row
// with no coefficient; empty for none. Refused: a value that is not known; no row; all outcomes alike; no
// more rows than coefficients; a constant or dependent column; separation.
base::Result<LogisticModel> fit_logistic(const Covariates& covariates, std::span<const std::uint8_t> outcome,
                                         std::span<const double> offset = {});
// The intercept alone.
base::Result<LogisticModel> fit_intercept(std::span<const std::uint8_t> outcome,
                                          std::span<const double> offset);

double logit(double probability); // in (0, 1)
double logistic(double log_odds);

} // namespace probity::outcome
