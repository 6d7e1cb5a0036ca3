// From the day a clock starts to the day it is due.
#pragma once

#include "duty/clock.h"

namespace probity::duty {

// Counts the limit from a start day: calendar days, business days after the start, or months. Where the rule
// says so, days on which the compliance clocks were suspended are not counted.
struct DueDay {
  const ClockRule& rule;
  const timeline::PersonTimeline& timeline;
  const rules::WorkingDays& working_days;
  base::Day known_on;

  [[nodiscard]] base::Day of(base::Day start) const;
};

} // namespace probity::duty
