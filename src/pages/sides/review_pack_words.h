// The part of the catalogue (pages/staff/words.h) for the pack of a review.
#pragma once

#include <string_view>

namespace probity::pages {

struct ReviewPackWords {
  std::string_view title, computing, computing_text, back, print_text, other_day, other_day_hint, show,
      morning_of;
  std::string_view known, known_until, events_known, offence, offence_on;
  std::string_view who_held, body, no_body, holder, since, nobody, load, people, person, recorded_of,
      load_high, load_overdue, load_points, load_no_points, others_hold, up_to, median, holders_caption, from,
      to, still_held, grade, not_recorded;
  std::string_view orders, no_orders, in_custody, suspended;
  std::string_view contact, days_before, next_arranged, nothing_arranged, failures, failures_text, contacts,
      no_contacts, called_off, absence_agreed, no_outcome, reason_judged;
  std::string_view owed, nothing_owed, overdue_by, days;
  std::string_view risk, harm, by, to_review;
  std::string_view plans, no_plans, plan, filed, not_filed, check, nothing_found, not_checked, signed_off;
  std::string_view enforcement, no_enforcement, warned, withdrawn, breach, recall, not_decided, sent;
  std::string_view chronology, learnt_after, learnt_text, nothing_learnt, corrected, then, now, now_void, why,
      entered_late;
};

const ReviewPackWords& review_pack_words();

} // namespace probity::pages
