// Three counts of failures that are all called "the" count and differ. Each has its own name; none stands in
// for another. Failures at unpaid work are among them, as those at appointments are; a session that the
// service let fall is nobody's failure.
#pragma once

#include "casework/case_state.h"
#include "casework/policy.h"

namespace probity::casework {

struct FailureCounts {
  // Distinct days with a failure since the later of the order's day and the end of the last breach: what the
  // case system counts towards its limit. No twelve months here.
  int days_since_breach = 0;
  // Failures in the twelve months up to the day: what the practitioner's screen shows.
  int in_twelve_months = 0;
  // The last day on which a warning given on or before the day counts (Criminal Justice Act 2003 schedule 8
  // paragraph 5: twelve months from the day it was given); nothing when no warning is in force.
  std::optional<base::Day> warned_until;
};

FailureCounts failures_of(const CaseState& state, const Policy& policy, base::Day on);

// What the rule recommends of a breach: a failure under warning goes back to court; a first one is answered
// by a warning, and more than that is the practitioner's judgement. A code of enforcement.breach_decided.
std::string_view advice_on(const Breach& breach);

} // namespace probity::casework
