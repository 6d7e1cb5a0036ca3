#include "duty/due_day.h"

#include <algorithm>

namespace probity::duty {
namespace {

bool suspended_on(const timeline::PersonTimeline& timeline, base::Day day) {
  return std::any_of(timeline.suspended.begin(), timeline.suspended.end(),
                     [&](const timeline::Stretch& stretch) { return stretch.covers(day); });
}

} // namespace

base::Day DueDay::of(base::Day start) const {
  const base::Day calendar = rule.calendar_known == CalendarKnown::start ? start : known_on;
  const bool suspensions = rule.suspendable && !timeline.suspended.empty();
  if (!suspensions) {
    switch (rule.unit) {
    case LimitUnit::calendar_day:
      return start + rule.limit;
    case LimitUnit::business_day:
      return working_days.add_business_days(start, rule.limit, calendar);
    case LimitUnit::month:
      return base::add_months(start, rule.limit);
    }
  }
  // An unended suspension would never let the clock fall due; the ledger's last day is as far as it can be
  // judged.
  base::Day day = start;
  const int days = rule.unit == LimitUnit::month ? base::add_months(start, rule.limit) - start : rule.limit;
  const base::Day horizon = std::max(known_on, start) + days * 3 + 31;
  for (int counted = 0; counted < days && day < horizon;) {
    day = day + 1;
    if (suspended_on(timeline, day)) continue;
    if (rule.unit != LimitUnit::business_day || working_days.is_business_day(day, calendar)) ++counted;
  }
  return day;
}

} // namespace probity::duty
