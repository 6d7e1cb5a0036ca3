#include "pages/command/command_words.h"
#include "record/risk.h"

namespace probity::pages {
namespace {

constexpr std::string_view unknown = "Leave empty when it is not known";
constexpr std::string_view until_lifted = "Leave empty: until it is lifted";
constexpr std::string_view sentence_end = "The last day of the sentence unless you say another";

constexpr FieldRow rows[] = {
    {"for whom", "For whom the limit ends", ""},
    {"how", "How it is made safe", ""},
    {"what for", "What it is for", ""},
    {"why", "Why", ""},
    {"flag.add.level", "Level of multi-agency public protection arrangements", ""},
    {"flag.add.category", "Category of multi-agency public protection arrangements", ""},
    {"from now on", "Level of multi-agency public protection from now on", ""},
    {"second or third", "Which signature this is", ""},
    {"last day; left out: until it is lifted", "Last day", until_lifted},
    {"score of serious recidivism: 689 is 6.89 %", "Score of serious recidivism",
     "In hundredths of a percent: 689 is 6.89 %"},
    {"a foreign national subject to deportation",
     "Whether the person is a foreign national subject to deportation", ""},
    {"why the public interest asks for the national service; left out: it does not",
     "Why the public interest asks for the national service", "Leave empty when it does not"},
    {"it may overlap another appointment", "Whether it may overlap another appointment", ""},
    {"it may overlap an appointment", "Whether it may overlap an appointment", ""},
    {"they may overlap other appointments", "Whether they may overlap other appointments", ""},
    {"the place opens for it on a bank holiday", "Whether the place opens for it on a bank holiday", ""},
    {"leave out those that something is in the way of, and name them",
     "Whether to leave out those that something is in the way of", "They are named afterwards"},
    {"in one room, or by video where the measure says so", "Whether they meet face to face",
     "In one room, or by video where the measure says so"},
    {"so many days or weeks from one to the next", "Days or weeks from one to the next", ""},
    {"days or weeks", "Counted in days or weeks", ""},
    {"how many; or else until", "How many", "Or say the last day instead"},
    {"the last day on which one may be; or else count", "The last day on which one may be",
     "Or say how many instead"},
    {"name@version of each instrument that was used: ogrs3@1", "Instruments that were used",
     "One a line, each with its version: ogrs3@1"},
    {"why, where it departs from what the rule advises",
     "Reason for deciding otherwise than the rule recommends", "Needed where you do"},
    {"enforcement.decide_breach.explanation", "Explain why you decide otherwise than the rule recommends",
     "Needed where you do. At most 12,000 characters; only who may see the case reads it"},
    {"pseudonymous member of staff who writes it", "Who writes it", ""},
    {"pseudonymous member of staff", "Who is to hold the case", ""},
    {"who was asked: police, householder, provider and the like", "Who was asked",
     "One a line: police, householder, provider and the like"},
    {"is the reason acceptable", "Whether the reason is acceptable", ""},
    {"evidence was brought", "Whether evidence was brought", ""},
    {"who says so: seen by staff, the body itself, the person", "Who says so", ""},
    {"its last day; the last day of the sentence when not said", "Last day of the licence", sentence_end},
    {"release directed, open conditions advised, or neither", "What the board decided", ""},
    {"the tariff never ends", "Whether the tariff never ends", ""},
    {"the board decided it, or the law ends it after so long", "On what ground the licence ends", ""},
    {"the record found to be of the same person; it closes", "The record found to be of the same person",
     "Its whole reference: 32 digits and letters from a to f. It closes"},
    {"the record that is of another person after all; it reopens",
     "The record that is of another person after all",
     "Its whole reference: 32 digits and letters from a to f. It reopens"},
    {"of the action within the plan", "Number of the action within the plan", ""},
    {"of the action within the plan; the same again replaces it", "Number of the action within the plan",
     "The same number again replaces that action"},
    {"until when", "By when", ""},
    {"charged with a new offence; unknown when left out", "Whether the person is charged with a new offence",
     unknown},
    {"managed at level 2 or 3, or category 4, of public protection arrangements; unknown when left out",
     "Whether the person is managed at level 2 or 3, or category 4, of public protection arrangements",
     unknown},
    {"of the listed offences; unknown when left out",
     "Whether it is one of the listed offences of terrorism or state threat", unknown},
    {"overall: the highest over all groups", "Overall level", "The highest over all groups"},
    {"which; `probity risk instruments` lists them", "Instrument", "Its short name, such as ogrs3"},
    {"what the instrument asks, each as name=value; they are used and kept nowhere",
     "Answers to what the instrument asks", "One a line, each as name=value. They are used and kept nowhere"},
    {"by this version of its numbers; the one in force when not said", "Version of its numbers",
     "The one in force unless you say another"},
    {"its length, first and last day included", "Length of the order", "First and last day included"},
    {"its last day, instead of the length", "Last day of the order", "Instead of the length"},
    {"requirement → its length in its own unit (unpaid work: minutes; activity: days)",
     "Requirements with their lengths",
     "One a line: unpaid work in minutes, as unpaid_work:4800; activity in days, as "
     "rehabilitation_activity:20"},
    {"unpaid_work.offer_place.session", "Session", "Its reference: 32 digits and letters from a to f"},
    {"stream of the session", "Which session", ""},
    {"which kinds move; left out: all that there are. None may stay behind", "Which parts of the case move",
     "One a line. Leave empty for all that there are; none may stay behind"},
    {"by law, or offered beyond it", "Whether contact is owed by law, or offered beyond it", ""},
    {"what is decided", "What you decide", ""},
    {"of whoever fills it", "Grade of whoever fills it", ""},
    {"contracted, a week", "Contracted minutes a week", ""},
    {"workforce.fill_post.staff", "Who takes up the post", ""},
    {"upheld: to which body instead", "To which body instead", "Only where the appeal is upheld"},
    {"the grade from the day on", "Grade", ""},
    {"days of the week: mon, tue, wed, thu, fri, sat, sun", "Days of the week",
     "One a line: mon, tue, wed, thu, fri, sat, sun"},
    {"workforce.set_shift.starts", "When the shift begins", "In minutes after midnight: 540 is 9am"},
    {"workforce.set_shift.ends", "When the shift ends", "In minutes after midnight: 1020 is 5pm"},
    {"people can be seen where nobody else hears", "Whether people can be seen where nobody else hears", ""},
    {"help can be called from the room", "Whether help can be called from the room", ""},
    {"nobody else of the staff is in the building at times",
     "Whether nobody else of the staff is in the building at times", ""},
};

// Harm to others is judged for all of them; harm to the person stands beside it.
constexpr FieldPart harm_groups[] = {
    {"public", "Level of risk to the public"},   {"known_adult", "Level of risk to a known adult"},
    {"children", "Level of risk to children"},   {"staff", "Level of risk to staff"},
    {"prisoners", "Level of risk to prisoners"}, {"self", "Level of risk to the person themselves", false},
};

constexpr PartedField parted[] = {
    {"risk.judge_harm.groups", harm_groups, record::risk::harm_levels},
};

} // namespace

std::span<const FieldRow> field_rows() {
  return rows;
}

std::span<const PartedField> parted_fields() {
  return parted;
}

} // namespace probity::pages
