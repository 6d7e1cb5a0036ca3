// Which pack of a review a request asks for.
#pragma once

#include "http/request.h"
#include "service/sides/review_pack_side.h"

namespace probity::asked {

// Of an address whose path has the parts "case" and "further_offence", both hex32, with "on" in its query.
service::PackAsked review_pack(const http::Request& request);

} // namespace probity::asked
