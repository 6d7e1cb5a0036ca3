// Every text of the staff's pages, in one catalogue. A language is one value of this struct, so that a text
// that is missing does not compile.
#pragma once

#include <string_view>

namespace probity::pages {

struct StaffWords {
  std::string_view service, my_work, sign_in, sign_out, signed_in_as, footer, way_back, to_start;
  std::string_view name, password, code, code_hint, enter_name, enter_password, wrong, waiting, session_over;
  std::string_view signed_in_until, typed_not_lost, typed_kept, typed_too_long, typed_before;
  std::string_view nothing_owed, you_owe, thing, things, of_these, appointment_today, appointments_today,
      no_role, owed_caption, due, what, whose, act, overdue, today_tag, record_outcome_of, for_whom;
  std::string_view today_heading, nobody_today, at, at_time, how, what_for, since_event, as_at,
      events_in_ledger, event_in_ledger, recorded_banner, arrange_next;
  std::string_view case_of, and_case, born, aged, body, holder, you, colleague, nobody, duty_team, harm,
      not_judged, orders, none, in_force, ended, custody, died, limited, may_be_same, look_through_doubles,
      owed_heading, nothing_due, appointments_heading, no_appointments, outcome, called_off, recorded_heading,
      event, when, recorded_at, facts, corrected, voided, number;
  std::string_view record_heading, known_on, show, known_as, reason_of, first_written, clocks_heading, due_on;
  std::string_view outcome_question, outcome_hint, reason_question, reason_hint, save, select_outcome,
      note_question, note_hint, note_long, sensitive_question, sensitive_hint, select_sensitive, no_note, yes,
      no, read_note, note_title, note_by, sensitive_tag, note_erased, select_reason, already, error_title,
      error_in_title, back_to_case, form_old;
  std::string_view recorded_on, corrected_on, you_chose, see_record, not_begun, not_begun_text, begins_at,
      called_off_title, called_off_text;
  std::string_view caseload, whole_caseload, caseload_of, whose_caseload, mine, everybody_of, colleagues,
      sort_by, ascending, descending, name_of_person, reference, end_of_order, next_appointment, owed, tier,
      licence, until, order_or_licence, no_next, next_week, on_order, on_licence, something_overdue, any,
      narrow_list, narrow, narrowed, take_away, clear_filters, nobody_so, nobody_held, page, of,
      previous_page, next_page;
  std::string_view search, name_or_reference, search_hint, found, found_caption, nobody_found, not_found_note,
      pages_of_results, open_new;
  std::string_view events_read_of, refreshes, stop_refreshing, look_again, refresh_again;
  std::string_view busy, busy_text, busy_hint, problem, not_allowed, not_allowed_text, gone, gone_text,
      try_again, problem_text, log_note;
};

const StaffWords& staff_words();

// A code of the vocabulary as staff read it: "attended_complied" → "Attended, complied".
std::string_view outcome_words(std::string_view code);
std::string_view outcome_hint(std::string_view code); // what it covers; empty: it says itself

} // namespace probity::pages
