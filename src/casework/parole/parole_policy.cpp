#include "casework/parole/parole_policy.h"

#include "casework/policy_reader.h"

namespace probity::casework {

base::Result<ParolePolicy> read_parole_policy(const PolicyReader& reader) {
  ParolePolicy out;
  PROBITY_TRY(reader.limit("parole.listed_before", out.listed_before));
  PROBITY_TRY(reader.limit("parole.dossier_before", out.dossier_before));
  PROBITY_TRY(reader.limit("parole.decided", out.decided));
  PROBITY_TRY(reader.limit("parole.next_review", out.next_review));
  PROBITY_TRY(reader.limit("parole.licence_referred", out.licence_referred));
  if (reader.row("parole.licence_ends"))
    PROBITY_TRY(reader.limit("parole.licence_ends", out.licence_ends.emplace()));
  return out;
}

} // namespace probity::casework
