// Pages about members of staff and posts, each a function of what a service answered.
#pragma once

#include "pages/staff/pages.h"
#include "service/workforce/staff_record.h"

namespace probity::pages {

// `recorded`: the meaning of what was recorded a moment ago; empty: nothing was.
std::string staff_record_page(const service::StaffRecord& record, const Reader& reader,
                              const std::string& recorded = {});
std::string staff_list_page(const service::StaffList& list, const Reader& reader);

} // namespace probity::pages
