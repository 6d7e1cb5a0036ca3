// Which accesses a request asks for.
#pragma once

#include "http/fields.h"
#include "service/access_record.h"

namespace probity::asked {

// Of a query with "reader", "case", "from" and "to", each of which may be empty. `invalid_input` names in
// `where` what cannot be read.
base::Result<service::AccessAsked> access_log(const http::Pairs& query);

} // namespace probity::asked
