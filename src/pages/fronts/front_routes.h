// First pages of roles that hold no case, on the web.
#pragma once

#include "http/router.h"
#include "service/office.h"

namespace probity::pages {

// The office must outlive the router. Labels as those of `add_staff_pages`.
void add_front_pages(http::Router& router, service::Office& office);

} // namespace probity::pages
