// What can be told of a submission without looking at the ledger: its envelopes, its hash, its faults.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/envelope.h"
#include "ledger/leaf_text.h"
#include "ledger/ledger.h"

namespace probity::ledger {

// Columns of an event's row, read from its text.
struct Columns {
  std::string type;
  std::string provider;
  std::int64_t schema = 0;
  std::optional<std::int64_t> valid_from;
  std::optional<std::int64_t> valid_to;
  std::optional<std::int64_t> valid_day;
};

struct CheckedEvent {
  Envelope envelope;   // points into the submission
  SubmittedText place; // in the submission's text
  Columns columns;
};

struct CheckedSubmission {
  std::vector<CheckedEvent> events;
  std::string text;                     // canonical bytes of its events, a line each, sealed parts apart
  base::Digest hash;                    // of the text
  std::optional<base::Error> malformed; // no event of this log: refused before anything is looked up
  std::optional<base::Error> invalid;   // against the vocabulary: refused unless it is a repetition
};

// Writes an event whose envelope is read to the end of the submission's text, and reads its columns from
// there.
base::Result<void> read_columns(const base::json::Value& event, CheckedSubmission& submission,
                                CheckedEvent& out, DayFinder& days, LeafFields& fields);

// Checks one submission after another; each thread has its own.
class SubmissionChecker {
 public:
  // The constants and the validator must outlive this.
  SubmissionChecker(const Constants& constants, const Validator& validate, const base::Zone& zone)
      : constants_(&constants), validate_(&validate), days_(zone) {}

  // Replaces `out`, whose memory is used again. `stamp`: what a live log will record; how far ahead an act
  // may lie is judged by it.
  void check(const Submission& submission, base::Instant stamp, CheckedSubmission& out);

 private:
  std::optional<base::Error> malformed(const Submission& submission, CheckedSubmission& out);

  const Constants* constants_;
  const Validator* validate_;
  DayFinder days_;
  LeafFields fields_;
};

} // namespace probity::ledger
