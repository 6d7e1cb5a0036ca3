#include "pages/staff/typed_day.h"

#include <charconv>
#include <string>

namespace probity::pages {

std::optional<int> typed_number(std::string_view text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

std::optional<base::Day> typed_day(std::string_view day, std::string_view month, std::string_view year) {
  const auto of_month = typed_number(day);
  const auto of_year = typed_number(month);
  const auto in = typed_number(year);
  if (!of_month || !of_year || !in || *of_month < 1 || *of_month > 31 || *of_year < 1 || *of_year > 12 ||
      *in < 1900 || *in > 2999)
    return std::nullopt;
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return base::parse_day(std::to_string(*in) + "-" + two(*of_year) + "-" + two(*of_month));
}

} // namespace probity::pages
