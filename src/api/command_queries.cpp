// What can be done about a case, a member of staff or a post, and what a command asks: the twins of the forms
// of commands.
#include "api/handlers.h"
#include "api/problems.h"
#include "service/workforce/staff_commands.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using service::Caller;
using service::Office;

namespace {

std::string_view kind_name(record::Kind kind) {
  switch (kind) {
  case record::Kind::integer:
    return "integer";
  case record::Kind::boolean:
    return "boolean";
  case record::Kind::code:
    return "code";
  case record::Kind::name:
    return "name";
  case record::Kind::day:
    return "day";
  case record::Kind::instant:
    return "instant";
  case record::Kind::digest:
    return "digest";
  case record::Kind::identifier:
    return "identifier";
  case record::Kind::names:
    return "names";
  case record::Kind::amounts:
    return "amounts";
  case record::Kind::text:
    return "text";
  }
  return "";
}

Value field_json(const record::FieldDeclaration& field) {
  Value out(Object{{"kind", Value(kind_name(field.kind))},
                   {"meaning", Value(field.meaning)},
                   {"name", Value(field.name)},
                   {"needed", Value(field.presence == record::Presence::required)}});
  if (!field.unit.empty()) out.set("unit", Value(field.unit));
  if (!field.codes.empty()) {
    Array codes;
    for (const std::string_view code : field.codes)
      codes.emplace_back(code);
    out.set("codes", Value(std::move(codes)));
  }
  return out;
}

Value choice_json(const service::Choosable& one) {
  Value out(Object{{"value", Value(one.value)}});
  if (!one.account.empty()) out.set("account", Value(one.account));
  if (!one.meaning.empty()) {
    out.set("meaning", Value(one.meaning));
    out.set("when", Value(one.when));
  }
  if (!one.last_meaning.empty()) {
    out.set("last_meaning", Value(one.last_meaning));
    out.set("last_when", Value(one.last_when));
  }
  if (one.starts) out.set("starts", Value(base::to_text(*one.starts)));
  return out;
}

Value asked_json(const service::CommandAsked& asked) {
  Array fields;
  for (const record::FieldDeclaration& field : asked.type->fields)
    fields.push_back(field_json(field));
  Value choices{Object{}};
  for (const auto& [field, all] : asked.choices) {
    Array list;
    for (const service::Choosable& one : all)
      list.push_back(choice_json(one));
    choices.set(field, Value(std::move(list)));
  }
  Value out(Object{{asked.staff ? "staff" : "case", Value(asked.person.hex())},
                   {"choices", std::move(choices)},
                   {"command", Value(asked.type->name)},
                   {"events", Value(asked.events)},
                   {"fields", Value(std::move(fields))},
                   {"meaning", Value(asked.type->meaning)},
                   {"on", Value(base::to_text(asked.on))}});
  if (!asked.type->entity.empty()) {
    out.set("entity", Value(asked.type->entity));
    out.set("makes_entity", Value(service::makes_entity(asked.type->name)));
  }
  if (!asked.type->may_name.empty()) out.set("may_name", Value(asked.type->may_name));
  return out;
}

Response list_of(const base::Result<std::vector<const record::TypeDeclaration*>>& offered) {
  if (!offered) return problem(offered.error());
  Array list;
  for (const record::TypeDeclaration* type : *offered)
    list.emplace_back(Object{{"command", Value(type->name)}, {"meaning", Value(type->meaning)}});
  return answered(Value(Object{{"commands", Value(std::move(list))}}));
}

std::string command_in(const Request& request) {
  return std::string(request.part("family")) + "." + std::string(request.part("act"));
}

} // namespace

Response commands_about(Office& office, const Request& request, const Caller& caller) {
  return list_of(service::commands_about(office, caller, id_of<base::StreamId>(request, "case")));
}

Response commands_about_staff(Office& office, const Request& request, const Caller& caller) {
  return list_of(service::commands_about_staff(office, caller, id_of<base::StreamId>(request, "staff")));
}

Response command_asked(Office& office, const Request& request, const Caller& caller) {
  const auto asked =
      service::command_asked(office, caller, id_of<base::StreamId>(request, "case"), command_in(request));
  return asked ? answered(asked_json(*asked)) : problem(asked.error());
}

Response staff_command_asked(Office& office, const Request& request, const Caller& caller) {
  const auto asked = service::staff_command_asked(office, caller, id_of<base::StreamId>(request, "staff"),
                                                  command_in(request));
  return asked ? answered(asked_json(*asked)) : problem(asked.error());
}

} // namespace probity::api
