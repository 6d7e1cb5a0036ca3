// The share still free of the event, over time, when people were followed for different lengths.
//
// E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations" (JASA 53, 1958); variance
// by M. Greenwood (1926); interval on the scale of log(−log S), which stays in (0, 1) (J. D. Kalbfleisch, R.
// L. Prentice, "The statistical analysis of failure time data", 1980).
//
// Censoring must say nothing about the risk. A return to custody that makes the event impossible is no
// censoring but a competing event: cumulative_incidence.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "outcome/follow_up.h"
#include "outcome/intervals.h"

namespace probity::outcome {

struct SurvivalStep {
  std::int32_t time = 0;
  std::int64_t at_risk = 0; // just before this time
  std::int64_t events = 0;
  std::int64_t censored = 0;
  double survival = 1; // P(free of the event after this time)
  double standard_error = 0;
  // None where it cannot be said: before the first event, and when nobody is left free of it.
  std::optional<Interval> interval;
};

struct SurvivalCurve {
  std::vector<SurvivalStep> steps; // by rising time, one for each time at which anyone leaves
  std::int64_t people = 0;

  // The step that holds at `time`; none before the first.
  [[nodiscard]] const SurvivalStep* at(std::int32_t time) const;
  // The first time at which no more than half are free of the event; none if it never comes to that.
  [[nodiscard]] std::optional<std::int32_t> median() const;
};

// Any cause other than 0 counts as the event.
SurvivalCurve kaplan_meier(std::span<const FollowUp> people, double confidence = 0.95);

} // namespace probity::outcome
