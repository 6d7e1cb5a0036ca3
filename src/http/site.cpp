#include "http/site.h"

#include "base/bytes.h"
#include "base/result.h"
#include "http/encoding.h"

#include <algorithm>
#include <exception>

namespace probity::http {

const std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src "
    "'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

namespace {

// Whether a list of entity tags has this one; weak tags count (RFC 9110, 13.1.2).
bool names_tag(std::string_view list, std::string_view tag) {
  while (!list.empty()) {
    std::string_view one = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), one.size() + 1));
    while (one.starts_with(' '))
      one.remove_prefix(1);
    while (one.ends_with(' '))
      one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == "*" || one == tag) return true;
  }
  return false;
}

std::string tag_of(std::string_view content) {
  return '"' + base::sha256(base::bytes_of(content)).hex().substr(0, 32) + '"';
}

void add_caching(Response& response) {
  switch (response.caching) {
  case Caching::none:
    response.headers.set("Cache-Control", "no-store");
    break;
  case Caching::revalidate:
    response.headers.set("Cache-Control", "no-cache");
    break;
  case Caching::immutable:
    response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
    break;
  }
}

void answer_conditionally(const Request& request, Response& response) {
  if (response.caching == Caching::none || response.status != Status::ok) return;
  if (request.method != Method::get && request.method != Method::head) return;
  if (!response.headers.has("ETag")) response.headers.add("ETag", tag_of(response.content()));
  const auto known = request.header("If-None-Match");
  if (!known || !names_tag(*known, *response.headers.find("ETag"))) return;
  response.status = Status::not_modified;
  response.body.clear();
  response.shared_body.reset();
}

// The page of the site, or the plain one if that page fails too: an answer there is always.
Response page(const Site& site, const Request& request, Status status) {
  try {
    return site.error_page(request, status);
  } catch (const std::exception& fault) {
    if (site.on_fault) site.on_fault("", fault.what());
  }
  return plain_error_page(request, status);
}

Response handled(const Site& site, const Route& route, const Request& request) {
  try {
    return route.handler(request);
  } catch (const std::exception& fault) {
    if (site.on_fault) site.on_fault(route.pattern, fault.what());
  } catch (...) {
    if (site.on_fault) site.on_fault(route.pattern, "something that is no std::exception");
  }
  return page(site, request, Status::internal_server_error);
}

Answer routed(const Site& site, Request& request) {
  Match match = site.router.match(request.method, request.path);
  if (match.route != nullptr) {
    request.parts = std::move(match.parts);
    if (const auto fault = read_form(request)) return {page(site, request, *fault), match.route->pattern};
    return {handled(site, *match.route, request), match.route->pattern};
  }
  if (match.allowed.empty()) return {page(site, request, Status::not_found), ""};
  Response response;
  if (request.method == Method::options)
    response.status = Status::no_content;
  else
    response = page(site, request, Status::method_not_allowed);
  response.headers.set("Allow", allow_field(match.allowed));
  return {std::move(response), ""};
}

} // namespace

Response plain_error_page(const Request& /*request*/, Status status) {
  return plain_text(std::to_string(number(status)) + " " + std::string(reason(status)) + "\n", status);
}

void add_security_headers(Response& response, bool secure) {
  Fields& headers = response.headers;
  headers.set("Content-Security-Policy", content_security_policy);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (secure) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

Answer answer(const Site& site, Request request) {
  Answer answer = routed(site, request);
  answer_conditionally(request, answer.response);
  add_caching(answer.response);
  add_security_headers(answer.response, request.secure);
  return answer;
}

Response error_response(const Site& site, const Request& request, Status status) {
  Response response = page(site, request, status);
  add_caching(response);
  add_security_headers(response, request.secure);
  return response;
}

Response serve_in_memory(const Site& site, Request request) {
  const Method method = request.method;
  Response response = answer(site, std::move(request)).response;
  if (method == Method::head) {
    response.headers.set("Content-Length", std::to_string(response.content().size()));
    response.body.clear();
    response.shared_body.reset();
  }
  return response;
}

Request get_request(std::string_view target) {
  auto decoded = decode_target(target);
  PROBITY_ENSURE(decoded.has_value());
  Request request;
  request.path = std::move(decoded->path);
  request.query = std::move(decoded->query);
  request.host = "localhost";
  request.client_address = "127.0.0.1";
  return request;
}

Request post_request(std::string_view target, const Pairs& form) {
  Request request = get_request(target);
  request.method = Method::post;
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  request.body = encode_form(form);
  return request;
}

} // namespace probity::http
