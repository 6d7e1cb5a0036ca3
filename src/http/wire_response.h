// The bytes of a response's head (RFC 9112, section 4).
#pragma once

#include "base/civil.h"
#include "http/response.h"

#include <string>

namespace probity::http {

enum class Connection : std::uint8_t { keep, close };

// Status line, the response's own fields, and Date, Content-Length and Connection, which are the server's. No
// Content-Length where none may be (204, 304). Field values cannot end a line: see `Fields`.
std::string head_text(const Response& response, Connection connection, base::Instant now);
// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
std::string http_date(base::Instant instant);

} // namespace probity::http
