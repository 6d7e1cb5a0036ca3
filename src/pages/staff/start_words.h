// The part of the catalogue (words.h) that says to a stranger what this is, and to each role what it may do.
#pragma once

#include <array>
#include <string_view>

#include "service/office.h"

namespace probity::pages {

struct RoleWords {
  std::string_view name;     // "Contract manager"
  std::string_view shows;    // what one sees when signed in so
  std::string_view commands; // to be typed where no page does the work yet; may be empty
};

struct StartWords {
  std::string_view about, about_record, about_access;
  std::string_view sample_title, sample_text, sample_password, sample_no_code, sample_caption, role, account,
      shows;
  std::string_view title, signed_in, works_for, no_page, commands_purpose;
  std::array<std::string_view, access::all_actions.size()> may; // in the order of all_actions
  std::string_view access_title, access_caption, access_text, who, page, whose, refused, reads_of_many,
      closed, nobody, access_none, access_entries;
  std::array<RoleWords, access::all_roles.size()> roles; // in the order of all_roles
};

const StartWords& start_words();
const RoleWords& role_words(access::Role role);

} // namespace probity::pages
