#include "casework/worklists/worklist.h"

#include <algorithm>
#include <tuple>

namespace probity::casework {

CaseHolder holder_of(const CaseState& state) {
  CaseHolder out{
      state.person, state.provider, state.practitioner, state.duty_team, {}, state.order_book.registered_by,
      state.access};
  for (const Escalation& one : state.escalations)
    if (one.open() && !one.to.empty()) out.asked_of.push_back(one.to);
  return out;
}

bool WorklistFilter::takes(const CaseHolder& holder) const {
  return (!practitioner || holder.practitioner == *practitioner) &&
         (!provider || holder.provider == *provider) && (!duty_team || holder.duty_team == *duty_team);
}

void add_entries(std::vector<WorklistEntry>& list, const CaseHolder& holder,
                 const std::vector<Obligation>& owed) {
  for (const Obligation& one : owed)
    list.push_back({holder.person, holder.provider, holder.practitioner, holder.duty_team, one});
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
    const CaseHolder holder = holder_of(state);
    if (filter.takes(holder)) add_entries(out, holder, duties.owed(*person, state, working_days, on));
  }
  sort_entries(out);
  return out;
}

} // namespace probity::casework
