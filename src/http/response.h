// What a handler gives back. Headers against sniffing, framing and caching are added when it is sent
// (site.h).
#pragma once

#include "http/cookies.h"
#include "http/fields.h"
#include "http/status.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace probity::http {

enum class Caching : std::uint8_t {
  none,       // no-store: what is about a person, and whatever is not known to be about none
  revalidate, // kept, and asked for again each time by its ETag
  immutable,  // kept for a year: an address that changes with the content
};

struct Response {
  Status status = Status::ok;
  Fields headers;
  std::string body;
  // A body that several responses share, sent in place of `body` when set (files that never change).
  std::shared_ptr<const std::string> shared_body;
  Caching caching = Caching::none;

  [[nodiscard]] std::string_view content() const {
    return shared_body ? std::string_view(*shared_body) : std::string_view(body);
  }
  Response& set_cookie(const SetCookie& cookie);
  Response& set_header(std::string_view name, std::string_view value);
};

Response html_page(std::string markup, Status status = Status::ok); // UTF-8
Response plain_text(std::string text, Status status = Status::ok);  // UTF-8
Response json_text(std::string json, Status status = Status::ok);
// RFC 9457: application/problem+json; the text is the caller's.
Response problem_json(std::string json, Status status);
// With a 503: that whoever asked may ask again in a second (Retry-After).
void ask_again_soon(Response& response);
// 303 after a form: `location` is a path of this service, "/…" with what is not allowed in a header already
// encoded.
// "//elsewhere" and other sites stop the program; text of a client goes through is_local_path first.
Response see_other(std::string_view location);
// Whether it is a path of this service that may be put into `see_other`: "/" and then neither "/" nor "\",
// printable ASCII without spaces.
bool is_local_path(std::string_view location);

} // namespace probity::http
