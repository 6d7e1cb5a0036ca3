// From a request to the response that is sent: form, route, handler, error page, conditional requests, and
// the headers that every response carries. The server and tests come this one way.
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/router.h"

#include <functional>
#include <string>

namespace probity::http {

// A page for a request that no handler answered (404, 405, 400, 413, 415, 500, 503, …). The request may be
// incomplete.
using ErrorPage = std::function<Response(const Request&, Status)>;
Response plain_error_page(const Request& request, Status status); // "404 Not Found"

struct Site {
  Router router;
  ErrorPage error_page = plain_error_page;
  // Told of what a handler threw: a fault of the program, answered with 500. What it says may name a person,
  // so it belongs in no log that leaves the machine.
  std::function<void(std::string_view route, std::string_view what)> on_fault;
};

struct Answer {
  Response response;
  std::string_view route; // the pattern, or "" when none was found; lives as long as the site
};

// Handlers run in the calling thread.
//   - a malformed form or body type: the error page with 400, 413 or 415
//   - no such path: 404; path but not method: 405 with Allow; OPTIONS: 204 with Allow
//   - 200 to GET or HEAD with caching revalidate or immutable: ETag, and 304 when If-None-Match names it
//   - every response: see `security_headers`
Answer answer(const Site& site, Request request);

// Content-Security-Policy without inline style or script and without other sites, nosniff, no framing, no
// referrer to other sites, no browser features, isolation of the window, and HSTS when the client speaks TLS.
void add_security_headers(Response& response, bool secure);
extern const std::string_view content_security_policy;

// The error page with all the headers, for what is refused before it is a request.
Response error_response(const Site& site, const Request& request, Status status);

// What a client would get, without a socket: of HEAD the headers with Content-Length and no body.
Response serve_in_memory(const Site& site, Request request);

// Requests for tests; a malformed target stops the program.
Request get_request(std::string_view target);
Request post_request(std::string_view target, const Pairs& form);

} // namespace probity::http
