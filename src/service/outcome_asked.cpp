#include "service/outcome_asked.h"

#include <algorithm>

#include "access/command_rights.h"
#include "casework/appointments/appointment_commands.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
namespace appointment_command = casework::appointment;

const ShownEvent* outcome_in(const CaseView& view, const base::EntityId& appointment) {
  const auto found = std::find_if(view.events.begin(), view.events.end(), [&](const ShownEvent& event) {
    return event.type == record::appointment::outcome_recorded.name &&
           event.state != ShownEvent::State::voided &&
           std::any_of(event.entities.begin(), event.entities.end(), [&](const ShownField& entity) {
             return entity.name == "appointment" && entity.value == appointment.hex();
           });
  });
  return found == view.events.end() ? nullptr : &*found;
}

Result<std::vector<OutcomeEntry>> entries_of(Office& office, const PersonAppointment& about) {
  std::vector<OutcomeEntry> out;
  PROBITY_ASSIGN(const CaseView view, view_case(office.ledger(), about.person, {}));
  const ShownEvent* event = outcome_in(view, about.appointment.id);
  if (event == nullptr) return out;
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  const auto add = [&](const ShownRecord& record) {
    out.push_back({record.recorded, record.actor, access::account_of(accounts, record.actor)});
  };
  add(event->first);
  for (const ShownCorrection& one : event->corrections)
    add(one.record);
  return out;
}

std::vector<const record::TypeDeclaration*> possible_now(const OverviewAppointment& one) {
  if (one.cancelled) return {};
  if (!one.outcome.empty()) return {&appointment_command::correct_outcome};
  if (one.begun) return {};
  return {&appointment_command::move, &appointment_command::agree_absence, &appointment_command::cancel};
}

} // namespace

Result<OutcomeAsked> outcome_asked(Office& office, const Caller& caller, const base::StreamId& person,
                                   const base::EntityId& appointment) {
  OutcomeAsked out;
  PROBITY_ASSIGN(out.about, appointment_of(office, caller, person, appointment));
  const auto held = office.hold();
  PROBITY_TRY(office.follow()); // there may be no follower, after one that failed
  const auto seen = office.follower().lists().find(out.about.person);
  out.identity = identity_of(office, seen->state);
  if (!out.about.appointment.outcome.empty()) {
    PROBITY_ASSIGN(out.entries, entries_of(office, out.about));
  }
  out.offered = possible_now(out.about.appointment);
  const auto& roles = caller.member.roles;
  std::erase_if(out.offered, [&](const record::TypeDeclaration* type) {
    return std::none_of(roles.begin(), roles.end(),
                        [&](access::Role role) { return access::may_give(role, type->name); });
  });
  return out;
}

} // namespace probity::service
