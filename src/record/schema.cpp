#include <algorithm>
#include <array>

#include "record/channels.h"
#include "record/faults.h"
#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

Value number(std::int64_t value) {
  return Value(value);
}

Value text_pattern(std::string_view pattern) {
  return Value(Object{{"pattern", Value(pattern)}, {"type", Value("string")}});
}
Value hex(std::size_t digits) {
  return text_pattern("^[0-9a-f]{" + std::to_string(digits) + "}$");
}
Value day_schema() {
  return Value(Object{{"format", Value("date")},
                      {"pattern", Value("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")},
                      {"type", Value("string")}});
}
Value instant_schema() {
  return text_pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z$");
}
Value name_schema() {
  return Value(Object{{"maxLength", number(80)},
                      {"minLength", number(1)},
                      {"pattern", Value("^[^\\u0000-\\u001f\\u007f-\\u009f]*$")},
                      {"type", Value("string")}});
}
Value integer_schema() {
  constexpr std::int64_t most = 9'007'199'254'740'991;
  return Value(Object{{"maximum", number(most)}, {"minimum", number(-most)}, {"type", Value("integer")}});
}
Value constant(Value value) {
  return Value(Object{{"const", std::move(value)}});
}
Value listed(std::span<const std::string_view> texts) {
  Array list;
  for (const std::string_view text : texts)
    list.emplace_back(text);
  return Value(Object{{"enum", Value(std::move(list))}});
}

// An object with these members and no others.
Value closed_object(Object properties, std::vector<std::string> needed) {
  std::sort(needed.begin(), needed.end());
  Array names;
  for (std::string& name : needed)
    names.emplace_back(std::move(name));
  Value schema(Object{{"properties", Value(std::move(properties))}, {"type", Value("object")}});
  schema.set("additionalProperties", Value(false));
  if (!names.empty()) schema.set("required", Value(std::move(names)));
  return schema;
}

Value list_of(Value items, bool unique) {
  Value schema(Object{{"items", std::move(items)}, {"type", Value("array")}});
  if (unique) schema.set("uniqueItems", Value(true));
  return schema;
}

Value kind_schema(const FieldDeclaration& field) {
  switch (field.kind) {
  case Kind::integer:
    return integer_schema();
  case Kind::boolean:
    return Value(Object{{"type", Value("boolean")}});
  case Kind::code:
    return listed(field.codes);
  case Kind::name:
    return name_schema();
  case Kind::day:
    return day_schema();
  case Kind::instant:
    return instant_schema();
  case Kind::digest:
    return hex(64);
  case Kind::identifier:
    return hex(32);
  case Kind::names:
    return list_of(name_schema(), true);
  case Kind::amounts:
    return list_of(closed_object({{"n", integer_schema()}, {"name", name_schema()}}, {"n", "name"}), false);
  case Kind::text:
    return Value(Object{{"type", Value("string")}});
  }
  return Value{};
}

Value fields_schema(const TypeDeclaration& type, Part part) {
  Object properties;
  std::vector<std::string> needed;
  for (const FieldDeclaration& field : type.fields) {
    if (field.part != part) continue;
    Value schema = kind_schema(field);
    schema.set("description", Value(std::string(field.meaning) +
                                    (field.unit.empty() ? "" : " (" + std::string(field.unit) + ")")));
    properties.emplace_back(field.name, std::move(schema));
    if (field.presence == Presence::required) needed.emplace_back(field.name);
  }
  return closed_object(std::move(properties), std::move(needed));
}

