#include "service/my_work.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "service/asking.h"

namespace probity::service {
namespace {

std::string_view to_text(casework::Consequence consequence) {
  switch (consequence) {
  case casework::Consequence::safety:
    return "safety";
  case casework::Consequence::court:
    return "court";
  case casework::Consequence::person:
    return "person";
  case casework::Consequence::record:
    return "record";
  }
  return "";
}

void add_visits(MyWork& work, const Office& office, const casework::CaseState& state) {
  for (const casework::Appointment& one : state.appointments)
    if (one.open() && one.day == work.on)
      work.today.push_back({state.person, office.name_of(state.person), one.id, one.starts,
                            std::string(one.mode.text()), std::string(one.purpose.text()),
                            one.starts <= office.given()});
}

// What the holder of a case owes of it; of a senior practitioner also what nobody but a senior one of the
// body owes: signatures, and cases that are to be given to another.
std::vector<casework::WorklistEntry> owed_by(const casework::LiveWorklists& lists, const Caller& caller,
                                             const casework::WorklistFilter& mine) {
  const auto take = [&](const casework::WorklistFilter& filter, casework::OwedBy by,
                        std::vector<casework::WorklistEntry>& out) {
    for (const casework::WorklistEntry& entry : lists.list(filter))
      if (entry.obligation.by == by) out.push_back(entry);
  };
  std::vector<casework::WorklistEntry> out;
  take(mine, casework::OwedBy::practitioner, out);
  const auto& roles = caller.member.roles;
  if (std::find(roles.begin(), roles.end(), access::Role::senior_practitioner) != roles.end()) {
    casework::WorklistFilter body;
    body.provider = record::Symbol(caller.member.provider);
    take(body, casework::OwedBy::senior_probation_officer, out);
    casework::sort_entries(out);
  }
  return out;
}

} // namespace

WorkItem work_item(const Office& office, const Caller& caller, const casework::CaseState& state,
                   const casework::Obligation& one) {
  WorkItem out{state.person,
               office.name_of(state.person),
               std::string(one.kind),
               std::string(one.what),
               std::string(to_text(one.consequence)),
               one.since,
               one.due,
               one.overdue(office.today()),
               one.entity,
               one.start_event,
               {},
               next_step(caller, state, one)};
  const casework::Appointment* appointment = state.appointment(one.entity);
  if (one.kind == "outcome" && appointment != nullptr) out.appointment = appointment->starts;
  return out;
}

base::Result<MyWork> my_work(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_work, "my_work"));
  MyWork out;
  out.on = office.today();
  out.size = office.ledger().size();
  casework::WorklistFilter mine;
  mine.practitioner = record::Symbol(caller.member.staff.hex());
  std::vector<base::StreamId> named;
  const casework::LiveWorklists& lists = office.follower().lists();
  const Sight sight(caller, out.on);
  using State = std::shared_ptr<const casework::CaseState>;
  std::unordered_map<base::StreamId, State> states; // nullptr: not for the caller to see
  const auto take = [&](const casework::LiveWorklists::Seen& seen) {
    return states.emplace(seen.state.person, sight.sees(seen.holder) ? seen.unpacked : nullptr).first->second;
  };
  lists.visit(mine, [&](const casework::LiveWorklists::Seen& seen) {
    if (const State state = take(seen)) add_visits(out, office, *state);
  });
  const auto state_of = [&](const base::StreamId& person) -> State {
    if (const auto known = states.find(person); known != states.end()) return known->second;
    const auto seen = lists.find(person);
    return seen ? take(*seen) : nullptr;
  };
  for (const casework::WorklistEntry& entry : owed_by(lists, caller, mine)) {
    const State state = state_of(entry.person);
    if (state == nullptr) continue;
    out.owed.push_back(work_item(office, caller, *state, entry.obligation));
    named.push_back(entry.person);
  }
  std::sort(out.today.begin(), out.today.end(), [](const Visit& a, const Visit& b) {
    return std::tie(a.starts, a.person) < std::tie(b.starts, b.person);
  });
  for (const Visit& visit : out.today)
    named.push_back(visit.person);
  log_list(office, permission, "my_work", std::move(named));
  return out;
}

} // namespace probity::service
