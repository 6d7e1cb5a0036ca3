// What commands and their fields are called on forms, made from their declarations; where a declaration does
// not read well on a form, a table of its own says it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "record/declaration.h"

namespace probity::pages {

struct FormWords {
  std::string label;
  std::string hint; // may be empty
};

FormWords command_words(const record::TypeDeclaration& type); // "Begin to write a plan"
FormWords field_words(const record::TypeDeclaration& type, const record::FieldDeclaration& field);
// What the command is about: "appointment" → "Which appointment".
std::string entity_words(std::string_view kind);
// "plan.draft" → "Plans"; empty when the table does not have the family.
std::string_view family_words(std::string_view command);

// A field said otherwise than its declaration does: by "command.field", or by the declaration's meaning.
struct FieldRow {
  std::string_view of, label, hint;
};
std::span<const FieldRow> field_rows();

// A field of "part=grade" pairs of which the parts are known: each is a question of its own, and its grades
// are the answers.
struct FieldPart {
  std::string_view part, label;
  bool needed = true;
};
struct PartedField {
  std::string_view of; // "command.field"
  std::span<const FieldPart> parts;
  std::span<const std::string_view> grades;
};
std::span<const PartedField> parted_fields();

// The rest of what forms of commands say.
struct CommandWords {
  std::string_view optional, not_said, yes, no, one_a_line, reference_hint, act_day, act_day_hint, go_on,
      check, check_text, change, not_provided, today, none_of_kind, select, enter, choose_real_day,
      choose_real_time, whole_number, whole_reference, time, time_hint, changed_meanwhile, reused, recorded,
      what_can_be_done, nothing_to_do, about_which, day_hint, since, no_account, clock_change, would_record,
      problem, rule_recommends, near_copy, near_copy_found, near_copy_meant, near_copy_go_on,
      near_copy_go_back;
};
const CommandWords& words_of_commands();

} // namespace probity::pages
