// So many days, business days or months: a limit as the register states it.
#pragma once

#include "duty/clock.h"

namespace probity::casework {

struct Limit {
  int n = 0;
  duty::LimitUnit unit = duty::LimitUnit::calendar_day;
};

// So long after the day, with holidays as known on the other.
base::Day day_after(base::Day day, const Limit& limit, const rules::WorkingDays& working_days,
                    base::Day known);

} // namespace probity::casework
