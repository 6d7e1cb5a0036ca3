// Decisions about staff: a command about a post or a member of staff, what the record says of the staff, and
// the rules give events, or a refusal.
#pragma once

#include "casework/decide.h"
#include "casework/workforce/workforce_state.h"

namespace probity::casework {

// As `decide`: ready to be appended as one submission, the same when the command is sent again, and none when
// it had acted before. `command` is of the staff's family.
base::Result<std::vector<base::json::Value>>
decide_workforce(const Workforce& workforce, const Command& command, const Circumstances& circumstances);

} // namespace probity::casework
