#include "record/scenario_record.h"

namespace probity::record::scenario_text {

base::Result<WhenStep> RecordReader::when_line(const Line& line) {
  const std::vector<std::string>& words = line.words;
  if (words.size() < 4)
    return fault(line, "this command is cut short",
                 "Write: when TIME WHO COMMAND [on VALID] [field=value ...]");
  PROBITY_ASSIGN(const base::Instant at, recorded(line, words[1]));
  WhenStep step;
  step.line = line.number;
  step.who = words[2];
  if (!is_plain_name(step.who))
    return fault(line, "\"" + step.who + "\" names no person", "A WHO is letters and digits");
  std::size_t next = 3;
  PROBITY_ASSIGN(const TypeDeclaration* type, type_at(line, next, language_.commands));
  SetValid set_valid = [day = zone_.day_of(at)](EventBuilder& builder) { builder.valid(day); };
  if (next < words.size() && words[next] == "on") {
    ++next;
    PROBITY_ASSIGN(set_valid, valid(line, next));
  }
  PROBITY_ASSIGN(const Settings read, settings(line, *type, next));
  if (!type->entity.empty()) step.entities[std::string(type->entity)] = "1";
  for (const auto& [kind, number] : read.entities)
    step.entities[kind] = number;
  PROBITY_ASSIGN(step.command, event(line, *type, step.who, 0, at, set_valid, read));
  return step;
}

base::Result<ExpectedEvent> RecordReader::then_line(const Line& line) {
  ExpectedEvent expected;
  expected.line = line.number;
  std::size_t next = 1;
  PROBITY_ASSIGN(const TypeDeclaration* type, type_at(line, next, vocabulary()));
  expected.type = type->name;
  if (next + 1 < line.words.size() && line.words[next] == "on") {
    expected.valid = base::parse_day(line.words[next + 1]);
    if (!expected.valid)
      return fault(line, "\"" + line.words[next + 1] + "\" is not a day", "Write a day such as 2016-03-01");
    next += 2;
  }
  PROBITY_ASSIGN(const Settings read, settings(line, *type, next));
  for (const auto& [field, text] : read.fields) {
    PROBITY_ASSIGN(auto fact, value(line, *field, text));
    expected.facts.set(field->name, std::move(fact));
  }
  return expected;
}

} // namespace probity::record::scenario_text
