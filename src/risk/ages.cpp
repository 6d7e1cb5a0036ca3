#include "risk/ages.h"

namespace probity::risk {

int completed_months(base::Day from, base::Day to) {
  int months = base::month_of(to) - base::month_of(from);
  const int days = base::day_of_month(to) - base::day_of_month(from);
  if (months > 0 && days < 0) --months;
  if (months < 0 && days > 0) ++months;
  return months;
}

int completed_years(base::Day birth, base::Day day) {
  return completed_months(birth, day) / 12;
}

} // namespace probity::risk
