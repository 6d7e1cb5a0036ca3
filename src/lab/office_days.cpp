#include "lab/office_days.h"

#include <algorithm>

namespace probity::lab {

namespace {

// Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876).
base::Day easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return base::day_of(year, n / 31, n % 31 + 1);
}

int weekday_number(base::Day day) {
  return static_cast<int>(base::weekday(day));
}

base::Day first_monday(int year, int month) {
  const base::Day first = base::day_of(year, month, 1);
  return first + (7 - weekday_number(first)) % 7;
}

base::Day last_monday(int year, int month) {
  const base::Day last = base::month_of(base::day_of(year, month, 1)).last();
  return last - weekday_number(last);
}

} // namespace

bool is_bank_holiday(base::Day day) {
  const int weekday = weekday_number(day);
  const base::Month month = base::month_of(day);
  const int in_month = base::day_of_month(day);
  switch (month.month()) {
  case 1: // New Year's Day, or the Monday after
    return (in_month == 1 && weekday < 5) || (weekday == 0 && (in_month == 2 || in_month == 3));
  case 3:
  case 4: {
    const base::Day sunday = easter(month.year());
    return day == sunday - 2 || day == sunday + 1;
  }
  case 5:
    return day == first_monday(month.year(), 5) || day == last_monday(month.year(), 5);
  case 8:
    return day == last_monday(month.year(), 8);
  case 12: // Christmas Day and Boxing Day, with the substitutes for those on a weekend
    if (weekday >= 5) return false;
    return in_month == 25 || in_month == 26 || (in_month == 27 && weekday <= 1) ||
           (in_month == 28 && (weekday == 0 || weekday == 1));
  default:
    return false;
  }
}

bool is_working_day(base::Day day) {
  return weekday_number(day) < 5 && !is_bank_holiday(day);
}

base::Day working_day_from(base::Day day) {
  while (!is_working_day(day))
    day = day + 1;
  return day;
}

base::Day working_days_after(base::Day day, int n) {
  const int step = n < 0 ? -1 : 1;
  if (n == 0) return working_day_from(day);
  for (int left = n * step; left > 0;) {
    day = day + step;
    if (is_working_day(day)) --left;
  }
  return day;
}

Hours::Hours(const base::Zone& zone, base::Day first, base::Day last) : first_(first) {
  for (base::Day day = first; day <= last; day = day + 1)
    starts_.push_back(zone.start_of(day));
}

base::Instant Hours::at(base::Day day, int seconds) const {
  PROBITY_ENSURE(first_ <= day && day <= last());
  const base::Instant start = starts_[static_cast<std::size_t>(day - first_)];
  return {start.microseconds + std::int64_t{seconds} * 1'000'000};
}

base::Day Hours::day_of(base::Instant instant) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), instant);
  PROBITY_ENSURE(after != starts_.begin());
  return first_ + static_cast<int>(after - starts_.begin()) - 1;
}

} // namespace probity::lab
