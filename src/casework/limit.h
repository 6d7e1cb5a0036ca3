// So many days, business days or months: a limit as the register states it.
#pragma once

#include "duty/clock.h"

namespace probity::casework {

struct Limit {
  int n = 0;
  duty::LimitUnit unit = duty::LimitUnit::calendar_day;
};

} // namespace probity::casework
