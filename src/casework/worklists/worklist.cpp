#include "casework/worklists/worklist.h"

#include <algorithm>
#include <tuple>

namespace probity::casework {

bool WorklistFilter::takes(const CaseState& state) const {
  return (!practitioner || state.practitioner == *practitioner) &&
         (!provider || state.provider == *provider) && (!duty_team || state.duty_team == *duty_team);
}

void add_entries(std::vector<WorklistEntry>& list, const base::StreamId& person, const CaseState& state,
                 const std::vector<Obligation>& owed, const WorklistFilter& filter) {
  if (!filter.takes(state)) return;
  for (const Obligation& one : owed)
    list.push_back({person, state.provider, state.practitioner, state.duty_team, one});
}

void sort_entries(std::vector<WorklistEntry>& list) {
  std::stable_sort(list.begin(), list.end(), [](const WorklistEntry& a, const WorklistEntry& b) {
    return std::tie(a.obligation.consequence, a.obligation.due, a.person) <
           std::tie(b.obligation.consequence, b.obligation.due, b.person);
  });
}

std::vector<WorklistEntry> worklist(const timeline::Book& book, const Duties& duties, const base::Zone& zone,
                                    const rules::WorkingDays& working_days, base::Day on,
                                    const WorklistFilter& filter) {
  std::vector<WorklistEntry> out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    const CaseState state = state_of(*person, zone);
    if (filter.takes(state))
      add_entries(out, person->name, state, duties.owed(*person, state, working_days, on), filter);
  }
  sort_entries(out);
  return out;
}

} // namespace probity::casework
