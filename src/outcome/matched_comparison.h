// A programme against people like those who took part: propensity scores, matching, balance, attrition, the
// difference and what may be concluded, in one run with nothing left out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "outcome/conclusion.h"
#include "outcome/detection.h"
#include "outcome/logistic.h"
#include "outcome/matching.h"

namespace probity::outcome {

struct MatchingOptions {
  double caliper_deviations = 0.2;
  std::int64_t fewest_pairs = 60; // fewer never give more than "not enough evidence" (assumed)
  double largest_imbalance = 0.1; // of a standardised mean difference (assumed)
  double confidence = 0.95;
};

// Who is left at each step, from the records given to the pairs compared.
struct AttritionStep {
  std::string step;
  std::int64_t treated = 0;
  std::int64_t comparison = 0;

  bool operator==(const AttritionStep&) const = default;
};

struct MatchedComparison {
  LogisticModel propensity;
  Matching matching;            // rows are those given
  std::vector<Balance> balance; // means before matching are over complete rows
  bool balanced = false;        // no standardised difference after matching above the largest allowed
  std::vector<AttritionStep> attrition;
  PairedOutcomes outcomes;
  Difference difference;
  Detection detection; // for two groups of as many, at the comparison's rate; all 0 if that is 0 or 1
  Conclusion conclusion = Conclusion::not_enough_evidence;
};

// `treated`: 1 took part; `outcome`: 1 where it happened; `keys`: one's own for each row. Rows with a
// covariate that is not known (NaN) are left out and counted. A comparison that is not balanced, or has too
// few pairs, concludes "not enough evidence". Refused: what fit_logistic and match_nearest refuse; no pair
// within the caliper.
base::Result<MatchedComparison> compare_matched(const Covariates& covariates,
                                                std::span<const std::uint8_t> treated,
                                                std::span<const std::uint8_t> outcome,
                                                std::span<const std::uint64_t> keys,
                                                const MatchingOptions& options = {});

} // namespace probity::outcome
