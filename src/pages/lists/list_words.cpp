#include "pages/lists/list_words.h"

#include "pages/wording.h"

namespace probity::pages {

const ListWords& list_words() {
  static const ListWords english = {
      .seen = "Last seen in person",
      .never_seen = "Not seen yet",
      .other_contact = "In contact on",
      .next_overdue = "Outcome not recorded",
      .take_list_away = "Take this list away as a table (CSV)",
      .part_of_name = "Part of a name, or a reference",
      .from_day = "First day",
      .to_day = "Last day",
  };
  return english;
}

std::string days_ago(base::Day day, base::Day on) {
  const int days = on - day;
  return days <= 0 ? "today" : count_of(static_cast<std::uint64_t>(days), "days") + " ago";
}

} // namespace probity::pages
