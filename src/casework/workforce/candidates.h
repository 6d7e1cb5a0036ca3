// To whom a case can be given: who may hold it, who is there, and who carries least.
#pragma once

#include "casework/case_state.h"
#include "casework/workforce/staff_report.h"

namespace probity::casework {

struct Candidate {
  StaffRow row;         // as they stand without the case
  std::string obstacle; // why the case cannot be given to them, in plain words; empty: it can
  bool over = false;    // with the case they carry more than their posts can, as far as both are known
};

// Of the members of staff of one body those who do not hold the case, in the order in which they are
// recommended: whoever can hold it, is there and carries the smallest part of what they can; where that is
// not known, the fewest people. Those to whom it cannot be given stand last.
std::vector<Candidate> candidates(const CaseState& state, const std::vector<StaffRow>& staff,
                                  const WorkforcePolicy& policy, base::Day on);

} // namespace probity::casework
