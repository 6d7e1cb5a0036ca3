// Which statement of a contract a request asks for.
#pragma once

#include "http/request.h"
#include "service/statements.h"

namespace probity::asked {

// Of an address whose path has the parts "name" (of the contract's file) and "period", with "known" and any
// number of "reading" in its query.
service::StatementAsked statement(const http::Request& request);

} // namespace probity::asked
