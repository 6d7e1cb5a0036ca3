#include "http/response.h"

#include "base/result.h"

#include <algorithm>

namespace probity::http {

namespace {

Response of_type(std::string_view type, std::string body, Status status) {
  Response response{.status = status, .headers = {}, .body = std::move(body), .shared_body = nullptr};
  response.headers.add("Content-Type", type);
  return response;
}

} // namespace

Response& Response::set_cookie(const SetCookie& cookie) {
  headers.add("Set-Cookie", to_field(cookie));
  return *this;
}

Response& Response::set_header(std::string_view name, std::string_view value) {
  headers.set(name, value);
  return *this;
}

Response html_page(std::string markup, Status status) {
  return of_type("text/html; charset=utf-8", std::move(markup), status);
}

Response plain_text(std::string text, Status status) {
  return of_type("text/plain; charset=utf-8", std::move(text), status);
}

Response json_text(std::string json, Status status) {
  return of_type("application/json", std::move(json), status);
}

Response problem_json(std::string json, Status status) {
  return of_type("application/problem+json", std::move(json), status);
}

void ask_again_soon(Response& response) {
  response.headers.set("Retry-After", "1");
}

Response see_other(std::string_view location) {
  PROBITY_ENSURE(is_local_path(location));
  Response response{.status = Status::see_other, .headers = {}, .body = {}, .shared_body = nullptr};
  response.headers.add("Location", location);
  return response;
}

bool is_local_path(std::string_view location) {
  if (!location.starts_with('/')) return false;
  if (location.size() > 1 && (location[1] == '/' || location[1] == '\\')) return false;
  return std::all_of(location.begin(), location.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7F && c != '\\';
  });
}

} // namespace probity::http
