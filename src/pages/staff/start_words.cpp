#include "pages/staff/start_words.h"

namespace probity::pages {

const StartWords& start_words() {
  static const StartWords english = {
      .about = "For probation staff: what is due for the people they supervise, what came of each "
               "appointment, and "
               "the whole record of every case.",
      .about_record =
          "What was recorded is never changed. A mistake is corrected by a new entry, and both stay "
          "readable.",
      .about_access = "Whoever reads a record is recorded, before the page is shown.",
      .sample_title = "Accounts to sign in with",
      .sample_text = "This is a sample: nobody in it exists, and its calendar stands still. Sign in with one "
                     "of the accounts below to "
                     "see what that role sees.",
      .sample_password = "The password of each is:",
      .sample_no_code = "Leave the one-time code empty: the sample accounts have none.",
      .sample_caption = "Accounts of the sample",
      .role = "Role",
      .account = "Account name",
      .shows = "What it shows",
      .title = "What you may do",
      .signed_in = "You are signed in as",
      .works_for = "for",
      .no_page = "More is done on the command line:",
      .commands_purpose = "Commands for",
      .may = {"See your account, and what it may do",
              "See your work: what you owe, most pressing first",
              "See the caseloads of your colleagues",
              "Search for people by name or reference",
              "Read the record of a case",
              "Record what came of an appointment",
              "Take up somebody new",
              "Record what else is done about a person",
              "Make the copy that a person may ask for",
              "Look through records that may be of one person",
              "See who read which record",
              "See who of your cases is released, and what is missing for it",
              "See the releases of everybody for whom your body answers",
              "Have the ledger verified",
              "See the statements of contracts, and what they were counted from",
              "See what a statement counts of a case",
              "See who of your body carries how much, and who waits for a practitioner",
              "Give a case to a practitioner",
              "See whose plans say nearly the same",
              "Read what is recorded of a member of staff or a post",
              "See what is recorded of you as a member of staff",
              "Record what is done about a member of staff or a post",
              "Make a post",
              "See the unpaid work of your body: what waits for an attendance, and what is to come",
              "See what became of people, in figures",
              "See accounts, and what the service stands on"},
      .access_title = "Who read what",
      .access_caption = "The newest accesses, newest first",
      .access_text =
          "Kept in a ledger of its own, which nobody can change unseen. That you read this page is "
          "recorded too.",
      .who = "Who",
      .page = "Page",
      .whose = "Whose record",
      .refused = "Refused by",
      .reads_of_many = "people",
      .closed = "Closed to you",
      .nobody = "Nobody's",
      .access_none = "Nothing was read yet.",
      .access_entries = "entries in all.",
      .roles =
          {{{"Practitioner", "What they owe, most pressing first; their cases; recording an outcome", ""},
            {"Senior practitioner", "The same for the cases they hold, and every case of their body", ""},
            {"Case administrator", "The cases of their body; recording an outcome", ""},
            {"Unpaid-work supervisor",
             "Places on unpaid work that wait for an attendance; recording what came of them", ""},
            {"Contract manager", "Statements of contracts, from the total down to the events counted", ""},
            {"Auditor or inspector", "The ledger verified; who read which record; every case", ""},
            {"Analyst", "Returns to custody in figures, nobody's record",
             "probity outcomes --ledger FILE --measure proven --cohort 2015-04..2015-06 --by provider\n"
             "probity export --help"},
            {"System administrator", "Accounts and their use, read only; how far the ledgers are",
             "probity account list --accounts FILE\nprobity account add --help"},
            {"Senior manager", "Posts and staff of their body; every case of it, and who may see one", ""}}},
  };
  return english;
}

const RoleWords& role_words(access::Role role) {
  return start_words().roles.at(static_cast<std::size_t>(role));
}

} // namespace probity::pages
