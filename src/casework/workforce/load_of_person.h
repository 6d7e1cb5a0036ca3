// What one person weighs for whoever holds the case.
#pragma once

#include "casework/case_state.h"
#include "casework/workforce/caseload.h"

namespace probity::casework {

// A person who has died weighs nothing, and neither does one whom nobody holds.
struct PersonLoad {
  bool counts = false;
  bool high_risk = false;
  std::optional<std::int64_t> points;

  bool operator==(const PersonLoad&) const = default;
};
PersonLoad load_of(const CaseState& state);

// Puts it on a sum and takes it off again; which body answers is not told.
void add_to(Caseload& sum, const PersonLoad& one);
void take_from(Caseload& sum, const PersonLoad& one);

// Adds the person to the load of the practitioner who holds the case; nothing where nobody does.
void add_to(Caseloads& loads, const CaseState& state);

} // namespace probity::casework
