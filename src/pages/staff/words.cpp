#include "pages/staff/words.h"

#include <algorithm>
#include <iterator>

namespace probity::pages {
namespace {

struct OutcomeRow {
  std::string_view code, words, hint;
};

constexpr OutcomeRow outcomes[] = {
    {"attended_complied", "Attended, complied", ""},
    {"attended_failed_to_comply", "Attended, did not comply",
     "Came, but did not do what was required of them"},
    {"attended_sent_home_behaviour", "Sent home because of behaviour", "Came, and could not stay"},
    {"attended_sent_home_service", "Sent home by us",
     "Came, and we could not see them: no room, no staff, weather"},
    {"acceptable_absence", "Did not come, for an acceptable reason", "You have seen what proves it"},
    {"unacceptable_absence", "Did not come, without an acceptable reason", ""},
    {"failed_to_attend_reason_pending", "Did not come, reason not known yet",
     "Evidence is asked for, and a decision is due"},
};

} // namespace

const StaffWords& staff_words() {
  static const StaffWords english = {
      .service = "Supervision",
      .my_work = "My work",
      .sign_in = "Sign in",
      .sign_out = "Sign out",
      .signed_in_as = "Signed in as",
      .footer = "Whoever reads a record is recorded. What was recorded is never changed; it is corrected, "
                "and both stay "
                "readable.",
      .way_back = "Way back",
      .to_start = "Go to your first page",
      .name = "Account name",
      .password = "Password",
      .code = "One-time code (optional)",
      .code_hint = "If your account asks for one: six digits from your authenticator",
      .enter_name = "Enter your account name",
      .enter_password = "Enter your password",
      .wrong = "Account name, password or code is wrong",
      .waiting = "Too many tries went wrong. Wait this many seconds and try again: ",
      .session_over = "You are not signed in, or were signed out after a time without use. Sign in to go on.",
      .signed_in_until = "If you send nothing before, you are signed out at",
      .typed_not_lost = "When you send the form later, you sign in again and what you typed is still there.",
      .typed_kept =
          "You were signed out before the form was sent, and nothing was recorded. Sign in with the "
          "same account: what you typed comes back.",
      .typed_too_long = "You were signed out before the form was sent, and nothing was recorded. What you "
                        "typed is too long to be kept here: go back in your browser and copy it before you "
                        "sign in.",
      .typed_before = "You were signed out before this was sent, and nothing was recorded. Look through what "
                      "you typed, and send it again.",
      .nothing_owed = "You owe nothing today.",
      .you_owe = "You owe",
      .thing = "thing",
      .things = "things",
      .of_these = "of these overdue",
      .appointment_today = "appointment today",
      .appointments_today = "appointments today",
      .no_role = "There is nothing here for your role yet.",
      .owed_caption = "What you owe, most pressing first",
      .due = "Due",
      .what = "What",
      .whose = "Case",
      .act = "Next",
      .overdue = "Overdue",
      .today_tag = "Today",
      .record_outcome_of = "Record outcome",
      .for_whom = "for",
      .today_heading = "Today's appointments",
      .nobody_today = "Nobody is expected today.",
      .at = "Time",
      .at_time = "at",
      .how = "How",
      .what_for = "What for",
      .since_event = "started by event",
      .as_at = "As at",
      .events_in_ledger = "events in the ledger",
      .event_in_ledger = "event in the ledger",
      .recorded_banner = "Recorded",
      .arrange_next = "Arrange the next appointment",
      .case_of = "Case",
      .and_case = ", case",
      .born = "Born",
      .aged = "aged",
      .body = "Body that answers",
      .holder = "Held by",
      .you = "You",
      .colleague = "A colleague",
      .nobody = "Nobody",
      .duty_team = "Duty team",
      .harm = "Risk of serious harm",
      .not_judged = "Not judged",
      .orders = "Orders",
      .none = "None recorded",
      .in_force = "in force since",
      .ended = "ended",
      .custody = "In custody",
      .died = "This person has died.",
      .limited = "This record is closed to some of the staff.",
      .may_be_same = "By name and date of birth this may be the same person as:",
      .look_through_doubles = "Look through records that may be of one person",
      .owed_heading = "What is due",
      .nothing_due = "Nothing is due.",
      .appointments_heading = "Appointments",
      .no_appointments = "No appointment is recorded.",
      .outcome = "Outcome",
      .called_off = "Called off",
      .recorded_heading = "Recorded last",
      .event = "What",
      .when = "When it happened",
      .recorded_at = "When it was recorded",
      .facts = "What it says",
      .corrected = "Corrected",
      .voided = "Withdrawn",
      .number = "Event",
      .record_heading = "Record of case",
      .known_on = "As known on",
      .show = "Show",
      .known_as = "As known on",
      .reason_of = "Reason",
      .first_written = "First written",
      .clocks_heading = "What is due now, and what started it",
      .due_on = "due",
      .outcome_question = "What came of this appointment?",
      .outcome_hint = "What you choose is recorded at once, under your name.",
      .reason_question = "Why is the absence acceptable?",
      .reason_hint = "Only for an acceptable absence.",
      .save = "Record outcome",
      .select_outcome = "Select what came of this appointment",
      .note_question = "Note (optional)",
      .note_hint = "What was said and seen. It is sealed: whoever may see the case can open it, and each "
                   "opening is logged. Up to 12,000 characters.",
      .note_long = "Note must be 12,000 characters or fewer",
      .sensitive_question = "Is the note sensitive?",
      .sensitive_hint =
          "If there is a note. A sensitive one is not for the person to read, for example because "
          "it says what somebody else told.",
      .select_sensitive = "Select yes if the note is sensitive",
      .no_note = "Write the note that is sensitive",
      .yes = "Yes",
      .no = "No",
      .read_note = "Read the note",
      .note_title = "Note of an appointment",
      .note_by = "by",
      .sensitive_tag = "Sensitive",
      .note_erased = "The person was erased, and the note with them.",
      .select_reason = "Select why the absence is acceptable",
      .already = "An outcome is recorded already:",
      .error_title = "There is a problem",
      .error_in_title = "Error: ",
      .back_to_case = "Back to the case",
      .form_old =
          "This form is too old, or was not sent from this service. Nothing was recorded. Send it again.",
      .caseload = "Caseload",
      .whole_caseload = "See your whole caseload",
      .caseload_of = "Caseload of",
      .whose_caseload = "Whose caseload",
      .mine = "Mine",
      .everybody_of = "Everybody of",
      .colleagues = "Choose a colleague",
      .sort_by = "Sort by",
      .ascending = "ascending",
      .descending = "descending",
      .name_of_person = "Name",
      .reference = "Reference",
      .end_of_order = "End of order or licence",
      .next_appointment = "Next appointment",
      .owed = "Owed",
      .tier = "tier",
      .licence = "licence",
      .until = "until",
      .order_or_licence = "Order or licence",
      .no_next = "None arranged",
      .next_week = "Within seven days",
      .on_order = "On an order of the court",
      .on_licence = "On licence",
      .something_overdue = "Something is overdue",
      .any = "Any",
      .narrow_list = "Narrow the list",
      .narrow = "Show these",
      .narrowed = "Narrowed to",
      .take_away = "Take away",
      .clear_filters = "Clear all",
      .nobody_so = "Nobody in this caseload is so. Take something away to see more.",
      .nobody_held = "Nobody is held whose record you may see.",
      .page = "Page",
      .of = "of",
      .previous_page = "Previous page",
      .next_page = "Next page",
      .search = "Search",
      .name_or_reference = "Name or reference of a case",
      .search_hint = "The beginnings of words are enough. Capitals, accents and the order of words do not "
                     "count. What you look for is not kept; whom you are shown is.",
      .found = "found",
      .found_caption = "People found",
      .nobody_found = "Nobody found",
      .not_found_note = "People whose record you may not see are not among those found. That you were shown "
                        "these is recorded.",
      .pages_of_results = "Pages of those found",
      .open_new = "Open the record of somebody who is not there yet",
      .events_read_of = "events read of",
      .refreshes = "This page reads itself again every 3 seconds.",
      .stop_refreshing = "Stop reading it again",
      .look_again = "See whether it is there",
      .refresh_again = "Read it again every 3 seconds",
      .busy = "Too many are using the service at once",
      .busy_text = "Nothing was recorded.",
      .busy_hint = "Wait some seconds, then load this page again. A form that you sent is sent again, and "
                   "recorded once.",
      .problem = "There is a problem with the service",
      .not_allowed = "You cannot see this",
      .not_allowed_text = "That you asked is recorded.",
      .gone = "Page not found",
      .gone_text = "Check the address, or go to your work.",
      .try_again = "Try again later. Nothing was recorded.",
      .problem_text = "Nothing was recorded.",
      .log_note = "That you read this page is recorded.",
  };
  return english;
}

std::string_view outcome_words(std::string_view code) {
  const auto* found = std::find_if(std::begin(outcomes), std::end(outcomes),
                                   [&](const OutcomeRow& row) { return row.code == code; });
  return found == std::end(outcomes) ? code : found->words;
}

std::string_view outcome_hint(std::string_view code) {
  const auto* found = std::find_if(std::begin(outcomes), std::end(outcomes),
                                   [&](const OutcomeRow& row) { return row.code == code; });
  return found == std::end(outcomes) ? std::string_view() : found->hint;
}

} // namespace probity::pages