Value valid_schema() {
  constexpr std::string_view coarse[] = {"day", "month", "quarter", "year"};
  Array forms;
  forms.push_back(closed_object(
      {{"from", instant_schema()}, {"precision", constant(Value("instant"))}, {"to", instant_schema()}},
      {"from", "precision"}));
  forms.push_back(closed_object({{"from", day_schema()}, {"precision", listed(coarse)}, {"to", day_schema()}},
                                {"from", "precision"}));
  forms.push_back(closed_object({{"precision", constant(Value("unknown"))}}, {"precision"}));
  forms.push_back(closed_object({{"after", hex(32)}, {"days", integer_schema()}}, {"after", "days"}));
  forms.push_back(closed_object({{"after", hex(32)}, {"months", integer_schema()}}, {"after", "months"}));
  return Value(Object{{"oneOf", Value(std::move(forms))}});
}

Value entity_schema(const TypeDeclaration& type) {
  Value schema(Object{{"additionalProperties", hex(32)},
                      {"maxProperties", number(3)},
                      {"propertyNames", text_pattern("^[a-z_]{1,20}$")},
                      {"type", Value("object")}});
  if (!type.entity.empty()) schema.set("properties", Value(Object{{std::string(type.entity), hex(32)}}));
  return schema;
}

bool has_part(const TypeDeclaration& type, Part part) {
  return std::any_of(type.fields.begin(), type.fields.end(),
                     [part](const auto& field) { return field.part == part; });
}

// A void or reinstatement carries no facts and needs no entity; everything else carries what is declared.
void set_facts_rule(const TypeDeclaration& type, Value& schema) {
  Value bare(Object{
      {"properties",
       Value(Object{{"corrects",
                     Value(Object{{"properties", Value(Object{{"kind", listed(std::array<std::string_view, 2>{
                                                                           "void", "reinstate"})}})},
                                  {"required", Value(Array{Value("kind")})}})}})},
      {"required", Value(Array{Value("corrects")})}});
  Value full(Object{{"properties", Value(Object{{"facts", fields_schema(type, Part::fact)}})}});
  if (!type.entity.empty()) {
    full.find("properties")->set("entity", Value(Object{{"required", Value(Array{Value(type.entity)})}}));
    full.set("required", Value(Array{Value("entity")}));
  }
  schema.set("if", std::move(bare));
  schema.set("then", Value(Object{{"properties",
                                   Value(Object{{"facts", Value(Object{{"maxProperties", number(0)}})}})}}));
  schema.set("else", std::move(full));
}

// --- the page ----------------------------------------------------------------------------------------------

std::string_view kind_word(Kind kind) {
  switch (kind) {
  case Kind::integer:
    return "integer";
  case Kind::boolean:
    return "true or false";
  case Kind::code:
    return "code";
  case Kind::name:
    return "name";
  case Kind::day:
    return "day";
  case Kind::instant:
    return "instant";
  case Kind::digest:
    return "digest";
  case Kind::identifier:
    return "identifier";
  case Kind::names:
    return "list of names";
  case Kind::amounts:
    return "list of name and integer";
  case Kind::text:
    return "text";
  }
  return "";
}

std::string_view stream_word(StreamKind stream) {
  switch (stream) {
  case StreamKind::system:
    return "the system's stream";
  case StreamKind::person:
    return "a person's stream";
  case StreamKind::session:
    return "a session's stream";
  case StreamKind::project:
    return "a project's stream";
  case StreamKind::contract:
    return "a contract's stream";
  case StreamKind::provider:
    return "a provider's stream";
  case StreamKind::staff:
    return "a staff member's stream";
  }
  return "";
}

void write_field(const FieldDeclaration& field, std::string& page) {
  page += "| `" + std::string(field.name) + "` | " + std::string(kind_word(field.kind));
  if (!field.unit.empty()) page += ", " + std::string(field.unit);
  page += field.part == Part::sealed ? " | sealed | " : " | fact | ";
  page += field.presence == Presence::required ? "yes | " : "no | ";
  page += std::to_string(field.since) + " | " + std::string(field.meaning);
  for (std::size_t i = 0; i < field.codes.size(); ++i)
    page += (i == 0 ? ": `" : ", `") + std::string(field.codes[i]) + "`";
  page += " |\n";
}

