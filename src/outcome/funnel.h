// Providers side by side without a league table: each unit's rate against the limits that chance alone would
// keep it in, at its own size.
//
// D. J. Spiegelhalter, "Funnel plots for comparing institutional performance" (Statistics in Medicine 24,
// 2005): exact binomial limits by interpolation (appendix A.1.1), over-dispersion by the winsorised φ. When
// units differ by more than chance and their few extremes do not explain it, exact limits would call too many
// of them unusual; then the limits are widened by √φ. The test comes first, and its result is part of the
// answer.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "outcome/intervals.h"

namespace probity::outcome {

// Limits for a unit that measures `people`, when the rate is `target` (in (0, 1)). `confidence` 0.95 and
// 0.998 are the customary two. Not clamped outward: always inside [0, 1]. people > 0.
Interval funnel_limits(double target, std::int64_t people, double confidence);
// Normal limits widened by √φ, φ ≥ 1, kept inside [0, 1].
Interval widened_funnel_limits(double target, std::int64_t people, double confidence, double phi);

struct Overdispersion {
  double phi = 0;     // Σ z² / units after winsorising: about 1 when chance alone is at work
  double p_value = 1; // of units × φ as chi-squared; winsorising makes it err towards "no over-dispersion"
  double raw_phi = 0; // without winsorising: far larger than φ when a few units stand out
  std::int64_t units = 0;
  bool present = false; // φ > 1 and p below the level: limits must be widened
};
// `winsorised`: the share of units at each end whose z is pulled in to the next; in [0, 0.5). Units that
// measure nobody are left out. `level` is for the p-value.
Overdispersion overdispersion(std::span<const Proportion> units, double target, double winsorised = 0.1,
                              double level = 0.05);

enum class Standing { within, outside_95, outside_998 };

struct FunnelPoint {
  Proportion unit;
  double z = 0; // against the target, before any widening; 0 if nobody was measured
  Interval limits_95;
  Interval limits_998;
  Standing standing = Standing::within;
};

struct Funnel {
  double target = 0;
  Overdispersion overdispersion;
  std::vector<FunnelPoint> points; // in the order given
};
// Limits widened exactly when over-dispersion is present.
Funnel funnel(std::span<const Proportion> units, double target, double winsorised = 0.1, double level = 0.05);

// The rate of all units together. Somebody must have been measured.
double pooled_rate(std::span<const Proportion> units);

} // namespace probity::outcome
