#include "casework/further_offences/further_offence_policy.h"

#include "casework/policy_reader.h"

namespace probity::casework {

base::Result<FurtherOffencePolicy> read_further_offence_policy(const PolicyReader& reader) {
  FurtherOffencePolicy out;
  PROBITY_TRY(reader.limit("further_offence.after_supervision", out.after_supervision));
  PROBITY_TRY(reader.limit("further_offence.notified", out.notified));
  PROBITY_TRY(reader.limit("further_offence.review_decided", out.review_decided));
  PROBITY_TRY(reader.limit("further_offence.reviewed", out.reviewed));
  PROBITY_TRY(reader.limit("further_offence.countersigned", out.countersigned));
  return out;
}

} // namespace probity::casework
