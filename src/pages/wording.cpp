#include "pages/wording.h"

#include <array>
#include <optional>

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

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// " 23:45" → " at 11:45pm"; nothing for anything else.
std::optional<std::string> time_in_words(std::string_view text) {
  if (text.size() < 6 || text[0] != ' ' || text[3] != ':' || !is_digit(text[1]) || !is_digit(text[2]) ||
      !is_digit(text[4]) || !is_digit(text[5]))
    return std::nullopt;
  const int hour = (text[1] - '0') * 10 + (text[2] - '0');
  const int twelve = hour % 12 == 0 ? 12 : hour % 12;
  return " at " + std::to_string(twelve) + ":" + std::string(text.substr(4, 2)) + (hour < 12 ? "am" : "pm");
}

} // namespace

std::string dates_in_words(std::string_view text) {
  constexpr std::size_t day_size = 10; // "2016-03-27"
  constexpr std::size_t time_size = 6; // " 23:45"
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || !is_digit(text[at - 1]);
    const bool ends =
        at + day_size == text.size() || (at + day_size < text.size() && !is_digit(text[at + day_size]));
    const auto day = begins && ends ? base::parse_day(text.substr(at, day_size)) : std::nullopt;
    if (!day) {
      out += text[at++];
      continue;
    }
    out += in_words(*day);
    at += day_size;
    if (const auto time = time_in_words(text.substr(at))) {
      out += *time;
      at += time_size;
    }
  }
  return out;
}

std::string when_in_words(std::string_view when) {
  for (const std::string_view plain : {"at ", "on "})
    if (when.starts_with(plain) && when.size() > plain.size() && when[plain.size()] >= '0' &&
        when[plain.size()] <= '9')
      return dates_in_words(when.substr(plain.size()));
  constexpr std::string_view month = "in the month of ";
  if (!when.starts_with(month)) return dates_in_words(when);
  const std::string day = dates_in_words(when.substr(month.size()));
  return day.find(" to ") == std::string::npos ? day.substr(day.find(' ') + 1) : day;
}

std::string code_words(std::string_view code) {
  constexpr std::string_view over = "_over";
  const bool open_above = code.ends_with(over) && code.find_first_of("0123456789") != std::string_view::npos;
  if (open_above) code.remove_suffix(over.size());
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool between = i > 0 && i + 1 < code.size() && is_digit(code[i - 1]) && is_digit(code[i + 1]);
    if (code[i] == '_')
      out += between ? " to " : " ";
    else
      out += code[i];
  }
  return open_above ? out + " or over" : out;
}

} // namespace probity::pages
