#include "http/request.h"

#include "http/encoding.h"

#include <charconv>

namespace probity::http {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// Whether all parameters of a Content-Type are charset=utf-8.
bool is_in_utf8(std::string_view content_type) {
  std::size_t semicolon = content_type.find(';');
  while (semicolon != std::string_view::npos) {
    content_type.remove_prefix(semicolon + 1);
    semicolon = content_type.find(';');
    const std::string parameter = lower(trimmed(content_type.substr(0, semicolon)));
    if (parameter != "charset=utf-8" && parameter != "charset=\"utf-8\"") return false;
  }
  return true;
}

} // namespace

std::string_view Request::part(std::string_view part_name) const {
  const auto found = parts.find(part_name);
  PROBITY_ENSURE(found.has_value());
  return *found;
}

std::uint64_t Request::number_part(std::string_view part_name) const {
  const auto value = number_of(part(part_name));
  PROBITY_ENSURE(value.has_value());
  return *value;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  constexpr std::size_t most_digits = 18;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string Request::media_type() const {
  const std::string_view field = header("Content-Type").value_or("");
  return lower(trimmed(field.substr(0, field.find(';'))));
}

bool is_cross_site(const Request& request) {
  if (const auto site = request.header("Sec-Fetch-Site")) return *site != "same-origin" && *site != "none";
  const auto origin = request.header("Origin");
  if (!origin) return false;
  return *origin != (request.secure ? "https://" : "http://") + request.host;
}

std::optional<Status> read_form(Request& request) {
  if (request.body.empty()) return std::nullopt;
  const std::string type = request.media_type();
  if (type.empty() || type.starts_with("multipart/")) return Status::unsupported_media_type;
  if (type != "application/x-www-form-urlencoded") return std::nullopt;
  if (!is_in_utf8(*request.header("Content-Type"))) return Status::unsupported_media_type;
  auto form = decode_form(request.body);
  if (!form)
    return form.error().code == base::ErrorCode::too_large ? Status::content_too_large : Status::bad_request;
  request.form = std::move(*form);
  return std::nullopt;
}

} // namespace probity::http
