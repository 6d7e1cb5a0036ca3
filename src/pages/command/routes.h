// The forms of commands on the web.
#pragma once

#include "http/router.h"
#include "service/office.h"

namespace probity::pages {

// The office must outlive the router. Labels are actions of the gate, as of the other pages of the staff.
void add_command_pages(http::Router& router, service::Office& office);

} // namespace probity::pages
