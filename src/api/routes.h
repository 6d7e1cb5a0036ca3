// The API: the same services as the pages, as JSON, under /api/v1. Errors are problem details (RFC 9457).
#pragma once

#include "http/site.h"
#include "service/office.h"

namespace probity::api {

// The office must outlive the router. Labels as those of the pages. Who asks is said by the cookie of a
// session, which POST /api/v1/session opens; commands carry an id that the client makes, so that one sent
// twice acts once.
void add_api(http::Router& router, service::Office& office);

// For what no route answered.
http::Response api_error(http::Status status);

} // namespace probity::api
