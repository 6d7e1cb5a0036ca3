#include "casework/command.h"
#include "command.h"
#include "record/vocabulary.h"

namespace probity::program {
namespace {

using base::json::Value;

Value type_json(const record::TypeDeclaration& type) {
  base::json::Array fields;
  for (const record::FieldDeclaration& field : type.fields) {
    Value one(base::json::Object{{"meaning", Value(field.meaning)},
                                 {"name", Value(field.name)},
                                 {"part", Value(field.part == record::Part::fact ? "fact" : "sealed")},
                                 {"required", Value(field.presence == record::Presence::required)},
                                 {"since", Value(std::int64_t{field.since})}});
    if (!field.unit.empty()) one.set("unit", Value(field.unit));
    base::json::Array codes;
    for (const std::string_view code : field.codes)
      codes.emplace_back(code);
    if (!codes.empty()) one.set("codes", Value(std::move(codes)));
    fields.push_back(std::move(one));
  }
  return Value(base::json::Object{{"fields", Value(std::move(fields))},
                                  {"meaning", Value(type.meaning)},
                                  {"name", Value(type.name)},
                                  {"schema", Value(std::int64_t{type.schema})}});
}

base::Result<ExitStatus> run_vocabulary(const Arguments& arguments, Terminal& terminal) {
  const bool commands = arguments.has("commands");
  const record::Types all = commands ? casework::commands() : record::vocabulary();
  if (arguments.has("schema")) {
    const std::string& name = arguments.text("schema");
    const record::TypeDeclaration* type = record::find_type(name, all);
    if (type == nullptr)
      return base::fail(base::ErrorCode::unknown_type,
                        std::string("there is no ") + (commands ? "command" : "event type") + " of this name",
                        name, "`probity vocabulary` lists them, with --commands the commands");
    std::string schema = record::json_schema(*type);
    if (!schema.ends_with('\n')) schema += '\n';
    terminal.out << schema;
    return ExitStatus::good;
  }
  if (arguments.has("markdown")) {
    terminal.out << (commands ? casework::commands_page() : record::vocabulary_page());
    return ExitStatus::good;
  }
  if (terminal.json()) {
    base::json::Array types;
    for (const record::TypeDeclaration* type : all)
      types.push_back(type_json(*type));
    terminal.print(Value(base::json::Object{{"ok", Value(true)}, {"types", Value(std::move(types))}}));
    return ExitStatus::good;
  }
  Table table({{commands ? "command" : "event type"}, {commands ? "what it asks for" : "what it records"}});
  for (const record::TypeDeclaration* type : all)
    table.add({std::string(type->name), std::string(type->meaning)});
  table.print(terminal);
  return ExitStatus::good;
}

} // namespace

Command vocabulary_command() {
  return {.name = "vocabulary",
          .group = Group::program,
          .summary = "Show the event types, or the commands, and their fields",
          .details = "The declarations that every event is checked against. --schema gives the JSON Schema "
                     "(2020-12) of a submitted event of one type; --markdown the page for people.",
          .options = {{.name = "commands", .help = "the commands of casework instead of the event types"},
                      {.name = "markdown", .help = "print the whole vocabulary as a Markdown page"},
                      {.name = "schema", .value = "TYPE", .help = "print the JSON Schema of one type"},
                      json_option},
          .examples = {"vocabulary", "vocabulary --schema custody.release_recorded", "vocabulary --commands"},
          .run = run_vocabulary};
}

} // namespace probity::program
