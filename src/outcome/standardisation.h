// Observed against expected: the outcomes of a cohort beside what the risk scores of its own people led one
// to expect (indirect standardisation), so that an easier caseload earns nothing.
//
// Expected is Σ p, its variance under chance Σ p (1 − p), which is less than that of equal risks. Scores
// enter as whole millionths, so that the sums, and a test made of them, are exact. The score is taken as
// given: its own uncertainty is not in the interval.
#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"
#include "outcome/intervals.h"
#include "outcome/rate_comparison.h"

namespace probity::outcome {

// A probability in millionths, 0 … 1,000,000, rounded half away from zero. Not in [0, 1] or not known:
// refused.
base::Result<std::int32_t> to_millionths(double probability);

struct Standardised {
  std::int64_t people = 0;
  std::int64_t observed = 0;
  base::Rational expected;
  base::Rational variance;  // of observed − expected under chance
  double ratio = 0;         // observed / expected
  Interval ratio_interval;  // (observed ± z √variance) / expected, never below 0
  double adjusted_rate = 0; // ratio × the reference rate
  Interval adjusted_interval;
};

// `expected`: each person's chance in millionths. `reference_rate`: the rate of those the scores were made
// on, in (0, 1): what the adjusted rate is scaled to. Refused: nobody; a score outside 0 … 1,000,000; nothing
// expected; more than 100,000,000 people.
base::Result<Standardised> standardise(std::int64_t observed, std::span<const std::int32_t> expected,
                                       double reference_rate, double confidence = 0.95);

// The deviation for an exact decision (rate_comparison.h), in outcomes rather than in a rate. Refused: scores
// that leave chance no room.
base::Result<Deviation> against_expected(const Standardised& standardised);

} // namespace probity::outcome
