// Pages and API on one site.
#pragma once

#include <memory>

#include "http/site.h"
#include "service/office.h"

namespace probity::app {

// The office must outlive it.
std::shared_ptr<http::Site> site_of(service::Office& office);

} // namespace probity::app
