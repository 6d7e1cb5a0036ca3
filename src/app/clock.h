// The one real clock. Everything else is told the time.
#pragma once

#include "base/civil.h"

namespace probity::app {

// The system's time now, UTC.
base::Instant now();

} // namespace probity::app
