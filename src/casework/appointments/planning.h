// Decisions about what goes beyond one appointment; for `decide_appointment` only.
#pragma once

#include "casework/drafting.h"

namespace probity::casework {

constexpr int longest_appointment = 24 * 60; // minutes

base::Result<void> arrange_series(Request& request);
base::Result<void> cancel_series(Request& request);
base::Result<void> accept_absence(Request& request);
base::Result<void> withdraw_absence(Request& request);
base::Result<void> make_safe(Request& request);
base::Result<void> warn_of_place(Request& request);
base::Result<void> clear_place(Request& request);

} // namespace probity::casework
