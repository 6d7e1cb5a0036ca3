#include "rules/working_days.h"

#include <algorithm>
#include <limits>

namespace probity::rules {

using base::Day;

namespace {

constexpr std::string_view holiday_id = "bank_holiday";

bool is_weekday(Day day) {
  return base::weekday(day) < base::Weekday::saturday;
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  std::int64_t quotient = value / by;
  return value % by < 0 ? quotient - 1 : quotient;
}

// Days since Monday 29 December 1969.
constexpr std::int64_t monday_shift = 3;

// A number that grows by one on every Monday to Friday: how many there were up to and including the day.
std::int64_t weekdays_through(Day day) {
  std::int64_t since_monday = day.since_epoch + monday_shift;
  std::int64_t week = floor_divide(since_monday, 7);
  return week * 5 + std::min<std::int64_t>(since_monday - week * 7 + 1, 5);
}

// The Monday to Friday on which weekdays_through reaches the number.
Day weekday_numbered(std::int64_t number) {
  std::int64_t week = floor_divide(number - 1, 5);
  return {static_cast<std::int32_t>(week * 7 + (number - 1 - week * 5) - monday_shift)};
}

// How many of the sorted days are after `after` and not after `through`.
std::int64_t count_within(const std::vector<Day>& days, Day after, Day through) {
  auto first = std::upper_bound(days.begin(), days.end(), after);
  return std::upper_bound(first, days.end(), through) - first;
}

} // namespace

base::Result<WorkingDays> WorkingDays::from(const Register& rules) {
  std::span<const Row> rows = rules.rows(holiday_id);
  if (rows.empty())
    return base::fail(base::ErrorCode::not_found, "the rules have no bank holidays", std::string(holiday_id),
                      "Add rows with the id bank_holiday, as in rules/england-wales/bank-holidays.toml");
  std::vector<Day> changes{Day{std::numeric_limits<std::int32_t>::min()}};
  for (const Row& row : rows) {
    if (row.valid_to != row.valid_from)
      return base::fail(base::ErrorCode::invalid_input, "a bank holiday is one day", row.where,
                        "Write on = DATE");
    changes.push_back(row.published_on);
    if (row.withdrawn_on) changes.push_back(*row.withdrawn_on);
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

  WorkingDays out;
  for (Day known : changes) {
    Era era{known, {}};
    for (const Row& row : rows)
      if (row.counts_by(known) && is_weekday(row.valid_from)) era.holidays.push_back(row.valid_from);
    era.holidays.erase(std::unique(era.holidays.begin(), era.holidays.end()), era.holidays.end());
    out.eras_.push_back(std::move(era));
  }
  out.first_ = base::day_of(base::year_of(rows.front().valid_from), 1, 1);
  out.last_ = base::day_of(base::year_of(rows.back().valid_from), 12, 31);
  return out;
}

const WorkingDays::Era& WorkingDays::era(base::Day known) const {
  auto after = std::upper_bound(eras_.begin(), eras_.end(), known,
                                [](Day day, const Era& era) { return day < era.known_from; });
  return *std::prev(after);
}

base::Day WorkingDays::era_of(base::Day known) const {
  return era(known).known_from;
}

bool WorkingDays::is_business_day(Day day, Day known) const {
  const std::vector<Day>& closed = holidays(known);
  return is_weekday(day) && !std::binary_search(closed.begin(), closed.end(), day);
}

Day WorkingDays::add_business_days(Day trigger, int n, Day known) const {
  if (n == 0) return trigger;
  const std::vector<Day>& closed = holidays(known);
  // Each holiday on the way costs one more weekday, which may meet another holiday.
  std::int64_t skipped = 0;
  while (true) {
    Day reached = n > 0 ? weekday_numbered(weekdays_through(trigger) + n + skipped)
                        : weekday_numbered(weekdays_through(trigger - 1) + 1 + n - skipped);
    std::int64_t met =
        n > 0 ? count_within(closed, trigger, reached) : count_within(closed, reached - 1, trigger - 1);
    if (met == skipped) return reached;
    skipped = met;
  }
}

int WorkingDays::business_days_between(Day a, Day b, Day known) const {
  if (b < a) return -business_days_between(b, a, known);
  std::int64_t weekdays = weekdays_through(b) - weekdays_through(a);
  return static_cast<int>(weekdays - count_within(holidays(known), a, b));
}

} // namespace probity::rules
