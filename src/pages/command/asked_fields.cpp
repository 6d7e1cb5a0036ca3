#include "pages/command/command_form.h"

#include "pages/command/command_words.h"
#include "pages/wording.h"
#include "record/vocabulary.h"

namespace probity::pages {
namespace {

const std::vector<service::Choosable>* choices_of(const service::CommandAsked& asked, std::string_view name) {
  const auto found = asked.choices.find(std::string(name));
  return found == asked.choices.end() ? nullptr : &found->second;
}

// What came with the event and says which of several it is: codes and moments, not names of staff or bodies.
std::string telling_facts(const service::Choosable& one) {
  const record::TypeDeclaration* type = record::find_type(one.type);
  std::string out;
  for (const service::ShownField& fact : one.facts) {
    const record::FieldDeclaration* field = type == nullptr ? nullptr : record::find_field(*type, fact.name);
    if (field == nullptr) continue;
    if (field->kind == record::Kind::code)
      out += ", " + code_words(fact.value);
    else if (field->kind == record::Kind::instant || field->kind == record::Kind::day)
      out += ", " + dates_in_words(fact.value);
  }
  return out;
}

const PartedField* parted_field(const record::TypeDeclaration& type, const record::FieldDeclaration& field) {
  const std::string of = std::string(type.name) + "." + std::string(field.name);
  const auto all = parted_fields();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const PartedField& one) { return one.of == of; });
  return found == all.end() ? nullptr : &*found;
}

AskedField part_asked(const record::FieldDeclaration& field, const PartedField& parted,
                      const FieldPart& part) {
  AskedField out;
  out.name = std::string(field.name) + "-" + std::string(part.part);
  out.kind = record::Kind::code;
  out.label = part.label;
  out.needed = part.needed;
  out.codes = parted.grades;
  out.part_of = field.name;
  out.part = part.part;
  return out;
}

} // namespace

std::vector<AskedField> asked_fields(const service::CommandAsked& asked) {
  const record::TypeDeclaration& type = *asked.type;
  std::vector<AskedField> out;
  const auto ask_which = [&](std::string_view kind, bool needed) {
    const auto* things = kind.empty() ? nullptr : choices_of(asked, kind);
    if (things == nullptr || (!needed && things->size() < 2)) return;
    AskedField about;
    about.name = kind;
    about.kind = record::Kind::identifier;
    about.label = entity_words(kind);
    about.needed = needed;
    about.choices = things;
    out.push_back(std::move(about));
  };
  ask_which(type.entity, true);
  ask_which(type.may_name, false);
  for (const record::FieldDeclaration& field : type.fields) {
    if (const PartedField* parted = parted_field(type, field)) {
      for (const FieldPart& part : parted->parts)
        out.push_back(part_asked(field, *parted, part));
      continue;
    }
    const FormWords words = field_words(type, field);
    AskedField one;
    one.name = field.name;
    one.kind = field.kind;
    one.label = words.label;
    one.hint = words.hint;
    one.needed = field.presence == record::Presence::required;
    one.unit = field.unit;
    one.codes = field.codes;
    one.choices = choices_of(asked, field.name);
    out.push_back(std::move(one));
  }
  AskedField day;
  day.name = act_day_field;
  day.kind = record::Kind::day;
  day.label = words_of_commands().act_day;
  day.hint = words_of_commands().act_day_hint;
  out.push_back(std::move(day));
  return out;
}

std::string choosable_words(const service::Choosable& one, const base::Zone& zone) {
  if (one.starts) return moment_in_words(*one.starts, zone);
  if (one.meaning.empty())
    return one.account.empty() ? std::string(words_of_commands().no_account) + " " + one.value.substr(0, 8)
                               : one.account;
  std::string out = one.meaning.substr(0, one.meaning.find(';')) + telling_facts(one);
  if (const std::string when = when_in_words(one.when); !when.empty()) out += " (" + when + ")";
  if (!one.last_meaning.empty())
    out += ", " + std::string(words_of_commands().since) + ": " +
           one.last_meaning.substr(0, one.last_meaning.find(';')) + " (" + when_in_words(one.last_when) + ")";
  if (!one.advice.empty())
    out += ". " + std::string(words_of_commands().rule_recommends) + ": " + code_words(one.advice);
  return out;
}

} // namespace probity::pages
