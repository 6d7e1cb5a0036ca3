// What practitioners carry: people, and workload points where they were recorded. Heads and points are two
// figures; neither stands for the other.
#pragma once

#include <map>
#include <string>

#include "casework/workforce/workforce_policy.h"
#include "casework/workforce/workforce_state.h"

namespace probity::casework {

struct Caseload {
  record::Symbol provider; // the body that answers for the person who was counted last
  int people = 0;
  int high_risk = 0; // of them judged high or very high
  // By each person's last recorded score of them; the others have none, and are not guessed.
  std::int64_t points = 0;
  int people_with_points = 0;

  bool operator==(const Caseload&) const = default;
};

// By pseudonym, of everybody who holds somebody.
using Caseloads = std::map<std::string, Caseload, std::less<>>;
Caseloads caseloads(const timeline::Book& book, const base::Zone& zone);

// The points that the posts of a member of staff can carry on the day: none while away for long. Nothing when
// no post of theirs is recorded.
std::optional<std::int64_t> available_points(const Workforce& workforce, record::Symbol staff,
                                             const WorkforcePolicy& policy, base::Day on);

} // namespace probity::casework
