// The sides of a case, as JSON.
#pragma once

#include "base/json.h"
#include "service/sides/court_report_side.h"
#include "service/sides/enforcement_side.h"
#include "service/sides/further_offence_side.h"
#include "service/sides/plan_side.h"
#include "service/sides/plan_twins.h"
#include "service/sides/review_pack_side.h"
#include "service/sides/risk_side.h"

namespace probity::api {

base::json::Value to_json(const service::EnforcementShown& shown);
base::json::Value to_json(const service::FailureLetter& letter);
base::json::Value to_json(const service::RiskShown& shown);
base::json::Value to_json(const service::PlansShown& shown);
base::json::Value to_json(const service::PlanTwins& shown);
base::json::Value to_json(const service::CourtReportsShown& shown);
base::json::Value to_json(const service::FurtherOffencesShown& shown);
// Of a pack that is there.
base::json::Value to_json(const service::ReviewPackShown& shown);

} // namespace probity::api
