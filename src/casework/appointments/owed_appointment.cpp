#include "casework/worklists/duty_kind.h"
#include "record/appointment.h"

namespace probity::casework {
namespace {

namespace appointment = record::appointment;

bool waits_for_outcome(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Appointment* one = state.appointment(id);
  return one != nullptr && one->open();
}

} // namespace

void add_appointment_duties(DutyKinds& kinds, const Policy& policy, const base::Zone& zone) {
  kinds.push_back({obligation("outcome", "record what came of the appointment", Consequence::record),
                   clock("appointment", policy.outcome_recorded,
                         {at_field(appointment::rescheduled, "starts", zone),
                          at_field(appointment::scheduled, "starts", zone)},
                         {on(appointment::outcome_recorded, duty::TimeRead::recorded)}),
                   waits_for_outcome});
}

} // namespace probity::casework
