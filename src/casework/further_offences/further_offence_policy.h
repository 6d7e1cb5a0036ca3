// What the rules say of serious further offences.
#pragma once

#include "base/result.h"
#include "casework/limit.h"

namespace probity::casework {

class PolicyReader;

// Whence the days for telling the national unit are counted, where both are known.
enum class NotifyFrom { first_court, learning };

struct FurtherOffencePolicy {
  NotifyFrom notify_from = NotifyFrom::first_court;
  Limit after_supervision; // offences so long after supervision still count
  Limit notified;
  Limit review_decided;
  Limit reviewed;
  Limit countersigned;
};

// Errors are the reader's.
base::Result<FurtherOffencePolicy> read_further_offence_policy(const PolicyReader& reader);

} // namespace probity::casework
