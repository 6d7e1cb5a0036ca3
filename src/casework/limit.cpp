#include "casework/limit.h"

namespace probity::casework {

base::Day day_after(base::Day day, const Limit& limit, const rules::WorkingDays& working_days,
                    base::Day known) {
  switch (limit.unit) {
  case duty::LimitUnit::business_day:
    return working_days.add_business_days(day, limit.n, known);
  case duty::LimitUnit::month:
    return base::add_months(day, limit.n);
  case duty::LimitUnit::calendar_day:
    break;
  }
  return day + limit.n;
}

} // namespace probity::casework
