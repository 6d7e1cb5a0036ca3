// The part of the catalogue (staff/words.h) about who a record is of: doubles, and copies for the person.
#pragma once

#include <string_view>

#include "service/likeness.h"
#include "service/subject_access.h"

namespace probity::pages {

struct PeopleWords {
  std::string_view doubles, doubles_text, no_doubles, pair_caption, born, body, holder, orders, reference,
      why, same_person, two_people, joined, told_apart, name, not_known;
  std::string_view copy, copy_text, copy_warning, make_copy, copy_of, made, copy_note, events, events_none,
      personal, personal_none, left_out, left_out_none, how_many, who_read, who_read_none, newest_access,
      older_access, when, role, page, to_case, erased;
};

const PeopleWords& people_words();
std::string_view likeness_words(service::Likeness likeness);
std::string_view left_out_words(service::LeftOut why);

} // namespace probity::pages
