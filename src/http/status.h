// Methods and statuses of HTTP that the service uses (RFC 9110, sections 9 and 15; RFC 6585 for 431).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace probity::http {

enum class Method : std::uint8_t { get, head, post, put, patch, remove, options };

std::string_view name(Method method); // "GET", …; `remove` is "DELETE"
// Names are upper case; anything else, CONNECT and TRACE among them, is nothing.
std::optional<Method> method_of(std::string_view name);
// Whether it may change nothing (RFC 9110, 9.2.1): such a request needs no token against forgery.
bool is_safe(Method method);

enum class Status : std::uint16_t {
  ok = 200,
  created = 201,
  accepted = 202,
  no_content = 204,
  see_other = 303,
  not_modified = 304,
  bad_request = 400,
  unauthorized = 401,
  forbidden = 403,
  not_found = 404,
  method_not_allowed = 405,
  not_acceptable = 406,
  request_timeout = 408,
  conflict = 409,
  gone = 410,
  length_required = 411,
  precondition_failed = 412,
  content_too_large = 413,
  uri_too_long = 414,
  unsupported_media_type = 415,
  expectation_failed = 417,
  misdirected_request = 421,
  unprocessable_content = 422,
  too_many_requests = 429,
  header_fields_too_large = 431,
  internal_server_error = 500,
  not_implemented = 501,
  service_unavailable = 503,
  version_not_supported = 505,
};

constexpr unsigned number(Status status) {
  return static_cast<unsigned>(status);
}
std::string_view reason(Status status); // "Not Found"

} // namespace probity::http
