// Is a rate different from what was expected? The test on which a payment may turn: the statistic is kept as
// exact fractions, and z² is compared with the square of a declared critical value by whole numbers, so that
// no rounding decides.
//
// A fixed baseline is taken as known: z = (p − b) / √(b(1 − b)/n). A sampled baseline was itself counted on
// n_b people: b(1 − b)/n_b is added to the variance. Taking a sampled baseline as fixed calls too many
// results significant (docs/methods/outcome-statistics.md).
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/money.h"
#include "base/result.h"
#include "outcome/intervals.h"

namespace probity::outcome {

// How far the observed lies from the expected: the statistic is difference / √variance.
struct Deviation {
  base::Rational difference; // observed − expected: below 0, fewer than expected
  base::Rational variance;   // of the difference when nothing but chance is at work; > 0

  // For print. IEEE division and square root only: the same on every machine.
  [[nodiscard]] double z() const;
  // Two-sided, by the normal distribution. For print.
  [[nodiscard]] double p_value() const;
};

enum class Direction { lower, no_change, higher };
std::string to_text(Direction direction); // "lower", "no change", "higher"

// Exact: lower or higher only if z² > critical², strictly. `critical` is the contract's declared number, such
// as 1.96 (two-sided 95 %) or 1.645; ≥ 0.
Direction decide(const Deviation& deviation, const base::Rational& critical);

// `observed` is a rate in [0, 1] or an adjusted rate that may leave it; `people` is how many it was measured
// on. Refused: nobody measured; a baseline of 0 or 1, which leaves chance no room; sizes above 10^9 or
// denominators above 10^12 (10^9 for the baseline), which exact fractions of 126 bits may not hold.
base::Result<Deviation> against_fixed(const base::Rational& observed, std::int64_t people,
                                      const base::Rational& baseline);
base::Result<Deviation> against_fixed(Proportion observed, const base::Rational& baseline);
base::Result<Deviation> against_sampled(const base::Rational& observed, std::int64_t people,
                                        Proportion baseline);
base::Result<Deviation> against_sampled(Proportion observed, Proportion baseline);

// a − b of two samples under the hypothesis that they share one rate, estimated by both together (the pooled
// test). Refused: either is empty; nobody or everybody of both counts.
base::Result<Deviation> between(Proportion a, Proportion b);

} // namespace probity::outcome
