#include "outcome/window.h"

#include <algorithm>

namespace probity::outcome {

std::optional<Days> days_of(const record::ValidTime& valid) {
  if (!valid.known()) return std::nullopt;
  return Days{valid.first, valid.last};
}

Within within(const Days& day, const Days& start, int delay, int months) {
  if (day.last < start.first + delay) return Within::before;
  // The later the start, the later the window's end: the latest start not after the day decides.
  const base::Day latest = std::min(start.last, day.last - delay);
  if (std::max(day.first, latest + delay) > base::add_months(latest, months)) return Within::after;
  const bool surely = day.first >= start.last + delay && day.last <= base::add_months(start.first, months);
  return surely ? Within::surely : Within::perhaps;
}

WindowLengths::Length WindowLengths::of(const Days& start) {
  if (start.one_day()) {
    const int days = base::add_months(start.first, months_) - start.first;
    return {days, days};
  }
  const auto [found, added] = known_.try_emplace(start);
  if (added) {
    Length& length = found->second;
    length.shortest = length.longest = base::add_months(start.first, months_) - start.first;
    for (base::Day day = start.first; day <= start.last; day = day + 1) {
      const int days = base::add_months(day, months_) - day;
      length.shortest = std::min(length.shortest, days);
      length.longest = std::max(length.longest, days);
    }
  }
  return found->second;
}

} // namespace probity::outcome
