// Rates with their intervals, one row a group, and the rate of all as a dashed line: drawn as the bridge is,
// so that it is read on a phone as on a wide screen.
#pragma once

#include "html/writer.h"
#include "outcome/report.h"

namespace probity::pages {

// Groups that are withheld are named without a mark.
html::Html rate_chart(const outcome::Report& report, std::string_view title, std::string_view description);

} // namespace probity::pages
