// The staff's pages on the web: which address asks which service, and what goes wrong in words.
#pragma once

#include "http/site.h"
#include "service/office.h"

namespace probity::pages {

// The office must outlive the router. Every route's label is the action that the gate is asked for, or "open"
// where nobody need be signed in.
void add_staff_pages(http::Router& router, service::Office& office);

// Pages for what no route answered.
http::Response staff_error_page(const http::Request& request, http::Status status);

} // namespace probity::pages
