#include "pages/boards/workload_words.h"

namespace probity::pages {

const WorkloadWords& workload_words() {
  static const WorkloadWords english = {
      .title = "Workload",
      .of_body = "Workload of",
      .explained =
          "Who carries how much, in people and, where cases were scored, in points beside what the posts "
          "can carry. It says who can take another case, not how well anybody works.",
      .waiting = "Waiting for a practitioner",
      .nobody_waits = "Nobody waits: every case is held by somebody who is there.",
      .waiting_caption = "People to be given to a practitioner, those of the highest risk first",
      .nobody_else = "Nobody else waits.",
      .left_on = "left on",
      .still_holds = "and still holds",
      .give_them = "Give them to others",
      .of_leavers = "Cases of those who left",
      .of_leavers_caption = "Cases whose holder left, those of the highest risk first",
      .give = "Give to a practitioner",
      .staff = "Staff",
      .staff_caption = "Members of staff, and what they carry",
      .no_staff = "Nobody of the staff is recorded, and nobody holds a case.",
      .capacity_note = "Not every case has recorded points; sums that leave some out are marked with a star.",
      .practitioner = "Practitioner",
      .grade = "Grade",
      .people = "People",
      .high_risk = "High risk",
      .points = "Points",
      .away = "Away",
      .left = "Left",
      .since = "since",
      .at_work = "At work, as far as is recorded",
      .not_recorded = "Not recorded",
      .of = "of",
      .over = "More than they can carry",
      .not_scored = "not scored",
      .held_by = "Held by",
      .appeal = "An appeal against the assignment is open",
      .record = "Record",
      .see_record = "See record",
      .see_posts = "See posts and staff",
      .allocate_title = "Who is to hold the case?",
      .allocate_hint =
          "The first is recommended: may hold the case, is there, and carries the smallest part of "
          "what they can.",
      .recommended = "Recommended",
      .now = "Now",
      .with_case = "With this case",
      .points_of = "points of",
      .not_possible = "To whom it cannot be given",
      .nobody_can = "The case cannot be given to anybody of the body as it is recorded.",
      .why = "Why?",
      .why_hint = "Needed when it is not the one recommended, or when somebody holds the case already.",
      .over_question = "Why, although it is more than they can carry?",
      .over_hint = "Only where the choice says that it is more than they can carry.",
      .no_reason = "No reason",
      .give_case = "Give the case",
      .select_practitioner = "Select a practitioner",
      .check_allocation = "Check to whom you give the case",
      .their_load = "What they carry",
      .holder_load = "What the holder carries",
      .without_case = "Without this case",
      .load_note = "These counts are of what is recorded now. They change when other cases are given first.",
      .departures = "Decisions other than the rule recommends",
      .departures_text =
          "Whether to take a person back to court is decided by people. Where they decide otherwise than the "
          "rule recommends, both are recorded with the reason: some of that is good judgement.",
      .no_departures = "None since then.",
      .departures_caption = "Decisions that depart from the recommendation, the newest first",
      .see_departures = "See decisions other than the rule recommends",
      .decided_on = "Decided",
      .whose = "Whose case",
      .advised = "The rule recommends",
      .decision = "Decision",
      .reason = "Reason",
  };
  return english;
}

} // namespace probity::pages
