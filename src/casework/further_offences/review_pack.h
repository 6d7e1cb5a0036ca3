// What the review of a serious further offence asks of the record: who held the person, with what load, what
// had been seen, missed, judged and left undone. A pure reading of a book; that the book is of what was known
// on a morning is the caller's doing.
#pragma once

#include "casework/enforcement/failures.h"
#include "casework/worklists/owed.h"

namespace probity::casework {

// What one practitioner carried.
struct Load {
  int people = 0;
  int high_risk = 0; // of them judged high or very high
  int overdue = 0;   // obligations of the practitioner that were overdue, over all of them
  // Workload points by each person's last recorded score of them; the others have none, and are not guessed.
  std::int64_t points = 0;
  int people_with_points = 0;
};

struct ReviewPack {
  CaseState state;
  record::Symbol grade; // of the practitioner, at allocation; empty where the record does not say
  std::optional<base::Day> held_since;
  std::vector<timeline::Practitioner> practitioners; // all that ever held the case, by first day
  std::optional<Load> load;                          // nothing where no practitioner holds the case
  std::vector<int> caseloads;                        // people of each practitioner of the body, ascending
  std::vector<timeline::OrderInForce> orders;        // in force on the day
  std::vector<Appointment> contacts;                 // before the day, the last first
  std::vector<Appointment> planned;                  // on or after the day, the next first
  std::optional<base::Day> last_seen;                // the last day on which the person attended
  FailureCounts failures;
  std::vector<Obligation> owed; // all of them, the overdue among them

  // The caseload in the middle, the lower of two; nought where there is none.
  [[nodiscard]] int middle_caseload() const;
};

// Of the morning of `on`: what happened on the day itself is not in the book. `not_found` when the book has
// no such person.
base::Result<ReviewPack> review_pack(const timeline::Book& book, const base::StreamId& person,
                                     const Duties& duties, const Policy& policy, const base::Zone& zone,
                                     const rules::WorkingDays& working_days, base::Day on);

} // namespace probity::casework
