#include "http/wire_response.h"

#include <array>
#include <fmt/format.h>

namespace probity::http {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_ours(std::string_view field) {
  return same_without_case(field, "Date") || same_without_case(field, "Content-Length") ||
         same_without_case(field, "Connection");
}

} // namespace

std::string http_date(base::Instant instant) {
  // The text of an instant is always "YYYY-MM-DDTHH:MM:SS.ffffffZ".
  const std::string text = base::to_text(instant);
  const base::Day day = *base::parse_day(std::string_view(text).substr(0, 10));
  const auto month = static_cast<std::size_t>(base::month_of(day).month() - 1);
  return fmt::format("{}, {} {} {} {} GMT", weekdays[static_cast<std::size_t>(base::weekday(day))],
                     text.substr(8, 2), months[month], text.substr(0, 4), text.substr(11, 8));
}

std::string head_text(const Response& response, Connection connection, base::Instant now) {
  std::string out = fmt::format("HTTP/1.1 {} {}\r\n", number(response.status), reason(response.status));
  for (const Pair& field : response.headers)
    if (!is_ours(field.name)) out += field.name + ": " + field.value + "\r\n";
  out += "Date: " + http_date(now) + "\r\n";
  if (response.status != Status::no_content && response.status != Status::not_modified)
    out += fmt::format("Content-Length: {}\r\n", response.content().size());
  out += connection == Connection::keep ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return out;
}

} // namespace probity::http
