// A request as handlers see it: decoded, bounded and checked, whatever carried it.
#pragma once

#include "base/civil.h"
#include "base/result.h"
#include "http/fields.h"
#include "http/status.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace probity::http {

struct Request {
  Method method = Method::get;
  std::string path = "/"; // decoded; begins with "/", no empty parts, no dot segments
  Pairs query;            // decoded
  Fields headers;
  Pairs cookies;
  Pairs form;       // of a body of type application/x-www-form-urlencoded; otherwise empty
  std::string body; // as it came
  std::string host; // as the client named it, with the port if one was given: "probity.example:8443"
  // The numeric address of the client: the socket's, or what a proxy that is trusted says.
  std::string client_address;
  bool secure = false;    // the client speaks TLS, to us or to a proxy that is trusted
  base::Instant received; // when the head was read; the clock for whatever the handler decides
  Pairs parts;            // typed parts of the path, set by the router

  [[nodiscard]] std::optional<std::string_view> header(std::string_view field) const {
    return headers.find(field);
  }
  // A part that the pattern of the route has; asking for one that it has not stops the program.
  [[nodiscard]] std::string_view part(std::string_view part_name) const;
  // Of a part of type `number`: 0 … 10^18 − 1.
  [[nodiscard]] std::uint64_t number_part(std::string_view part_name) const;
  // "application/json" of "application/json; charset=utf-8", in lower case; empty when there is none.
  [[nodiscard]] std::string media_type() const;
};

// A part of the path whose type in the pattern is hex32.
template <class Id> Id id_of(const Request& request, std::string_view part_name) {
  const auto id = Id::from_hex(request.part(part_name));
  PROBITY_ENSURE(id.has_value());
  return *id;
}

// Digits alone, 1 to 18 of them: 0 … 10^18 − 1. Nothing for any other text.
std::optional<std::uint64_t> number_of(std::string_view text);

// Whether a browser sent it from a page of another site: Sec-Fetch-Site says so, or else Origin does not name
// the host that was asked. Requests by programs carry neither and are not from elsewhere.
bool is_cross_site(const Request& request);

// Fills `form` from the body. Nothing, or why not: a body without a type or of a multipart type is 415, a
// form in a character set other than UTF-8 is 415, a malformed one 400, one over the limits 413.
std::optional<Status> read_form(Request& request);

} // namespace probity::http
