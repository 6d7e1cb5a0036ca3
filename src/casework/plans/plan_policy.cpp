#include "casework/plans/plan_policy.h"

namespace probity::casework {

base::Result<PlanPolicy> read_plan_policy(const PolicyReader& reader) {
  PlanPolicy out;
  PROBITY_TRY(reader.limit("plan.after_first_attendance", out.sentence_due));
  PROBITY_TRY(reader.limit("resettlement.plan_filed", out.resettlement_due));
  PROBITY_ASSIGN(const rules::Row* resettlement, reader.row("resettlement.plan_filed"));
  out.resettlement_from = resettlement->valid_from;
  PROBITY_TRY(reader.limit("plan.signed_off", out.signed_off));
  PROBITY_TRY(reader.limit("plan.reviewed", out.reviewed));
  PROBITY_TRY(reader.limit("plan.mended", out.mended));
  PROBITY_TRY(reader.limit("plan.replaced", out.replaced));
  PROBITY_TRY(reader.number("plan.words_least", out.words_least));
  PROBITY_TRY(reader.number("plan.near_copy_percent", out.near_copy_percent));
  PROBITY_TRY(reader.number("plan.boilerplate_percent", out.boilerplate_percent));
  PROBITY_TRY(reader.number("plan.boilerplate_plans", out.boilerplate_plans));
  return out;
}

} // namespace probity::casework
