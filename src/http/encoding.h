// Percent-encoding of paths, and application/x-www-form-urlencoded as queries and forms use it (RFC
// 3986, 2.1; WHATWG URL Standard, section 5). Strict: what has no one meaning is refused, nothing is
// repaired.
#pragma once

#include "base/result.h"
#include "http/fields.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace probity::http {

struct FormLimits {
  std::size_t pairs = 500;
  std::size_t name_bytes = 200;     // decoded
  std::size_t value_bytes = 65'536; // decoded
};

// "a=1&b=x+y" → pairs. A name without "=" has the empty value. Refused: an empty pair or name, a percent sign
// without two hex digits, what is not UTF-8 when decoded, control characters (in a value, tab and the ends of
// lines are allowed), more than the limits.
base::Result<Pairs> decode_form(std::string_view text, const FormLimits& limits = {});
std::string encode_form(const Pairs& pairs); // what browsers send; decode_form gives the same pairs back

// "/cases/a%20b" → "/cases/a b". Refused: not beginning with "/", empty parts ("//"), "." and ".." however
// spelt, an encoded slash, backslashes, control characters, what is not UTF-8.
base::Result<std::string> decode_path(std::string_view text);
// One part of a path for a link: everything but unreserved characters is encoded.
std::string encode_part(std::string_view part);

struct Target {
  std::string path; // decoded
  Pairs query;      // decoded
};
// "/cases?page=2" → path and query. A fragment is refused.
base::Result<Target> decode_target(std::string_view text, const FormLimits& limits = {});

} // namespace probity::http
