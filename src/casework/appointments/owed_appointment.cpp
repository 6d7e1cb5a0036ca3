#include "casework/appointments/meeting.h"
#include "casework/worklists/duty_kind.h"
#include "record/appointment.h"

namespace probity::casework {
namespace {

namespace appointment = record::appointment;

bool waits_for_outcome(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Appointment* one = state.appointment(id);
  return one != nullptr && one->open();
}

// Visits alone that were arranged before anything spoke against them.
std::vector<Waiting> unsafe_visits(const Situation& situation) {
  std::vector<Waiting> out;
  const CaseState& state = situation.state;
  for (const Appointment& one : state.appointments) {
    if (!one.open() || one.absence_agreed || one.day < situation.on ||
        !alone_outside(situation.policy, one.mode) || !state.appointment_book.safety_of(one.id).empty())
      continue;
    const std::vector<Ground> grounds = safety_grounds(state, situation.policy, one.mode, one.place);
    if (!grounds.empty()) out.push_back({one.id, grounds.front().since, one.day, grounds.front().event});
  }
  return out;
}

} // namespace

void add_appointment_duties(DutyKinds& kinds, const Policy& policy, const base::Zone& zone) {
  kinds.push_back(
      standing(obligation("visit_safety", "say how a visit to the person is made safe, or meet elsewhere",
                          Consequence::safety),
               unsafe_visits));
  kinds.push_back({obligation("outcome", "record what came of the appointment", Consequence::record),
                   clock("appointment", policy.outcome_recorded,
                         {at_field(appointment::rescheduled, "starts", zone),
                          at_field(appointment::scheduled, "starts", zone)},
                         {on(appointment::outcome_recorded, duty::TimeRead::recorded)}),
                   waits_for_outcome});
}

} // namespace probity::casework
