// Numbers and days as somebody typed them into fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "http/fields.h"

namespace probity::pages {

// Digits alone, a sign before them at most; nothing for anything else, and for what is no int.
std::optional<int> typed_number(std::string_view text);
// "7", "3", "2016" → 7 March 2016. Nothing for what is no day of the calendar, and for years before 1900 and
// after 2999.
std::optional<base::Day> typed_day(std::string_view day, std::string_view month, std::string_view year);

// The fields of a day as they came, or a day of a link, cut into them.
struct TypedDay {
  std::string day, month, year;

  [[nodiscard]] bool empty() const { return day.empty() && month.empty() && year.empty(); }
  // "2016-03-07"; what was typed with "-" between where that is no day; empty.
  [[nodiscard]] std::string text() const;
};
// "NAME-day", "NAME-month" and "NAME-year" of a form, or "NAME=2016-03-27" of a link.
TypedDay typed_day_in(const http::Pairs& query, const std::string& name);

} // namespace probity::pages
