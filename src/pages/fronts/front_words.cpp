#include "pages/fronts/front_words.h"

namespace probity::pages {

const FrontWords& front_words() {
  static const FrontWords english = {
      .unpaid_work = "Unpaid work",
      .unpaid_work_of = "Unpaid work of",
      .unpaid_work_text = "Places on sessions, of people for whom your body answers. A place that was called "
                          "off is none.",
      .owed = "What came of these?",
      .owed_caption = "Places that wait for an attendance, the longest due first",
      .nothing_owed = "No place waits for an attendance.",
      .to_come = "The next seven days",
      .to_come_caption = "Places to come, by time",
      .nothing_to_come = "Nobody has a place in the next seven days.",
      .starts = "Session",
      .due = "To be said by",
      .whose = "Person",
      .minutes = "Planned",
      .not_said = "Not said",
      .record = "Record attendance",
      .record_for = "of",
      .outcomes = "Outcomes",
      .outcomes_text =
          "Returns to custody after release, of every release in the ledger. Nobody is named, and "
          "figures of few people are withheld, as in a publication.",
      .months = "Followed for",
      .month = "months",
      .proof = "What counts",
      .any_return = "Any return to custody",
      .new_crime = "Returns for a new crime",
      .by = "Divided by",
      .show = "Show",
      .outcome_caption = "Releases, and returns to custody",
      .people = "Releases",
      .returned = "Returned",
      .rate = "Rate",
      .interval = "95 % interval",
      .technical = "For breaking conditions",
      .withheld = "Withheld",
      .all = "All",
      .notes = "What must be read with it",
      .workings = "How this was worked out",
      .none_yet = "There are no figures:",
      .accounts = "Accounts",
      .accounts_text = "Who may sign in, as what, and when they last did. This page changes nothing.",
      .accounts_caption = "Accounts, by name",
      .account = "Account",
      .roles = "Roles",
      .body = "Works for",
      .last_signed_in = "Signed in last",
      .never = "Never",
      .open_since = "Open sessions, by when they began",
      .no_session = "None",
      .disabled = "Disabled",
      .one_time_code = "One-time code",
      .state = "What the service stands on",
      .events = "Events in the ledger",
      .root = "Root of the ledger",
      .last_recorded = "Recorded last",
      .accesses = "Entries in the ledger of accesses",
      .people_followed = "People whom the lists follow",
      .kept_by = "Accounts are made, disabled and given another password on the command line:",
  };
  return english;
}

std::string_view grouping_words(std::string_view grouping) {
  if (grouping == "provider") return "Body that answered";
  if (grouping == "sex") return "Sex";
  if (grouping == "age_band") return "Age";
  if (grouping == "supervision") return "Kind of supervision";
  if (grouping == "offence_group") return "Kind of offence";
  if (grouping == "release_year") return "Year of release";
  return grouping;
}

std::array<FrontDoor, 3> front_doors() {
  const FrontWords& words = front_words();
  return {{{access::Action::see_unpaid_work, "/unpaid-work", words.unpaid_work},
           {access::Action::see_outcomes, "/outcomes", words.outcomes},
           {access::Action::see_accounts, "/accounts", words.accounts}}};
}

} // namespace probity::pages
