// How long a person may wait for help.
#pragma once

#include "base/result.h"
#include "casework/limit.h"

namespace probity::casework {

class PolicyReader;

struct HelpPolicy {
  Limit arranged;  // after the need was found
  Limit received;  // after the need was found
  Limit concluded; // after the help was first received
};

// Errors are the reader's.
base::Result<HelpPolicy> read_help_policy(const PolicyReader& reader);

} // namespace probity::casework
