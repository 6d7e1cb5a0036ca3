#include "pages/wording.h"

#include <array>

namespace probity::pages {
namespace {

std::string in_words(base::Month month) {
  constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  return std::string(names.at(static_cast<std::size_t>(month.month() - 1))) + " " +
         std::to_string(month.year());
}

} // namespace

std::string in_words(base::Day day) {
  return std::to_string(base::day_of_month(day)) + " " + in_words(base::month_of(day));
}

std::string in_words(const contract::Period& period) {
  const std::string first = in_words(period.first_month);
  return period.months == 1 ? first : first + " to " + in_words(period.first_month + (period.months - 1));
}

std::string with_commas(std::uint64_t count) {
  std::string out = std::to_string(count);
  for (std::size_t at = out.size(); at > 3;) {
    at -= 3;
    out.insert(at, ",");
  }
  return out;
}

std::string count_of(std::uint64_t count, std::string_view plural, std::string_view singular) {
  std::string_view word = plural;
  if (count == 1) word = singular.empty() ? plural.substr(0, plural.size() - 1) : singular;
  return with_commas(count) + " " + std::string(word);
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return out;
}

std::string plain_number(const base::Rational& number, int decimals) {
  std::string out = number.decimal(decimals);
  if (out.find('.') == std::string::npos) return out;
  while (out.back() == '0')
    out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string signed_number(const base::Rational& number, int decimals) {
  return (number > 0 ? "+" : "") + number.decimal(decimals);
}

std::string spaced(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c == '.' || c == '_') c = ' ';
  return out;
}

} // namespace probity::pages
