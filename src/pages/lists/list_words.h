// The part of the catalogue (staff/words.h) for lists that are sorted, narrowed and taken away.
#pragma once

#include <string>
#include <string_view>

#include "base/civil.h"

namespace probity::pages {

struct ListWords {
  std::string_view seen, never_seen, other_contact, next_overdue, take_list_away, part_of_name, from_day,
      to_day;
};

const ListWords& list_words();

// "today", "1 day ago", "12 days ago"; `day` is not after `on`.
std::string days_ago(base::Day day, base::Day on);

} // namespace probity::pages
