// The part of the catalogue (pages/staff/words.h) for workload and the giving of cases.
#pragma once

#include <string_view>

namespace probity::pages {

struct WorkloadWords {
  std::string_view title, of_body, explained, waiting, nobody_waits, waiting_caption, nobody_else, left_on,
      still_holds, give_them, of_leavers, of_leavers_caption, give, staff, staff_caption, no_staff,
      capacity_note;
  std::string_view practitioner, grade, people, high_risk, points, away, left, since, at_work, not_recorded,
      of, over, not_scored, held_by, appeal, record, see_record, see_posts;
  std::string_view allocate_title, allocate_hint, recommended, now, with_case, points_of, not_possible,
      nobody_can, why, why_hint, over_question, over_hint, no_reason, give_case, select_practitioner;
  std::string_view check_allocation, their_load, holder_load, without_case, load_note;
  std::string_view departures, departures_text, no_departures, departures_caption, see_departures, decided_on,
      whose, advised, decision, reason;
};

const WorkloadWords& workload_words();

} // namespace probity::pages
