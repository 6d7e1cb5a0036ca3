#include "api/command_schemas.h"
#include "api/operation.h"
#include "base/json.h"
#include "service/signing_in.h"

namespace probity::api {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

Value schema_of(const MemberDeclaration& member) {
  Value out(Object{{"type", Value(member.type)}});
  if (!member.meaning.empty()) out.set("description", Value(member.meaning));
  if (!member.pattern.empty()) out.set("pattern", Value(member.pattern));
  if (!member.codes.empty()) {
    Array codes;
    for (const std::string_view code : member.codes)
      codes.emplace_back(code);
    out.set("enum", Value(std::move(codes)));
  }
  return out;
}

Value object_of(const std::vector<MemberDeclaration>& members, bool closed) {
  Value properties(Object{});
  Array needed;
  for (const MemberDeclaration& member : members) {
    properties.set(member.name, schema_of(member));
    if (member.needed) needed.emplace_back(member.name);
  }
  Value out(Object{{"properties", std::move(properties)}, {"type", Value("object")}});
  if (!needed.empty()) out.set("required", Value(std::move(needed)));
  if (closed) out.set("additionalProperties", Value(false));
  return out;
}

Value content(std::string_view type, Value schema) {
  return Value(Object{{std::string(type), Value(Object{{"schema", std::move(schema)}})}});
}

std::string status_text(http::Status status) {
  return std::to_string(static_cast<int>(status));
}

Value parameter(std::string_view name, std::string_view in, bool needed, Value schema) {
  return Value(Object{
      {"in", Value(in)}, {"name", Value(name)}, {"required", Value(needed)}, {"schema", std::move(schema)}});
}

std::string_view pattern_of(std::string_view part_type) {
  PROBITY_ENSURE(part_type == "hex32" || part_type == "word" || part_type == "number");
  return part_type == "hex32"  ? "^[0-9a-f]{32}$"
         : part_type == "word" ? "^[a-z0-9_-]{1,64}$"
                               : "^(0|[1-9][0-9]{0,17})$";
}

// "/cases/{case:hex32}" → "/cases/{case}", and the parts as parameters.
std::string path_of(std::string_view pattern, Array& parameters) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t colon = pattern.find(':', open);
    const std::size_t close = pattern.find('}', open);
    const std::string_view type = pattern.substr(colon + 1, close - colon - 1);
    const std::string_view name = pattern.substr(open + 1, colon - open - 1);
    out += "{" + std::string(name) + "}";
    const MemberDeclaration part{name, "string", true, {}, pattern_of(type)};
    parameters.push_back(parameter(name, "path", true, schema_of(part)));
    pattern.remove_prefix(close + 1);
  }
  return out;
}

Value responses_of(const Operation& operation) {
  Value out(Object{});
  for (const http::Status status : operation.good)
    out.set(status_text(status),
            Value(Object{{"content", content("application/json", object_of(operation.answer, false))},
                         {"description", Value(http::reason(status))}}));
  const Value problem(Object{{"$ref", Value("#/components/schemas/Problem")}});
  for (const http::Status status : operation.refused)
    out.set(status_text(status), Value(Object{{"content", content("application/problem+json", problem)},
                                              {"description", Value(http::reason(status))}}));
  return out;
}

Value operation_json(const Operation& operation, Array parameters) {
  for (const MemberDeclaration& member : operation.query)
    parameters.push_back(parameter(member.name, "query", member.needed, schema_of(member)));
  Value out(Object{{"operationId", Value(operation.name)},
                   {"responses", responses_of(operation)},
                   {"summary", Value(operation.summary)}});
  if (!parameters.empty()) out.set("parameters", Value(std::move(parameters)));
  if (operation.method == http::Method::post) {
    Value body = object_of(operation.body, true);
    if (operation.gives_command != GivesCommand::no)
      body.set("oneOf", command_references(operation.gives_command));
    out.set("requestBody", Value(Object{{"content", content("application/json", std::move(body))},
                                        {"required", Value(true)}}));
  }
  if (operation.for_anybody != nullptr) out.set("security", Value(Array{}));
  return out;
}

Value components() {
  const std::vector<MemberDeclaration> problem = {{"code", "string", true, "a short name of what went wrong"},
                                                  {"detail", "string", false, "what to do"},
                                                  {"status", "integer"},
                                                  {"title", "string", true, "what went wrong, in words"},
                                                  {"type", "string"}};
  Value schemas = command_schemas();
  schemas.set("Problem", object_of(problem, false));
  return Value(Object{
      {"schemas", std::move(schemas)},
      {"securitySchemes", Value(Object{{"session", Value(Object{{"in", Value("cookie")},
                                                                {"name", Value(service::session_cookie)},
                                                                {"type", Value("apiKey")}})}})}});
}

} // namespace

std::string openapi_document() {
  Value paths(Object{});
  for (const Operation& operation : operations()) {
    Array parameters;
    const std::string path = path_of(operation.pattern, parameters);
    Value item = paths.find(path) != nullptr ? *paths.find(path) : Value(Object{});
    item.set(operation.method == http::Method::post ? "post" : "get",
             operation_json(operation, std::move(parameters)));
    paths.set(path, std::move(item));
  }
  const Value signed_in(Object{{"session", Value(Array{})}});
  return base::json::write(Value(
      Object{{"components", components()},
             {"info", Value(Object{{"description", Value("The services of the pages, as JSON. docs/api.md")},
                                   {"title", Value("Probity")},
                                   {"version", Value("1")}})},
             {"openapi", Value("3.1.0")},
             {"paths", std::move(paths)},
             {"security", Value(Array{signed_in})}}));
}

} // namespace probity::api
