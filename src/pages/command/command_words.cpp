#include "pages/command/command_words.h"

#include <algorithm>
#include <iterator>

#include "pages/wording.h"

namespace probity::pages {
namespace {

struct FamilyRow {
  std::string_view family, words;
};

constexpr FamilyRow families[] = {
    {"access", "Who may see the record"},
    {"accommodation", "Where the person lives"},
    {"allocation", "Which body supervises"},
    {"appointment", "Appointments"},
    {"assessment", "Assessments"},
    {"court_report", "Reports for a court"},
    {"custody", "Prison and release"},
    {"enforcement", "Enforcement"},
    {"flag", "Flags on the register"},
    {"further_offence", "Serious further offences"},
    {"help", "Help"},
    {"licence", "Licence"},
    {"parole", "Parole"},
    {"person", "The person"},
    {"plan", "Plans"},
    {"recall", "Recall"},
    {"risk", "Risk"},
    {"sentence", "Orders and requirements"},
    {"supervision", "Who holds the case"},
    {"transfer", "Transfer to another body"},
    {"unpaid_work", "Unpaid work"},
    {"victim", "Victims"},
    {"workforce", "Posts and staff"},
};

constexpr FamilyRow kinds[] = {
    {"custody", "Which stay in prison"},
    {"report", "Which report for a court"},
    {"review", "Which review by the parole board"},
    {"series", "Which series of appointments"},
    {"help", "Which need for help"},
    {"escalation", "Which request to another body"},
};

std::string capital(std::string_view words) {
  std::string out(words);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

FormWords divided(std::string_view meaning, std::string_view mark) {
  const std::size_t at = meaning.find(mark);
  if (at == std::string_view::npos) return {capital(meaning), ""};
  return {capital(meaning.substr(0, at)), capital(meaning.substr(at + mark.size()))};
}

const FieldRow* row_of(const record::TypeDeclaration& type, const record::FieldDeclaration& field) {
  const auto rows = field_rows();
  const std::string own = std::string(type.name) + "." + std::string(field.name);
  for (const std::string_view key : {std::string_view(own), field.meaning}) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const FieldRow& row) { return row.of == key; });
    if (found != rows.end()) return &*found;
  }
  return nullptr;
}

} // namespace

FormWords command_words(const record::TypeDeclaration& type) {
  return divided(type.meaning, type.meaning.find("; ") == std::string_view::npos ? ": " : "; ");
}

FormWords field_words(const record::TypeDeclaration& type, const record::FieldDeclaration& field) {
  const FieldRow* row = row_of(type, field);
  FormWords out = row != nullptr ? FormWords{std::string(row->label), std::string(row->hint)}
                                 : divided(field.meaning, "; ");
  const bool list = field.kind == record::Kind::names || field.kind == record::Kind::amounts;
  if (list && out.hint.empty()) out.hint = words_of_commands().one_a_line;
  return out;
}

std::string entity_words(std::string_view kind) {
  const auto* const found = std::find_if(std::begin(kinds), std::end(kinds),
                                         [&](const FamilyRow& row) { return row.family == kind; });
  return found == std::end(kinds) ? "Which " + code_words(kind) : std::string(found->words);
}

std::string_view family_words(std::string_view command) {
  const std::string_view family = command.substr(0, command.find('.'));
  const auto* const found = std::find_if(std::begin(families), std::end(families),
                                         [&](const FamilyRow& row) { return row.family == family; });
  return found == std::end(families) ? std::string_view() : found->words;
}

const CommandWords& words_of_commands() {
  static const CommandWords english = {
      .optional = " (optional)",
      .not_said = "Not said",
      .yes = "Yes",
      .no = "No",
      .one_a_line = "One a line",
      .reference_hint = "32 digits and letters from a to f",
      .act_day = "When this took place",
      .act_day_hint = "Leave empty for today",
      .go_on = "Continue",
      .check = "Check what you are about to record",
      .check_text = "What is recorded is never changed; it can be corrected, and both stay readable.",
      .change = "Change",
      .not_provided = "Not provided",
      .today = "Today",
      .none_of_kind = "The record has nothing that this can be about.",
      .select = "Select",
      .enter = "Enter",
      .choose_real_day = "must be a real day, such as 27 3 2016",
      .choose_real_time = "must be a day and a time of that day, such as 27 3 2016 and 9:30am",
      .whole_number = "must be a whole number, such as 30",
      .whole_reference = "must be 32 digits and letters from a to f",
      .time = "Time",
      .time_hint = "For example, 9:30am or 14:15",
      .changed_meanwhile =
          "Somebody recorded in this case meanwhile. Look at what is new in the record; if what "
          "you entered is still right, continue.",
      .reused =
          "This was sent before with another answer, which stands. Continue to record this one as well.",
      .recorded = "Recorded",
      .what_can_be_done = "What can be done",
      .nothing_to_do = "There is nothing that your role does in this case.",
      .about_which = "for",
      .day_hint = "For example, 27 3 2016",
      .since = "last",
      .no_account = "Member of staff",
      .clock_change = "is not on the clock that day",
      .would_record = "What will be recorded",
      .problem = "This cannot be recorded as it is",
      .rule_recommends = "The rule recommends",
      .near_copy = "This plan says nearly the same as another that you filed",
      .near_copy_found = "Nearly every group of words in it stands in a plan that you filed before, for "
                         "somebody else. It will be recorded as a near copy, and its content as not sound.",
      .near_copy_meant =
          "A plan is about one person. Go back if this one was to say something else: write it "
          "again before you file it. File it if it says what is right for this person too.",
      .near_copy_go_on = "File it as it is",
      .near_copy_go_back = "Go back to the check",
  };
  return english;
}

} // namespace probity::pages
