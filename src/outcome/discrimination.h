// How well a score tells apart those who meet the outcome from those who do not: the area under the ROC
// curve, and errors at a threshold, by group.
//
// E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, "Comparing the areas under two or more correlated
// receiver operating characteristic curves" (Biometrics 44, 1988), by midranks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "outcome/intervals.h"

namespace probity::outcome {

struct Discrimination {
  double area =
      0; // the chance that of two people, one with the outcome and one without, the former scores higher
  double standard_error = 0;
  Interval interval; // normal, kept inside [0, 1]; a point, which says nothing, when the area is 0 or 1
};
// `scores`: higher means likelier; `outcome`: 1 where it happened. The order of rows does not matter.
// Refused: fewer than two people with the outcome, or without.
base::Result<Discrimination> discrimination(std::span<const double> scores,
                                            std::span<const std::uint8_t> outcome, double confidence = 0.95);

// One group of people at one threshold: a score at or above it is flagged.
struct ErrorRates {
  std::int32_t group = 0;
  Proportion outcome;        // who meets it, of all
  Proportion flagged;        // of all
  Proportion false_positive; // flagged, of those who do not meet it
  Proportion false_negative; // not flagged, of those who do
  Proportion precision;      // who meet it, of the flagged
};
// One row for each group number that occurs, in rising order. Groups whose base rates differ cannot be equal
// in false positives, false negatives and precision at once (A. Chouldechova, Big Data 5, 2017): all are
// given, so that the choice between them is made in the open.
std::vector<ErrorRates> error_rates(std::span<const double> scores, std::span<const std::uint8_t> outcome,
                                    std::span<const std::int32_t> groups, double threshold);

} // namespace probity::outcome
