// What the services answer about members of staff and posts, as JSON.
#pragma once

#include "base/json.h"
#include "service/workforce/staff_record.h"

namespace probity::api {

base::json::Value staff_row_json(const casework::StaffRow& row, const std::string& account);
base::json::Value to_json(const service::StaffRecord& record);
base::json::Value to_json(const service::StaffList& list);

} // namespace probity::api
