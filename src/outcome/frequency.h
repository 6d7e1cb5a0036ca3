// How often, not only whether: reoffences per person and per reoffender, and their intervals.
//
// Counts of reoffences are far more spread than Poisson's, so a Poisson test would call too much significant.
// Two ways that do not assume it: quasi-Poisson, whose variance is φ times the mean with φ from Pearson's
// statistic (R. W. M. Wedderburn, Biometrika 61, 1974; P. McCullagh, J. A. Nelder, "Generalized linear
// models", 1989), and a bootstrap of whole people (B. Efron, Annals of Statistics 7, 1979).
//
// Reoffences per reoffender is taken among those who reoffended; it can rise while fewer do. So share,
// frequency and their product, reoffences per person, are always given together. No payment may turn on a
// bootstrap.
#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"
#include "outcome/intervals.h"

namespace probity::outcome {

// Exact counts of a cohort, each person's reoffences ≥ 0.
struct FrequencyCounts {
  std::int64_t people = 0;
  std::int64_t reoffenders = 0;
  std::int64_t reoffences = 0;

  bool operator==(const FrequencyCounts&) const = default;
  [[nodiscard]] Proportion share() const { return {reoffenders, people}; }
};
FrequencyCounts count_frequency(std::span<const std::int32_t> reoffences_of_each);

struct RateEstimate {
  double estimate = 0;
  Interval interval;
};

struct QuasiPoissonRate {
  RateEstimate rate;     // per person of those given; the interval on the log scale, by Student's t
  double dispersion = 0; // φ: 1 would be Poisson
};
// Give all people for the rate per person, or reoffenders alone for the rate per reoffender. Refused: fewer
// than two people, or no reoffence at all (its logarithm has no interval).
base::Result<QuasiPoissonRate> quasi_poisson_rate(std::span<const std::int32_t> counts,
                                                  double confidence = 0.95);

struct QuasiPoissonRatio {
  RateEstimate ratio; // rate of `a` / rate of `b`; the interval on the log scale, by Student's t
  double dispersion = 0;
  double p_value = 1; // two-sided, of ratio = 1
};
// As R's glm(count ~ group, family = quasipoisson). Refused: fewer than three people, an empty group, or a
// group with no reoffence.
base::Result<QuasiPoissonRatio> quasi_poisson_ratio(std::span<const std::int32_t> a,
                                                    std::span<const std::int32_t> b,
                                                    double confidence = 0.95);

struct BootstrapOptions {
  std::uint64_t seed = 0;
  int replicates = 2000; // ≥ 100
  double confidence = 0.95;
};

struct BootstrapFrequency {
  RateEstimate share;          // reoffenders / people
  RateEstimate per_reoffender; // reoffences / reoffenders, over the replicates in which anyone reoffends
  RateEstimate per_person;     // reoffences / people
};
// Percentile intervals. Keyed by (seed, replicate): the same on every machine, in whatever order people are
// given. Takes people × replicates draws. Refused: nobody, or nobody who reoffends.
base::Result<BootstrapFrequency> bootstrap_frequency(std::span<const std::int32_t> counts,
                                                     const BootstrapOptions& options);

struct BootstrapRatios {
  RateEstimate share;
  RateEstimate per_reoffender;
  RateEstimate per_person;
};
// a / b of each of the three, both groups drawn anew in every replicate; replicates in which a ratio does not
// exist are left out of its interval. Refused as above, for either group.
base::Result<BootstrapRatios> bootstrap_ratios(std::span<const std::int32_t> a,
                                               std::span<const std::int32_t> b,
                                               const BootstrapOptions& options);

} // namespace probity::outcome
