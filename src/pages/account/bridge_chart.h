// A waterfall of the bridge, one row a step, drawn so that it is read on a phone as on a wide screen: places
// along the row are in percent of its width, text keeps its size.
#pragma once

#include "html/writer.h"
#include "pages/account/bridge.h"

namespace probity::pages {

html::Html bridge_chart(const std::vector<Step>& steps, std::string_view title, std::string_view description);

} // namespace probity::pages
