// What came of an appointment: the command of a page and of the API.
#pragma once

#include "service/act.h"
#include "service/office.h"

namespace probity::service {

struct OutcomeGiven {
  base::EventId id; // made by the client: the same form sent twice acts once
  base::StreamId person;
  base::EntityId appointment;
  std::string outcome;
  std::string reason;    // of an acceptable absence; may be empty
  std::string note;      // sealed; may be empty
  std::string sensitive; // of the note: "true" or "false"; empty without one
};

// An id for a form that is shown now: 48 bits of milliseconds and 80 random ones.
base::EventId new_command_id(base::Instant now);

// What may be chosen, in the order of the vocabulary.
std::span<const std::string_view> outcomes_to_choose();
std::span<const std::string_view> reasons_to_choose();

// More than a note may have.
bool is_too_long(const std::string& note);

// Answers when the lists are those after it. `refused` by the gate (access::is_denial) or by a rule of
// casework.
base::Result<Acted> record_outcome(Office& office, const Caller& caller, const OutcomeGiven& given);

} // namespace probity::service
