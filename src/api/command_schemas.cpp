#include "api/command_schemas.h"

#include "casework/command.h"
#include "service/act.h"
#include "service/command_asked.h"

namespace probity::api {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using record::Kind;

// What a text of the kind looks like; empty: any text.
std::string_view pattern_of(Kind kind) {
  switch (kind) {
  case Kind::integer:
    return "^-?[0-9]{1,16}$";
  case Kind::boolean:
    return "^(true|false)$";
  case Kind::day:
    return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  case Kind::identifier:
    return "^[0-9a-f]{32}$";
  case Kind::digest:
    return "^[0-9a-f]{64}$";
  case Kind::instant: // with an offset, or in the zone of the ledger
  case Kind::code:
  case Kind::name:
  case Kind::names:
  case Kind::amounts:
  case Kind::text:
    return {};
  }
  return {};
}

Value field_schema(const record::FieldDeclaration& field) {
  Value out(Object{{"type", Value("string")}});
  std::string meaning(field.meaning);
  if (!field.unit.empty()) meaning += (meaning.empty() ? "" : "; ") + std::string(field.unit);
  if (field.kind == Kind::names || field.kind == Kind::amounts)
    meaning += (meaning.empty() ? "" : "; ") + std::string("several are parted by commas");
  if (!meaning.empty()) out.set("description", Value(meaning));
  if (const std::string_view pattern = pattern_of(field.kind); !pattern.empty())
    out.set("pattern", Value(pattern));
  if (field.codes.empty()) return out;
  Array codes;
  for (const std::string_view code : field.codes)
    codes.emplace_back(code);
  out.set("enum", Value(std::move(codes)));
  return out;
}

// A thing that a command is about must be named, unless the command makes it.
Value fields_schema(const record::TypeDeclaration& type) {
  Value properties(Object{});
  Array needed;
  if (!type.entity.empty()) {
    properties.set(type.entity, Value(Object{{"description", Value("which; 32 hex digits")},
                                             {"pattern", Value(pattern_of(Kind::identifier))},
                                             {"type", Value("string")}}));
    if (!service::makes_entity(type.name)) needed.emplace_back(type.entity);
  }
  if (!type.may_name.empty())
    properties.set(type.may_name,
                   Value(Object{{"description", Value("which; needed where there are several")},
                                {"pattern", Value(pattern_of(Kind::identifier))},
                                {"type", Value("string")}}));
  for (const record::FieldDeclaration& field : type.fields) {
    properties.set(field.name, field_schema(field));
    if (field.presence == record::Presence::required) needed.emplace_back(field.name);
  }
  Value out(Object{{"additionalProperties", Value(false)},
                   {"properties", std::move(properties)},
                   {"type", Value("object")}});
  if (!needed.empty()) out.set("required", Value(std::move(needed)));
  return out;
}

Value schema_of(const record::TypeDeclaration& type) {
  Value fields = fields_schema(type);
  Array needed{Value("command")};
  if (fields.find("required") != nullptr) needed.emplace_back("fields");
  Value properties(Object{{"command", Value(Object{{"const", Value(type.name)}})}});
  properties.set("fields", std::move(fields));
  return Value(Object{{"description", Value(type.meaning)},
                      {"properties", std::move(properties)},
                      {"required", Value(std::move(needed))},
                      {"type", Value("object")}});
}

GivesCommand given_as(const record::TypeDeclaration& type) {
  if (service::makes_post(type.name)) return GivesCommand::makes_post;
  if (service::is_about_staff(type.name)) return GivesCommand::about_staff;
  return service::opens_record(type.name) ? GivesCommand::opens_record : GivesCommand::about_somebody;
}

std::string name_of(const record::TypeDeclaration& type) {
  return "command." + std::string(type.name);
}

} // namespace

Value command_schemas() {
  Value out(Object{});
  for (const record::TypeDeclaration* type : casework::commands())
    out.set(name_of(*type), schema_of(*type));
  return out;
}

Value command_references(GivesCommand which) {
  Array out;
  for (const record::TypeDeclaration* type : casework::commands()) {
    if (given_as(*type) != which) continue;
    out.emplace_back(Object{{"$ref", Value("#/components/schemas/" + name_of(*type))}});
  }
  return Value(std::move(out));
}

} // namespace probity::api
