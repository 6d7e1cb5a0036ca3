// What the rules say of assessments and of the register of flags.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/result.h"
#include "casework/limit.h"

namespace probity::casework {

class PolicyReader;

struct RiskRegisterPolicy {
  Limit assessment_completed;
  Limit assessment_locked;
  Limit assessment_reviewed;
  std::map<std::string, Limit, std::less<>> flag_review; // by kind; 0: no review is suggested
  std::set<std::string, std::less<>> flags_that_stay;    // after supervision has ended
};

// Errors are the reader's.
base::Result<RiskRegisterPolicy> read_risk_register_policy(const PolicyReader& reader);

} // namespace probity::casework
