// Posts and staff on a day: who fills what, who is away, who holds how much.
#pragma once

#include "casework/workforce/caseload.h"

namespace probity::casework {

struct StaffRow {
  record::Symbol staff;  // pseudonym
  bool recorded = false; // the record says something of them as staff, not of their cases alone
  record::Symbol body;   // where not recorded, that of their cases
  record::Symbol grade;
  int posts = 0;
  std::int64_t minutes = 0; // contracted, a week
  record::Symbol away;      // the kind of absence; empty: none
  std::optional<base::Day> away_since;
  bool away_long = false;
  std::optional<base::Day> left;
  bool appeal_open = false;
  Caseload load;
  std::optional<std::int64_t> available; // workload points

  // Points beyond what the posts can carry; nothing where either is not known.
  [[nodiscard]] bool over() const {
    return available && load.people_with_points > 0 && load.points > *available;
  }
};

struct StaffReport {
  std::vector<Post> posts;     // by body, grade, id
  std::vector<StaffRow> staff; // by body, pseudonym
  int filled = 0;
  int vacant = 0;
  int closed = 0;
  int away = 0;
};

// Of one member of staff, by pseudonym. `loads` has what they hold.
StaffRow staff_row(const Workforce& workforce, record::Symbol staff, const Caseloads& loads,
                   const WorkforcePolicy& policy, base::Day on);

// `provider`: of one body only; empty: of all. What `book` holds is what was known on the day.
StaffReport staff_report(const timeline::Book& book, const base::Zone& zone, const WorkforcePolicy& policy,
                         record::Symbol provider, base::Day on);
// The same of what is known already.
StaffReport staff_report(const Workforce& workforce, const Caseloads& loads, const WorkforcePolicy& policy,
                         record::Symbol provider, base::Day on);

} // namespace probity::casework
