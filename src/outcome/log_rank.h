// Do two or more groups meet the event at the same pace? The log-rank test (N. Mantel 1966; R. Peto, J. Peto
// 1972), with the hypergeometric variance, as R's survdiff gives it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "outcome/follow_up.h"

namespace probity::outcome {

struct LogRankGroup {
  std::int64_t people = 0;
  std::int64_t observed = 0; // events
  double expected = 0;       // events if all groups shared one pace
};

struct LogRank {
  std::vector<LogRankGroup> groups;
  double chi_squared = 0;
  int degrees = 0; // groups − 1
  double p_value = 1;
};

// Any cause other than 0 counts as the event. Refused: fewer than two groups, a group without people, or
// nothing to compare (a group is never followed beside the others while an event happens).
base::Result<LogRank> log_rank(std::span<const std::vector<FollowUp>> groups);

} // namespace probity::outcome
