#include "app/command_text.h"

#include <algorithm>
#include <charconv>

#include "record/builder.h"

namespace probity::app {
namespace {

using base::ErrorCode;
using base::Result;
using base::json::Value;
using record::Kind;

template <class Id> Id made_from(const std::string& text) {
  const base::Digest digest = base::sha256(base::bytes_of(text));
  Id id;
  std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

// The id starts with the milliseconds since 1970, as every id of a client does.
base::EventId id_of(const TypedCommand& typed) {
  std::string all = "command/" + typed.log + "/" + typed.person.hex() + "/" + base::to_text(typed.given) +
                    "/" + typed.actor.hex() + "/" + typed.name;
  for (const std::string& field : typed.fields)
    all += "/" + field;
  auto id = made_from<base::EventId>(all);
  auto milliseconds = static_cast<std::uint64_t>(typed.given.microseconds / 1000);
  for (std::size_t i = 6; i-- > 0; milliseconds >>= 8U)
    id.bytes[i] = static_cast<std::uint8_t>(milliseconds & 0xFFU);
  return id;
}

Result<Value> value_of(const record::FieldDeclaration& field, std::string_view text) {
  const auto wrong = [&](std::string hint) {
    return base::fail(ErrorCode::invalid_input, "\"" + std::string(text) + "\" cannot be read",
                      std::string(field.name), std::move(hint));
  };
  switch (field.kind) {
  case Kind::integer: {
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || text.empty())
      return wrong("write a whole number");
    return Value(number);
  }
  case Kind::boolean:
    if (text != "true" && text != "false") return wrong("write true or false");
    return Value(text == "true");
  case Kind::instant: {
    std::string full(text);
    if (full.size() == 17 && full.ends_with('Z')) full = full.substr(0, 16) + ":00.000000Z";
    const auto at = base::parse_instant(full);
    if (!at) return wrong("write a UTC time such as 2016-03-01T09:00Z");
    return Value(base::to_text(*at));
  }
  default:
    return Value(text);
  }
}

} // namespace

Result<Value> command_of(const TypedCommand& typed, const base::Zone& zone) {
  const record::TypeDeclaration* type = record::find_type(typed.name, casework::commands());
  if (type == nullptr)
    return base::fail(ErrorCode::unknown_type, "there is no command " + typed.name, "command",
                      "`probity vocabulary --commands` lists them");
  const base::EventId id = typed.id.value_or(id_of(typed));
  record::EventBuilder builder(*type, typed.log, typed.person);
  builder.id(id)
      .recorded(typed.given)
      .actor(typed.actor)
      .role(typed.role)
      .provider(typed.provider)
      .valid(typed.on.value_or(zone.day_of(typed.given)));
  Value facts;
  bool named = false;
  for (const std::string& word : typed.fields) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0)
      return base::fail(ErrorCode::invalid_input, "\"" + word + "\" is not field=value", "field",
                        "write outcome=attended_complied");
    const std::string name = word.substr(0, equals);
    const std::string_view text = std::string_view(word).substr(equals + 1);
    if (const record::FieldDeclaration* field = record::find_field(*type, name)) {
      PROBITY_ASSIGN(Value value, value_of(*field, text));
      facts.set(name, std::move(value));
    } else if (const auto entity = base::EntityId::from_hex(text)) {
      builder.entity(name, *entity);
      named = named || name == type->entity;
    } else {
      return base::fail(ErrorCode::unknown_field, typed.name + " has no field " + name, word,
                        "`probity vocabulary --commands --markdown` lists the fields");
    }
  }
  if (!named && !type->entity.empty())
    builder.entity(type->entity, made_from<base::EntityId>("entity/" + id.hex()));
  Value command = builder.build();
  command.set("facts", std::move(facts));
  return command;
}

} // namespace probity::app
