// Ages and spans in completed units, as the instruments count them.
#pragma once

#include "base/civil.h"

namespace probity::risk {

// Birthdays passed by `day`; someone born on 29 February turns a year older on 1 March of a common year.
// Negative when `day` is before `birth` by a year or more; 0 within the year before it.
int completed_years(base::Day birth, base::Day day);
// Whole calendar months from `from` to `to`: 31 January to 28 February is 0.
int completed_months(base::Day from, base::Day to);

} // namespace probity::risk
