// What the rules say of contact with victims.
#pragma once

#include "base/result.h"
#include "casework/limit.h"

namespace probity::casework {

class PolicyReader;

struct VictimPolicy {
  Limit offered;           // after sentence
  Limit release_notice;    // before the day of release
  Limit hearing_notice;    // before the hearing
  Limit decision_told;     // after the board's decision
  Limit condition_decided; // after it was asked for
};

// Errors are the reader's.
base::Result<VictimPolicy> read_victim_policy(const PolicyReader& reader);

} // namespace probity::casework
