#include "pages/staff/typed_day.h"

#include <charconv>

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

std::string TypedDay::text() const {
  if (empty()) return {};
  const auto known = typed_day(day, month, year);
  return known ? base::to_text(*known) : year + "-" + month + "-" + day;
}

TypedDay typed_day_in(const http::Pairs& query, const std::string& name) {
  TypedDay out{std::string(query.text(name + "-day")), std::string(query.text(name + "-month")),
               std::string(query.text(name + "-year"))};
  const std::string linked(query.text(name));
  if (linked.empty()) return out;
  const bool known = base::parse_day(linked).has_value();
  return known ? TypedDay{linked.substr(8), linked.substr(5, 2), linked.substr(0, 4)}
               : TypedDay{linked, "", ""};
}

} // namespace probity::pages
