// Whom a case is of, and how it stands, in a line: what every page of a case says first.
#pragma once

#include <optional>
#include <string>

#include "service/office.h"

namespace probity::service {

struct CaseIdentity {
  base::StreamId person;
  std::string name; // empty: none is known
  std::optional<base::Day> birth;
  int age = 0;                       // whole years, where the day of birth is known
  std::string tier;                  // its letter; empty: never scored
  std::string harm_level;            // of serious harm; empty: not judged
  std::optional<base::Instant> next; // appointment, from now on
};

// The office is held, and the caller may see the record.
CaseIdentity identity_of(const Office& office, const casework::CaseState& state);
// The next appointment that is neither called off nor answered; nothing where none begins after `now`.
std::optional<base::Instant> next_appointment(const casework::CaseState& state, base::Instant now);

} // namespace probity::service
