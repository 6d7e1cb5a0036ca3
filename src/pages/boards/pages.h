// The boards of a body, each a function of what a service answered.
#pragma once

#include "pages/staff/pages.h"
#include "service/releases.h"

namespace probity::pages {

std::string releases_page(const service::Releases& releases, const Reader& reader);

} // namespace probity::pages
