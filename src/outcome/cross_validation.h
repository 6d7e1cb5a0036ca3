// Predictions for each person by a model that has not seen that person: k-fold cross-validation with folds
// that are a function of who is in them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "outcome/logistic.h"

namespace probity::outcome {

// The fold (0 … folds − 1) of each row. All rows of one key (a person released twice) share a fold, or the
// model would be tested on people it knows. Folds differ by at most one key; the order of rows does not
// matter. Refused: fewer distinct keys than folds. folds ≥ 2.
base::Result<std::vector<int>> keyed_folds(std::span<const std::uint64_t> keys, int folds,
                                           std::uint64_t seed);

struct CrossValidation {
  std::vector<double> predicted; // for each row, by the model fitted without its fold
  std::vector<int> fold;
};
// Refused as the fit is refused, naming the fold left out.
base::Result<CrossValidation> cross_validate(const Covariates& covariates,
                                             std::span<const std::uint8_t> outcome,
                                             std::span<const std::uint64_t> keys, int folds,
                                             std::uint64_t seed);

} // namespace probity::outcome
