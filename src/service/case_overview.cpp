#include "service/case_overview.h"

#include <algorithm>

#include "service/appointment_notes.h"
#include "service/asking.h"
#include "service/command_asked.h"

namespace probity::service {
namespace {

using base::Result;

void fill(CaseOverview& out, const casework::CaseState& state, base::Instant now) {
  out.provider = state.provider.text();
  out.practitioner = state.practitioner.text();
  out.duty_team = state.duty_team.text();
  out.in_custody = state.in_custody;
  out.died = state.died;
  out.limited = state.access.limited(out.on);
  for (const casework::Order& order : state.orders)
    out.orders.push_back({std::string(order.type.text()), order.imposed, order.ended});
  for (const casework::Appointment& one : state.appointments)
    out.appointments.push_back(overview_of(one, now));
  std::stable_sort(out.appointments.begin(), out.appointments.end(),
                   [](const auto& a, const auto& b) { return a.starts > b.starts; });
  if (out.appointments.size() > most_shown) out.appointments.resize(most_shown);
}

} // namespace

OverviewAppointment overview_of(const casework::Appointment& one, base::Instant now) {
  return {one.id,
          one.starts,
          std::string(one.mode.text()),
          std::string(one.purpose.text()),
          std::string(one.outcome.text()),
          one.cancelled,
          one.starts <= now,
          false};
}

Result<CaseOverview> case_overview(Office& office, const Caller& caller, const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask_about(office, caller, access::Action::see_case, person, "case"));
  CaseOverview out;
  out.person = office.follower().standing_name(person);
  out.name = office.name_of(out.person);
  out.on = office.today();
  const auto seen = office.follower().lists().find(out.person);
  out.identity = identity_of(office, seen->state);
  fill(out, seen->state, office.given());
  out.doubles = doubles_of(office, caller, out.person);
  if (!out.doubles.empty())
    log_rows_at(office, permission, "case_doubles", out.doubles, office.ledger().size());
  out.mine = out.practitioner == caller.member.staff.hex();
  for (const casework::Obligation& one : seen->owed)
    out.owed.push_back(work_item(office, caller, seen->state, one));
  PROBITY_ASSIGN(CaseView view, view_case(office.ledger(), out.person, {}));
  out.size = view.size;
  out.offered = commands_offered(caller, view.events);
  for (OverviewAppointment& one : out.appointments)
    one.has_note = std::any_of(view.events.begin(), view.events.end(),
                               [&](const ShownEvent& event) { return is_noted(event, one.id); });
  std::erase_if(view.events, names_money);
  const std::size_t shown_events = std::min(view.events.size(), most_shown);
  out.recorded.assign(
      std::make_move_iterator(view.events.rbegin()),
      std::make_move_iterator(view.events.rbegin() + static_cast<std::ptrdiff_t>(shown_events)));
  return out;
}

Result<PersonAppointment> appointment_of(Office& office, const Caller& caller, const base::StreamId& person,
                                         const base::EntityId& appointment) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::see_case, person, "appointment"));
  const base::StreamId name = office.follower().standing_name(person);
  const auto seen = office.follower().lists().find(name);
  const casework::Appointment* found = seen->state.appointment(appointment);
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such appointment", "appointment",
                      "Go to the case and choose one there");
  return PersonAppointment{name, office.name_of(name), overview_of(*found, office.given())};
}

} // namespace probity::service
