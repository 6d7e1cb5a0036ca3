// Numbers and days as somebody typed them into fields.
#pragma once

#include <optional>
#include <string_view>

#include "base/civil.h"

namespace probity::pages {

// Digits alone, a sign before them at most; nothing for anything else, and for what is no int.
std::optional<int> typed_number(std::string_view text);
// "7", "3", "2016" → 7 March 2016. Nothing for what is no day of the calendar, and for years before 1900 and
// after 2999.
std::optional<base::Day> typed_day(std::string_view day, std::string_view month, std::string_view year);

} // namespace probity::pages
