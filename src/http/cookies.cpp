#include "http/cookies.h"

#include "base/result.h"

#include <algorithm>
#include <vector>

namespace probity::http {

namespace {

bool is_cookie_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7F && std::string_view("\",;\\").find(c) == std::string_view::npos;
  });
}

} // namespace

Pairs parse_cookies(std::string_view field) {
  std::vector<Pair> found;
  std::vector<std::string> twice;
  while (!field.empty()) {
    std::string_view piece = field.substr(0, field.find(';'));
    field.remove_prefix(std::min(field.size(), piece.size() + 1));
    while (piece.starts_with(' '))
      piece.remove_prefix(1);
    const std::size_t equals = piece.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = piece.substr(0, equals);
    const std::string_view value = piece.substr(equals + 1);
    if (!is_token(name)) continue;
    if (std::any_of(found.begin(), found.end(), [&](const Pair& pair) { return pair.name == name; }))
      twice.emplace_back(name);
    found.push_back({std::string(name), std::string(value)});
  }
  Pairs cookies;
  for (Pair& pair : found)
    if (is_cookie_value(pair.value) && std::find(twice.begin(), twice.end(), pair.name) == twice.end())
      cookies.add(std::move(pair.name), std::move(pair.value));
  return cookies;
}

std::string to_field(const SetCookie& cookie) {
  PROBITY_ENSURE(is_token(cookie.name));
  PROBITY_ENSURE(is_cookie_value(cookie.value));
  PROBITY_ENSURE(cookie.path.starts_with('/') && is_cookie_value(cookie.path));
  std::string out = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
  if (cookie.max_age_seconds) out += "; Max-Age=" + std::to_string(*cookie.max_age_seconds);
  if (cookie.secure) out += "; Secure";
  if (cookie.http_only) out += "; HttpOnly";
  out += cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
  return out;
}

} // namespace probity::http
