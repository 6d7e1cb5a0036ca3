// Does 30 % mean three in ten? Predicted against observed, in groups of like prediction and by the slope and
// intercept of D. R. Cox (Biometrika 45, 1958): the logistic regression of the outcome on the logit of the
// prediction. A slope below 1 says that predictions are too extreme, above 1 that they are too timid.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "outcome/intervals.h"

namespace probity::outcome {

struct CalibrationGroup {
  double lowest = 0; // predictions in the group
  double highest = 0;
  double mean_predicted = 0;
  Proportion observed;
  Interval interval; // Wilson, 95 %
};

struct Coefficient {
  double estimate = 0;
  double standard_error = 0;
  Interval interval; // normal, 95 %
};

struct Calibration {
  std::vector<CalibrationGroup> groups; // by rising prediction
  double expected = 0;                  // Σ predictions
  std::int64_t observed = 0;
  double brier = 0; // mean squared error of the prediction
  // Where they can be estimated (fit_logistic refuses predictions that are all alike, or separate the
  // outcomes).
  std::optional<Coefficient> slope;        // 1 when calibrated
  std::optional<Coefficient> intercept;    // beside the slope; 0 when calibrated
  std::optional<Coefficient> in_the_large; // with the slope held at 1; 0 when as many happen as predicted
};

// Groups of equal size by rank (deciles by default), equal predictions always together, so that there may be
// fewer. Refused: no row; a prediction that is not inside (0, 1).
base::Result<Calibration> calibration(std::span<const double> predicted,
                                      std::span<const std::uint8_t> outcome, int groups = 10);

} // namespace probity::outcome
