// Like with like: each person who took part beside the one most similar among those who did not.
//
// One to one, nearest in the log odds of taking part (the propensity score of P. R. Rosenbaum, D. B. Rubin,
// Biometrika 70, 1983), within a caliper and without replacement (P. C. Austin, "Optimal caliper widths",
// Pharmaceutical Statistics 10, 2011). The order of matching is fixed: the likeliest to take part first,
// equal scores by key, so that the same people give the same pairs whatever the order of rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "outcome/logistic.h"

namespace probity::outcome {

struct MatchedPair {
  std::size_t treated = 0; // row of the one who took part
  std::size_t comparison = 0;
  double distance = 0; // in log odds

  bool operator==(const MatchedPair&) const = default;
};

struct Matching {
  double caliper = 0;                 // in log odds; a pair is never further apart
  std::vector<MatchedPair> pairs;     // in the order of matching
  std::vector<std::size_t> unmatched; // rows of those who took part and have nobody near enough
};

// `log_odds`, `treated` (1 took part) and `keys` (one's own for each row, deciding ties) for each row.
// `caliper_deviations`: the caliper in pooled standard deviations of the log odds, 0.2 as Austin advises; >
// 0. Refused: nobody in one of the groups; a key that stands twice.
base::Result<Matching> match_nearest(std::span<const double> log_odds, std::span<const std::uint8_t> treated,
                                     std::span<const std::uint64_t> keys, double caliper_deviations = 0.2);

// One column before and after matching. The standardised mean difference is (mean treated − mean comparison)
// / s with s² the mean of the two groups' variances before matching, both times: it shows whether means came
// closer, not whether spreads shrank.
struct Balance {
  std::string name;
  double treated_before = 0; // means
  double comparison_before = 0;
  double treated_after = 0;
  double comparison_after = 0;
  double difference_before = 0; // standardised; infinite if the groups differ and neither varies
  double difference_after = 0;
};
std::vector<Balance> balance_table(const Covariates& covariates, std::span<const std::uint8_t> treated,
                                   const Matching& matching);
// The largest |difference_after|; 0 for an empty table.
double worst_imbalance(std::span<const Balance> table);

} // namespace probity::outcome
