// What the rules say of indeterminate sentences.
#pragma once

#include <optional>

#include "base/result.h"
#include "casework/limit.h"

namespace probity::casework {

class PolicyReader;

struct ParolePolicy {
  Limit listed_before;               // a review is listed so long before it is to be over
  Limit dossier_before;              // the board has the dossier so long before the hearing
  Limit decided;                     // after the hearing
  Limit next_review;                 // the longest between a decision and the next review
  Limit licence_referred;            // of a sentence for public protection, after first release
  std::optional<Limit> licence_ends; // by itself, so long after the day of referral; nothing: it does not
};

// Errors are the reader's.
base::Result<ParolePolicy> read_parole_policy(const PolicyReader& reader);

} // namespace probity::casework
