// Members of staff and posts as JSON: what the API's answers and the program's have in common.
#pragma once

#include "base/json.h"
#include "casework/workforce/staff_report.h"

namespace probity::service {

// How a member of staff stands on a day; what is not known of them is left out.
base::json::Value to_json(const casework::StaffRow& row);
base::json::Value to_json(const casework::Post& post);

} // namespace probity::service
