// Which caseload a request asks for, and which sheet of a long list.
#pragma once

#include <optional>

#include "http/request.h"
#include "service/caseload.h"

namespace probity::asked {

struct CaseloadRead {
  service::CaseloadAsked asked;     // what cannot be read stands as if it had not been said
  std::optional<base::Error> wrong; // `invalid_input`: the first that could not be read
};
// Of an address with "name", "sort", "order", "page" and the parts of a filter in its query; of a
// colleague's, the path has the part "staff".
CaseloadRead caseload(const http::Request& request, service::Whose whose);

// The number of a sheet, the first where the text is empty. Nothing for what is no number.
std::optional<std::uint64_t> sheet(std::string_view text);
// `invalid_input`: what is said where there is none.
base::Error no_sheet();

} // namespace probity::asked
