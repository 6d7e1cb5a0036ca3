// What the rules say of release, licence and supervision after sentence.
#pragma once

#include "base/result.h"
#include "casework/limit.h"

namespace probity::casework {

class PolicyReader;

struct CustodyPolicy {
  Limit hard_stop;                    // before the release: from then only the prison writes a licence
  Limit hard_stop_warning;            // before the hard stop
  int brought_forward_days = 0;       // business days other than Fridays, at most
  Limit allocated_before;             // before the release
  Limit listed_before;                // before the release: the board opens
  Limit listed_after;                 // after it: the board closes
  Limit release_recorded;             // after the day of release
  Limit first_appointment;            // after the day of release
  Limit plan_reviewed_before;         // before the release
  Limit licence_reviewed;             // after the release, of a minimal licence
  Limit variation_decided;            // after it was submitted
  Limit end_recorded;                 // after the last day
  int post_sentence_under_months = 0; // a sentence is shorter than this
  int post_sentence_months = 0;       // counted from release
  base::Day post_sentence_from;       // sentences of this day and later
};

// Errors are the reader's.
base::Result<CustodyPolicy> read_custody_policy(const PolicyReader& reader);

} // namespace probity::casework
