#include "service/appointment_notes.h"

#include <algorithm>

#include "record/appointment.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;

void add_notes(std::vector<AppointmentNote>& out, const ShownRecord& record) {
  for (const ShownPart& part : record.sealed) {
    AppointmentNote& note = out.emplace_back();
    note.recorded = record.recorded;
    note.by = record.actor;
    for (const ShownField& field : part.fields) {
      if (field.name == "note") note.text = field.value;
      if (field.name == "sensitive") note.sensitive = field.value == "yes";
    }
  }
}

} // namespace

bool is_noted(const ShownEvent& event, const base::EntityId& appointment) {
  if (event.type != record::appointment::outcome_recorded.name) return false;
  const bool of_it = std::any_of(event.entities.begin(), event.entities.end(), [&](const ShownField& entity) {
    return entity.name == "appointment" && entity.value == appointment.hex();
  });
  return of_it && (!event.first.sealed.empty() ||
                   std::any_of(event.corrections.begin(), event.corrections.end(),
                               [](const ShownCorrection& one) { return !one.record.sealed.empty(); }));
}

Result<AppointmentNotes> appointment_notes(Office& office, const Caller& caller, const base::StreamId& person,
                                           const base::EntityId& appointment) {
  AppointmentNotes out;
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::see_case, person, "note"));
  out.person = office.follower().standing_name(person);
  out.name = office.name_of(out.person);
  const auto seen = office.follower().lists().find(out.person);
  const casework::Appointment* found = seen->state.appointment(appointment);
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such appointment", "appointment",
                      "Go to the case and choose one there");
  out.appointment = overview_of(*found, office.given());
  PROBITY_ASSIGN(CaseView view, view_case(office.ledger(), out.person, {}));
  std::erase_if(view.events, [&](const ShownEvent& event) { return !is_noted(event, appointment); });
  if (view.events.empty())
    return base::fail(base::ErrorCode::not_found, "the appointment has no note", "appointment",
                      "Notes are written with the outcome");
  out.appointment.has_note = true;
  ReadingLog::Held readings = office.access_log();
  PROBITY_TRY(open_parts(view, office.ledger(), readings.writing(), caller.member.account, "note"));
  for (const ShownEvent& event : view.events) {
    add_notes(out.notes, event.first);
    for (const ShownCorrection& correction : event.corrections)
      add_notes(out.notes, correction.record);
  }
  return out;
}

} // namespace probity::service
