#include "casework/workforce/workforce_policy.h"

namespace probity::casework {

base::Result<WorkforcePolicy> read_workforce_policy(const PolicyReader& reader) {
  WorkforcePolicy out;
  PROBITY_TRY(reader.limit("workforce.appeal_within", out.appeal_within));
  PROBITY_TRY(reader.number("workforce.full_time", out.full_time_minutes));
  PROBITY_TRY(reader.number("workforce.points_full_time", out.points_full_time));
  PROBITY_TRY(reader.number("workforce.points_senior", out.points_senior));
  PROBITY_TRY(reader.number("workforce.long_absence", out.long_absence_days));
  PROBITY_TRY(reader.limit("workforce.reallocated", out.reallocated));
  PROBITY_TRY(reader.limit("workforce.regraded", out.regraded));
  PROBITY_ASSIGN(const rules::Row* harm, reader.row("workforce.services_officer_harm"));
  out.services_officer_harm = record::Symbol(harm->value);
  PROBITY_ASSIGN(const rules::Row* tier, reader.row("workforce.services_officer_tier"));
  out.services_officer_tier = record::Symbol(tier->value);
  PROBITY_ASSIGN(const rules::Row* tariff, reader.row("workforce.services_officer_indeterminate"));
  out.services_officer_indeterminate = tariff->value == "yes";
  return out;
}

} // namespace probity::casework
