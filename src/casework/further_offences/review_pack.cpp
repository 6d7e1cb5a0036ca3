#include "casework/further_offences/review_pack.h"

#include <algorithm>
#include <map>

namespace probity::casework {
namespace {

bool attended(const Appointment& one) {
  return one.outcome.text().starts_with("attended");
}

void add_contacts(ReviewPack& pack, base::Day on) {
  for (const Appointment& one : pack.state.appointments) {
    // A warning may name a session that was never arranged as an appointment.
    if (one.mode.empty() && one.outcome.empty()) continue;
    if (one.day >= on) {
      if (one.open()) pack.planned.push_back(one);
      continue;
    }
    pack.contacts.push_back(one);
    if (attended(one) && (!pack.last_seen || *pack.last_seen < one.day)) pack.last_seen = one.day;
  }
  std::stable_sort(pack.contacts.begin(), pack.contacts.end(),
                   [](const Appointment& a, const Appointment& b) { return a.starts > b.starts; });
  std::stable_sort(pack.planned.begin(), pack.planned.end(),
                   [](const Appointment& a, const Appointment& b) { return a.starts < b.starts; });
}

} // namespace

int ReviewPack::middle_caseload() const {
  return caseloads.empty() ? 0 : caseloads[(caseloads.size() - 1) / 2];
}

base::Result<ReviewPack> review_pack(const timeline::Book& book, const base::StreamId& person,
                                     const Duties& duties, const Policy& policy, const base::Zone& zone,
                                     const rules::WorkingDays& working_days, base::Day on) {
  const timeline::People people(book, timeline::Linked::one_person);
  const auto& cases = people.cases();
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const timeline::Case* one) {
    return one->name == person ||
           std::find(one->joined.begin(), one->joined.end(), person) != one->joined.end();
  });
  if (found == cases.end())
    return base::fail(base::ErrorCode::not_found, "nothing was known of the case before " + base::to_text(on),
                      person.hex(), "give a later day");
  ReviewPack pack;
  pack.state = state_of(**found, zone);
  const timeline::PersonTimeline timeline = timeline::timeline_of(**found);
  pack.practitioners = timeline.practitioners;
  record::Symbol holder;
  for (const timeline::Practitioner& one : timeline.practitioners) {
    // Allocated anew to the same person, it did not change hands.
    if (one.staff != holder) pack.held_since = one.first;
    holder = one.staff;
    pack.grade = one.grade;
  }
  if (pack.state.practitioner.empty()) {
    pack.held_since.reset();
    pack.grade = {};
  }
  for (const timeline::OrderInForce& one : timeline.orders)
    if (one.covers(on)) pack.orders.push_back(one);
  add_contacts(pack, on);
  pack.failures = failures_of(pack.state, policy, on);
  pack.owed = duties.owed(**found, pack.state, working_days, on);

  std::map<std::string_view, int> caseloads;
  Load load;
  for (const timeline::Case* one : cases) {
    const CaseState state = state_of(*one, zone);
    if (state.practitioner.empty() || state.died) continue;
    if (state.provider == pack.state.provider) ++caseloads[state.practitioner.text()];
    if (state.practitioner != pack.state.practitioner) continue;
    ++load.people;
    load.high_risk += state.high_risk() ? 1 : 0;
    if (state.holding.points) {
      load.points += *state.holding.points;
      ++load.people_with_points;
    }
    for (const Obligation& owed : duties.owed(*one, state, working_days, on))
      load.overdue += owed.by == OwedBy::practitioner && owed.overdue(on) ? 1 : 0;
  }
  if (!pack.state.practitioner.empty()) pack.load = load;
  for (const auto& [staff, count] : caseloads)
    pack.caseloads.push_back(count);
  std::sort(pack.caseloads.begin(), pack.caseloads.end());
  return pack;
}

} // namespace probity::casework