void write_type(const TypeDeclaration& type, std::string& page) {
  page += "### `" + std::string(type.name) + "`\n\n" + std::string(type.meaning) + ". Schema " +
          std::to_string(type.schema) + ", on " + std::string(stream_word(type.stream));
  if (!type.entity.empty()) page += ", names its `" + std::string(type.entity) + "`";
  page += ".\n\n";
  if (type.fields.empty()) {
    page += "It has no fields.\n\n";
    return;
  }
  page += "| field | kind | part | required | since | meaning |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const FieldDeclaration& field : type.fields)
    write_field(field, page);
  page += "\n";
}

constexpr std::string_view page_head = R"(# The vocabulary

Every event type that the record knows. This page is generated from the declarations in `src/record`; to make
it again after a declaration changed: `probity vocabulary --markdown > docs/vocabulary.md`.

A *fact* stands in the event and may decide a figure. A *sealed* field is personal: it is kept beside the
event under the key of the person it is about, no figure reads it, and it can be destroyed. A *code* is one of
the list given; a *name* is an open short text that names no person (1 to 80 characters); a *day* is a date
such as `2016-03-07`; an *instant* is UTC with six digits, such as `2016-03-09T10:00:00.000000Z`; a *digest*
is 64 and an *identifier* 32 lower-case hexadecimal digits.

)";

} // namespace

std::string json_schema(const TypeDeclaration& type) {
  Object properties;
  auto add = [&properties](const char* name, Value schema) {
    properties.emplace_back(name, std::move(schema));
  };
  add("actor", hex(32));
  add("captured", instant_schema());
  add("cause", hex(32));
  add("channel", listed(channels));
  constexpr std::string_view corrections[] = {"amend", "void", "reinstate"};
  add("corrects", closed_object({{"id", hex(32)}, {"kind", listed(corrections)}, {"reason", name_schema()}},
                                {"id", "kind", "reason"}));
  add("device", name_schema());
  add("entity", entity_schema(type));
  add("facts", Value(Object{{"type", Value("object")}}));
  add("id", hex(32));
  add("log", Value(Object{{"type", Value("string")}}));
  add("provider", name_schema());
  add("recorded", instant_schema());
  add("role", listed(roles));
  add("schema",
      Value(Object{{"maximum", number(type.schema)}, {"minimum", number(1)}, {"type", Value("integer")}}));
  if (has_part(type, Part::sealed)) {
    Value parts = list_of(
        closed_object({{"key", hex(32)}, {"part", fields_schema(type, Part::sealed)}}, {"key", "part"}),
        false);
    parts.set("minItems", number(1));
    add("sealed", std::move(parts));
  }
  add("sig", Value(Object{{"type", Value("string")}}));
  add("site", name_schema());
  add("source_recorded", instant_schema());
  add("stream", hex(32));
  add("type", constant(Value(type.name)));
  add("v", constant(number(1)));
  add("valid", valid_schema());
  Value schema = closed_object(std::move(properties), {"actor", "channel", "facts", "id", "log", "provider",
                                                       "role", "schema", "stream", "type", "v", "valid"});
  schema.set("description", Value(type.meaning));
  schema.set("title", Value(type.name));
  schema.set("$schema", Value("https://json-schema.org/draft/2020-12/schema"));
  set_facts_rule(type, schema);
  return base::json::write(schema);
}

std::string vocabulary_page() {
  return types_page(vocabulary(), page_head);
}

std::string types_page(Types types, std::string_view head) {
  std::string page(head);
  std::string_view family;
  for (const TypeDeclaration* type : types) {
    const std::string_view of_type = type->name.substr(0, type->name.find('.'));
    if (of_type != family) page += "## " + std::string(of_type) + "\n\n";
    family = of_type;
    write_type(*type, page);
  }
  page.pop_back();
  return page;
}

} // namespace probity::record
