// What a person failed to do, what was answered to it, and what the rule says now.
#pragma once

#include "service/sides/case_side.h"

namespace probity::service {

struct ShownFailure {
  base::EntityId appointment;
  base::Day day;
  std::string outcome; // code
  std::string ruling;  // code: whether the reason is acceptable; empty: not judged, or it needs none
  std::optional<base::Day> evidence_by;
  bool unpaid_work = false;
  bool pending = false; // its reason waits to be judged
  bool counts = false;  // as a failure; what an accepted reason excuses does not
  std::optional<base::Day> warned;
  bool withdrawn = false; // the warning
};

struct ShownBreach {
  enum class Stage { to_decide, to_prepare, to_refer, sent_back, referred, presented, concluded, not_taken };
  base::EntityId id;
  std::optional<base::Day> raised;
  std::string ground;      // code
  std::string advice;      // code: what the rule recommends, or did when it was decided
  std::string decision;    // code; empty: none yet
  std::string reason;      // code: why it departs from the advice; empty: it does not
  std::string explanation; // the same in words; empty: none was written, or the person was erased
  Stage stage = Stage::to_decide;
  int returned = 0;   // papers sent back, times
  std::string result; // code; empty: not concluded
  std::optional<base::Day> ended;
};
std::string_view to_text(ShownBreach::Stage stage);

struct EnforcementShown {
  CaseSide side;
  std::string under; // "court_order", "licence", …
  // Three counts that are all called "the" count (casework/enforcement/failures.h).
  int days_since_breach = 0;
  int in_twelve_months = 0;
  std::optional<base::Day> warned_until;
  int failures_allowed = 0;            // before the case system's counter asks for a review
  std::vector<ShownFailure> failures;  // newest first
  std::vector<ShownBreach> breaches;   // newest first
  std::vector<ShownField> open_recall; // what is known of it; empty: none is open
};

// What a breach would cost is nowhere in it. Each explanation is logged before it is opened.
base::Result<EnforcementShown> enforcement_of(Office& office, const Caller& caller,
                                              const base::StreamId& person);

// A letter about a failure, to be read before it is sent: of its evidence while the reason is not judged,
// otherwise the warning.
struct FailureLetter {
  enum class Kind { evidence, warning };
  base::StreamId person;
  std::string name; // empty: none is known
  Kind kind = Kind::warning;
  std::string under; // "court_order", "licence", …
  base::Instant starts;
  std::string mode, outcome; // codes
  bool unpaid_work = false;
  base::Day on;                         // the letter's day: of the warning, or today
  bool given = false;                   // the warning is recorded; otherwise this is how it would read
  std::optional<base::Day> evidence_by; // of a letter about evidence
  base::Day lasts_until;                // of a warning
};
// `not_found` when the case has no such appointment; `refused` when there is nothing to write about.
base::Result<FailureLetter> failure_letter(Office& office, const Caller& caller, const base::StreamId& person,
                                           const base::EntityId& appointment);

} // namespace probity::service
