// Files of lists on the web.
#pragma once

#include "http/router.h"
#include "service/office.h"

namespace probity::pages {

// The office must outlive the router. Labels as those of the lists' pages.
void add_list_files(http::Router& router, service::Office& office);

} // namespace probity::pages
