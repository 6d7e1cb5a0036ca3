#include "casework/victims/victim_policy.h"

#include "casework/policy_reader.h"

namespace probity::casework {

base::Result<VictimPolicy> read_victim_policy(const PolicyReader& reader) {
  VictimPolicy out;
  PROBITY_TRY(reader.limit("victim.offered", out.offered));
  PROBITY_TRY(reader.limit("victim.release_notice", out.release_notice));
  PROBITY_TRY(reader.limit("victim.hearing_notice", out.hearing_notice));
  PROBITY_TRY(reader.limit("victim.decision_told", out.decision_told));
  PROBITY_TRY(reader.limit("victim.condition_decided", out.condition_decided));
  return out;
}

} // namespace probity::casework
