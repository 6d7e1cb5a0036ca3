// Which contacts of a case a request asks for.
#pragma once

#include "http/fields.h"
#include "service/contact_log.h"

namespace probity::asked {

// Of a query with "how", "came", "from", "to" and "page", each of which may be empty. `invalid_input` names
// in `where` what cannot be read.
base::Result<service::ContactsAsked> contacts(const http::Pairs& query);

} // namespace probity::asked
