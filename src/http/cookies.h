// Cookies (RFC 6265): strict reading, and setting with every attribute said.
#pragma once

#include "http/fields.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace probity::http {

// The pairs of a Cookie field, values of RFC 6265 4.1.1 without quotes. A pair that is spelt otherwise is
// left out: other programs on the host set such, and their cookies must not lock anyone out. A name that
// comes twice is left out altogether, since one of the two may have been planted.
Pairs parse_cookies(std::string_view field);

enum class SameSite : std::uint8_t { strict, lax };

struct SetCookie {
  std::string name; // a token
  std::string
      value; // letters, digits and what else RFC 6265 allows: no space, quote, comma, semicolon, backslash
  std::string path = "/";
  std::optional<std::int64_t> max_age_seconds; // nothing: until the browser is closed; 0: deletes it
  bool secure = true;                          // not sent over plain HTTP
  bool http_only = true;                       // not seen by scripts
  SameSite same_site = SameSite::lax;
};
// The value of a Set-Cookie field. A name or value outside what is said above stops the program.
std::string to_field(const SetCookie& cookie);

} // namespace probity::http
