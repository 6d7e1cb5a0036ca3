#include "service/command_text.h"

#include "base/named_id.h"
#include "record/builder.h"
#include "record/field_text.h"

namespace probity::service {
namespace {

using base::ErrorCode;
using base::Result;
using base::json::Value;

// The id starts with the milliseconds since 1970, as every id of a client does.
base::EventId id_of(const TypedCommand& typed) {
  std::string all = "command/" + typed.log + "/" + typed.person.hex() + "/" + base::to_text(typed.given) +
                    "/" + typed.actor.hex() + "/" + typed.name;
  for (const std::string& field : typed.fields)
    all += "/" + field;
  auto id = base::named_id<base::EventId>(all);
  auto milliseconds = static_cast<std::uint64_t>(typed.given.microseconds / 1000);
  for (std::size_t i = 6; i-- > 0; milliseconds >>= 8U)
    id.bytes[i] = static_cast<std::uint8_t>(milliseconds & 0xFFU);
  return id;
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
  Value sealed;
  bool named = false;
  for (const std::string& word : typed.fields) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0)
      return base::fail(ErrorCode::invalid_input, "\"" + word + "\" is not field=value", "field",
                        "write outcome=attended_complied");
    const std::string name = word.substr(0, equals);
    const std::string_view text = std::string_view(word).substr(equals + 1);
    if (const record::FieldDeclaration* field = record::find_field(*type, name)) {
      PROBITY_ASSIGN(Value value, record::field_value(*field, text));
      (field->part == record::Part::fact ? facts : sealed).set(name, std::move(value));
    } else if (name == type->entity || name == type->may_name) {
      const auto entity = base::EntityId::from_hex(text);
      if (!entity)
        return base::fail(ErrorCode::invalid_input, "\"" + std::string(text) + "\" is no id", name,
                          "write 32 lower-case hexadecimal digits, as owed and act print them");
      builder.entity(name, *entity);
      named = named || name == type->entity;
    } else {
      return base::fail(ErrorCode::unknown_field, typed.name + " has no field " + name, word,
                        "`probity vocabulary --commands --markdown` lists the fields");
    }
  }
  if (!named && !type->entity.empty())
    builder.entity(type->entity, base::named_id<base::EntityId>("entity/" + id.hex()));
  if (sealed.object() != nullptr && !sealed.object()->empty())
    builder.sealed(base::SubjectId{typed.person.bytes}, std::move(sealed));
  Value command = builder.build();
  command.set("facts", std::move(facts));
  return command;
}

} // namespace probity::service
