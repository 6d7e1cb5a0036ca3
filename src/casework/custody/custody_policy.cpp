#include "casework/custody/custody_policy.h"

#include "casework/policy_reader.h"

namespace probity::casework {

base::Result<CustodyPolicy> read_custody_policy(const PolicyReader& reader) {
  CustodyPolicy out;
  PROBITY_TRY(reader.limit("licence.hard_stop", out.hard_stop));
  PROBITY_TRY(reader.limit("licence.hard_stop_warning", out.hard_stop_warning));
  PROBITY_TRY(reader.number("release.brought_forward", out.brought_forward_days));
  PROBITY_TRY(reader.limit("release.allocated_before", out.allocated_before));
  PROBITY_TRY(reader.limit("release.listed_before", out.listed_before));
  PROBITY_TRY(reader.limit("release.listed_after", out.listed_after));
  PROBITY_TRY(reader.limit("release_recorded.limit", out.release_recorded));
  PROBITY_TRY(reader.limit("first_contact.licence", out.first_appointment));
  PROBITY_TRY(reader.limit("resettlement.reviewed_before", out.plan_reviewed_before));
  PROBITY_TRY(reader.limit("licence.reviewed", out.licence_reviewed));
  PROBITY_TRY(reader.limit("licence.variation_decided", out.variation_decided));
  PROBITY_TRY(reader.limit("licence.end_recorded", out.end_recorded));
  PROBITY_TRY(reader.number("post_sentence.sentence_under", out.post_sentence_under_months));
  PROBITY_TRY(reader.number("post_sentence.lasts", out.post_sentence_months));
  PROBITY_ASSIGN(const rules::Row* lasts, reader.row("post_sentence.lasts"));
  out.post_sentence_from = lasts->valid_from;
  return out;
}

} // namespace probity::casework
