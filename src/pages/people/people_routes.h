// Where the pages about who a record is of stand on the web.
#pragma once

#include "http/router.h"
#include "service/office.h"

namespace probity::pages {

// The office must outlive the router.
void add_people_pages(http::Router& router, service::Office& office);

} // namespace probity::pages
