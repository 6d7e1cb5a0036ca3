// The notes that were written with what came of an appointment, opened for whoever may see the case.
#pragma once

#include "service/case_overview.h"

namespace probity::service {

struct AppointmentNote {
  std::string text; // empty: the person was erased, and the note with them
  bool sensitive = false;
  base::Instant recorded;
  std::string by; // pseudonym
};

struct AppointmentNotes {
  base::StreamId person;
  std::string name; // of the person; empty: none is known
  OverviewAppointment appointment;
  std::vector<AppointmentNote> notes; // oldest first: with the outcome, then with its corrections
};

// Whether the event is the outcome of the appointment, and it or a correction of it has a note.
bool is_noted(const ShownEvent& event, const base::EntityId& appointment);

// Goes through the gate (`see_case`); each opening is logged before it is done. `not_found` when the case has
// no such appointment, or it has no note.
base::Result<AppointmentNotes> appointment_notes(Office& office, const Caller& caller,
                                                 const base::StreamId& person,
                                                 const base::EntityId& appointment);

} // namespace probity::service
