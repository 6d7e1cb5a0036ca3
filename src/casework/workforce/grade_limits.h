// Which cases are above the grade of whoever holds them.
#pragma once

#include <optional>
#include <string>

#include "casework/case_state.h"
#include "casework/workforce/workforce_policy.h"

namespace probity::casework {

struct AboveGrade {
  std::string what;        // in plain words
  base::Day since;         // the day of the judgement, score or tariff that makes it so
  std::uint64_t event = 0; // its ledger index
};

// Nothing when somebody of the grade may hold the case, as far as it was judged and scored.
std::optional<AboveGrade> above_grade(const CaseState& state, const WorkforcePolicy& policy,
                                      record::Symbol grade);

} // namespace probity::casework
