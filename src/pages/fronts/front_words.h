// The part of the catalogue (staff/words.h) for first pages of roles that hold no case.
#pragma once

#include <array>
#include <string_view>

#include "service/office.h"

namespace probity::pages {

struct FrontWords {
  std::string_view unpaid_work, unpaid_work_of, unpaid_work_text, owed, owed_caption, nothing_owed, to_come,
      to_come_caption, nothing_to_come, starts, due, whose, minutes, not_said, record, record_for;
  std::string_view outcomes, outcomes_text, months, month, proof, any_return, new_crime, by, show,
      outcome_caption, people, returned, rate, interval, technical, withheld, all, notes, workings, none_yet;
  std::string_view accounts, accounts_text, accounts_caption, account, roles, body, last_signed_in, never,
      open_since, no_session, disabled, one_time_code, state, events, root, last_recorded, accesses,
      people_followed, kept_by;
};

const FrontWords& front_words();

// "provider" → "Body that answered", as the choice of a grouping.
std::string_view grouping_words(std::string_view grouping);

// A page that the navigation leads to.
struct FrontDoor {
  access::Action action;
  std::string_view path, title;
};
std::array<FrontDoor, 3> front_doors();

} // namespace probity::pages
