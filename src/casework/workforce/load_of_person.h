// What one person weighs for whoever holds the case.
#pragma once

#include "casework/case_state.h"
#include "casework/workforce/caseload.h"

namespace probity::casework {

// Adds the person to the load of the practitioner who holds the case; nothing where nobody does.
void add_to(Caseloads& loads, const CaseState& state);

} // namespace probity::casework
