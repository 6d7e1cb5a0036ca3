// The part of the catalogue (pages/staff/words.h) for members of staff and posts.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"

namespace probity::pages {

struct WorkforceWords {
  std::string_view title, of_body, explained, posts, posts_caption, no_posts, post, minutes, state, filled,
      vacant, closed, since, holder, make_post;
  std::string_view staff, staff_caption, no_staff, member, grade, number_of_posts, people, there, at_work,
      away, left, not_recorded, only_account, counts_posts, counts_away;
  std::string_view own_title, own_text, body, high_risk, points, points_of, shift, place, appeal,
      appeal_until, appealed, to, not_private, no_alarm, alone, until, expected_until, see_caseload,
      nothing_to_do, recorded, nothing_recorded, changed_meanwhile, to_list;
};
const WorkforceWords& workforce_words();

// "Member of staff anna", "Post 5d0c2f0e".
std::string staff_named(bool post, const std::string& account, const base::StreamId& id);

} // namespace probity::pages
