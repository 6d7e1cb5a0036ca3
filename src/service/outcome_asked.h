// One appointment, for the question what came of it: who said so already, or what can be done with it while
// it is still to come.
#pragma once

#include "record/declaration.h"
#include "service/case_overview.h"

namespace probity::service {

struct OutcomeEntry {
  base::Instant recorded;
  std::string by;      // pseudonym
  std::string account; // empty: has none
};

struct OutcomeAsked {
  PersonAppointment about;
  CaseIdentity identity;
  // When and by whom the outcome was recorded, then each correction of it. Empty: it has none, or one that is
  // not of a meeting.
  std::vector<OutcomeEntry> entries;
  // What the caller may do with it as it stands: correct its outcome; or, before it begins, move it, agree an
  // absence, call it off.
  std::vector<const record::TypeDeclaration*> offered;
};

// Goes through the gate (`see_case`). `not_found` when the case has no such appointment.
base::Result<OutcomeAsked> outcome_asked(Office& office, const Caller& caller, const base::StreamId& person,
                                         const base::EntityId& appointment);

} // namespace probity::service
