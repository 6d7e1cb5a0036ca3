#include "casework/worklist.h"

#include <algorithm>
#include <tuple>

namespace probity::casework {

bool WorklistFilter::takes(const CaseState& state) const {
  return (!practitioner || state.practitioner == *practitioner) &&
         (!provider || state.provider == *provider) && (!duty_team || state.duty_team == *duty_team);
}

std::vector<WorklistEntry> worklist(const timeline::Book& book, const Duties& duties, const base::Zone& zone,
                                    const rules::WorkingDays& working_days, base::Day on,
                                    const WorklistFilter& filter) {
  std::vector<WorklistEntry> out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    const CaseState state = state_of(*person, zone);
    if (!filter.takes(state)) continue;
    for (Obligation& one : duties.owed(*person, state, working_days, on))
      out.push_back({person->name, state.provider, state.practitioner, state.duty_team, one});
  }
  std::stable_sort(out.begin(), out.end(), [](const WorklistEntry& a, const WorklistEntry& b) {
    return std::tie(a.obligation.consequence, a.obligation.due, a.person) <
           std::tie(b.obligation.consequence, b.obligation.due, b.person);
  });
  return out;
}

} // namespace probity::casework
