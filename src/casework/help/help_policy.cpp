#include "casework/help/help_policy.h"

#include "casework/policy_reader.h"

namespace probity::casework {

base::Result<HelpPolicy> read_help_policy(const PolicyReader& reader) {
  HelpPolicy out;
  PROBITY_TRY(reader.limit("help.arranged", out.arranged));
  PROBITY_TRY(reader.limit("help.received", out.received));
  PROBITY_TRY(reader.limit("help.concluded", out.concluded));
  return out;
}

} // namespace probity::casework
