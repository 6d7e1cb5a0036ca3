// The share who have met each kind of event by a time, when one kind rules out another: reoffending against
// a return to custody for a broken condition.
//
// O. O. Aalen, S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains" (Scandinavian
// Journal of Statistics 5, 1978). The variance is the estimator's own by the delta method, with the
// multinomial variance of each day's departures; with one cause it is Greenwood's, and it equals the
// infinitesimal jackknife that R's survfit prints. Interval on the scale of log(−log F).
//
// Every competing event is a curve beside the others: they are never dropped, and never treated as censored.
// Dropping technical returns would make early revocation look like success.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "outcome/follow_up.h"
#include "outcome/intervals.h"

namespace probity::outcome {

struct Incidence {
  std::int64_t events = 0; // of this cause, at this time
  double share = 0;        // who have met this cause by now
  double standard_error = 0;
  std::optional<Interval> interval; // none while the share is 0, or when it is 1
};

struct IncidenceStep {
  std::int32_t time = 0;
  std::int64_t at_risk = 0; // just before this time
  std::int64_t censored = 0;
  double free = 1;                 // of any event: free + Σ share = 1
  std::vector<Incidence> by_cause; // [k − 1] is cause k
};

struct IncidenceCurves {
  std::vector<IncidenceStep> steps; // by rising time, one for each time at which anyone leaves
  std::int64_t people = 0;

  // The step that holds at `time`; none before the first.
  [[nodiscard]] const IncidenceStep* at(std::int32_t time) const;
};

// `causes` ≥ 1: how many kinds of event there are.
IncidenceCurves cumulative_incidence(std::span<const FollowUp> people, int causes, double confidence = 0.95);

} // namespace probity::outcome
