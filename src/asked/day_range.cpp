#include "asked/day_range.h"

namespace probity::asked {
namespace {

base::Result<std::optional<base::Day>> day_of(const http::Pairs& query, const std::string& name) {
  const std::string text(query.text(name));
  if (text.empty()) return std::optional<base::Day>();
  const auto day = base::parse_day(text);
  if (!day)
    return base::fail(base::ErrorCode::invalid_input, "Enter a real day", name,
                      "One that the calendar has, such as 27 March 2016 (2016-03-27)");
  return day;
}

} // namespace

base::Result<DayRange> day_range(const http::Pairs& query) {
  DayRange out;
  PROBITY_ASSIGN(out.from, day_of(query, "from"));
  PROBITY_ASSIGN(out.to, day_of(query, "to"));
  if (out.from && out.to && *out.to < *out.from)
    return base::fail(base::ErrorCode::invalid_input, "The last day is before the first", "to",
                      "Enter the same day, or a later one");
  return out;
}

} // namespace probity::asked
