// What the record says of serious further offences: part of the state of a case.
#pragma once

#include <optional>
#include <vector>

#include "record/event.h"

namespace probity::casework {

struct CaseState;

struct FurtherOffence {
  base::EntityId id;
  record::Symbol offence;
  bool automatic = false;
  base::Day offence_on;
  base::Day learnt;
  std::uint64_t learnt_event = 0;
  std::optional<base::Day> first_court;
  std::optional<base::Day> notified;
  std::uint64_t notified_event = 0;
  record::Symbol review_decision; // empty: none
  std::optional<base::Day> reviewed;
  std::uint64_t reviewed_event = 0;
  record::Symbol reviewed_by;
  record::Symbol finding;
  bool countersigned = false;
  bool closed = false;
  record::Symbol result; // empty: the charge is not decided on

  // Told, and a review is to be written: always when automatic, otherwise when it was decided.
  [[nodiscard]] bool to_review() const;
};

// Whose members of staff held the case at any time, which keeps them from reviewing it.
struct FurtherOffences {
  std::vector<FurtherOffence> all; // in the order of learning
  std::vector<record::Symbol> held_by;
};

void apply_further_offence(CaseState& state, const record::Event& event);

} // namespace probity::casework
