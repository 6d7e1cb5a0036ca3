// What the services answer, as JSON.
#pragma once

#include "base/json.h"
#include "service/case_overview.h"

namespace probity::api {

base::json::Value to_json(const service::MyWork& work);
base::json::Value to_json(const service::CaseOverview& overview);

} // namespace probity::api
