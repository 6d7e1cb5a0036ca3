// What the services answer, as JSON.
#pragma once

#include "base/json.h"
#include "service/access_record.h"
#include "service/case_overview.h"
#include "service/caseload.h"
#include "service/contact_log.h"
#include "service/doubles.h"
#include "service/search.h"

namespace probity::api {

base::json::Value to_json(const service::MyWork& work);
base::json::Value to_json(const service::Caseload& caseload);
base::json::Value to_json(const service::Found& found);
base::json::Value to_json(const service::OverviewAppointment& appointment);
base::json::Value to_json(const service::CaseOverview& overview);
base::json::Value to_json(const service::ContactLog& log);
base::json::Value to_json(const service::AccessRecord& record);
base::json::Value to_json(const service::Doubles& doubles);
base::json::Value to_json(const access::Member& member, const std::vector<access::Action>& may);

} // namespace probity::api
