#include "pages/workforce/words.h"

namespace probity::pages {

const WorkforceWords& workforce_words() {
  static const WorkforceWords english = {
      .title = "Posts and staff",
      .of_body = "Posts and staff of",
      .explained =
          "Which posts there are and who fills them, and whom the body employs. Whoever has an account "
          "or holds cases is listed, though nothing may be recorded of them as staff yet.",
      .posts = "Posts",
      .posts_caption = "Posts, and who fills them",
      .no_posts = "No post is recorded.",
      .post = "Post",
      .minutes = "Minutes a week",
      .state = "State",
      .filled = "Filled",
      .vacant = "Vacant",
      .closed = "Given up",
      .since = "since",
      .holder = "Filled by",
      .make_post = "Make a post",
      .staff = "Staff",
      .staff_caption = "Members of staff",
      .no_staff = "Nobody of the staff is recorded, nobody has an account, and nobody holds a case.",
      .member = "Member of staff",
      .grade = "Grade",
      .number_of_posts = "Posts",
      .people = "People",
      .there = "Away",
      .at_work = "At work, as far as is recorded",
      .away = "Away",
      .left = "Left",
      .not_recorded = "Not recorded",
      .only_account = "Nothing is recorded of them as staff",
      .counts_posts = "posts vacant",
      .counts_away = "members of staff away",
      .own_title = "Your record as a member of staff",
      .own_text = "What your body has recorded of you as a member of its staff. Who read it is recorded.",
      .body = "Works for",
      .high_risk = "of high risk",
      .points = "Points",
      .points_of = "of",
      .shift = "Shift",
      .place = "Place of work",
      .appeal = "Appeal",
      .appeal_until = "Possible until",
      .appealed = "Open",
      .to = "to",
      .not_private = "people may be overheard",
      .no_alarm = "no help can be called from the room",
      .alone = "alone in the building at times",
      .until = "until",
      .expected_until = "expected until",
      .see_caseload = "See whom they hold",
      .nothing_to_do = "There is nothing that your role does here as it stands.",
      .recorded = "What is recorded",
      .nothing_recorded = "Nothing is recorded yet.",
      .changed_meanwhile = "Somebody recorded here meanwhile. Look at what is new in the record; if what you "
                           "entered is still right, continue.",
      .to_list = "Posts and staff",
  };
  return english;
}

std::string staff_named(bool post, const std::string& account, const base::StreamId& id) {
  const WorkforceWords& words = workforce_words();
  const std::string reference = id.hex().substr(0, 8);
  if (post) return std::string(words.post) + " " + reference;
  return std::string(words.member) + " " + (account.empty() ? reference : account);
}

} // namespace probity::pages
