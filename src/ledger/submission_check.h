// What can be told of a submission without looking at the ledger: its envelopes, its hash, its faults.
#pragma once

#include <optional>
#include <vector>

#include "ledger/envelope.h"
#include "ledger/ledger.h"

namespace probity::ledger {

struct CheckedSubmission {
  std::vector<Envelope> envelopes;      // point into the submission
  base::Digest hash;                    // over ids and facts of all events in order, sealed parts apart
  std::optional<base::Error> malformed; // no event of this log: refused before anything is looked up
  std::optional<base::Error> invalid;   // against the vocabulary: refused unless it is a repetition
};

// `stamp`: what a live log will record; how far ahead an act may lie is judged by it.
CheckedSubmission check_submission(const Submission& submission, const Constants& constants,
                                   const Validator& validate, base::Instant stamp);

} // namespace probity::ledger
