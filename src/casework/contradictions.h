// States that casework never makes: what an import, a correction or another program may have left behind. The
// fold is total, so that whatever the record holds can be shown; this names what cannot be as it stands.
#pragma once

#include <string>
#include <vector>

#include "casework/case_state.h"

namespace probity::casework {

// In plain words, each a sentence without full stop; empty when there is none.
std::vector<std::string> contradictions(const CaseState& state);

} // namespace probity::casework
