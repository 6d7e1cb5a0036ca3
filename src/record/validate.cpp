#include <algorithm>

#include "record/channels.h"
#include "record/faults.h"
#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::ErrorCode;
using base::json::Object;
using base::json::Value;

constexpr std::size_t most_entities = std::tuple_size_v<decltype(Event::entities)>;

const std::string* text_member(const Value& event, std::string_view key) {
  const Value* member = event.find(key);
  return member == nullptr ? nullptr : member->text();
}

// --- envelope ----------------------------------------------------------------------------------------------

void check_listed(const Value& event, std::string_view key, std::span<const std::string_view> allowed,
                  Faults& faults) {
  const std::string* text = text_member(event, key);
  if (text == nullptr || std::find(allowed.begin(), allowed.end(), *text) == allowed.end())
    faults.add("/" + std::string(key), "this must be a " + std::string(key) + " of the list",
               "Use one of: " + list_text(allowed));
}

std::optional<base::Instant> check_instant(const Value& event, std::string_view key, Faults& faults) {
  const Value* member = event.find(key);
  if (member == nullptr) return std::nullopt;
  const auto instant = member->text() == nullptr ? std::nullopt : base::parse_instant(*member->text());
  if (!instant)
    faults.add("/" + std::string(key), "this must be a UTC instant with six digits",
               "Write it like 2016-03-09T10:00:00.000000Z");
  return instant;
}

void check_who(const Value& event, Faults& faults) {
  const std::string* actor = text_member(event, "actor");
  if (actor == nullptr || !is_lower_hex(*actor, 32))
    faults.add("/actor", "this must be a pseudonym: 32 lower-case hexadecimal digits");
  check_listed(event, "channel", channels, faults);
  check_listed(event, "role", roles, faults);
  const std::string* provider = text_member(event, "provider");
  if (provider == nullptr)
    faults.add("/provider", "this must be the name of the body that records");
  else if (const std::string_view fault = fault_of_name(*provider); !fault.empty())
    faults.add("/provider", std::string(fault));
}

// What the correction does, when it says so well enough to know.
std::optional<CorrectionKind> check_correction(const Value& event, Faults& faults) {
  const Value* corrects = event.find("corrects");
  if (corrects == nullptr) return std::nullopt;
  if (corrects->object() == nullptr) {
    faults.add("/corrects", "this must be {\"id\":event id,\"kind\":…,\"reason\":…}");
    return std::nullopt;
  }
  for (const auto& member : *corrects->object())
    if (member.first != "id" && member.first != "kind" && member.first != "reason")
      faults.add("/corrects/" + member.first, "a correction has no such member", "Leave it out",
                 ErrorCode::unknown_field);
  const std::string* id = text_member(*corrects, "id");
  if (id == nullptr || !is_lower_hex(*id, 32))
    faults.add("/corrects/id", "this must be an event id: 32 lower-case hexadecimal digits");
  const std::string* reason = text_member(*corrects, "reason");
  if (reason == nullptr)
    faults.add("/corrects/reason", "a correction says why");
  else if (const std::string_view fault = fault_of_name(*reason); !fault.empty())
    faults.add("/corrects/reason", std::string(fault));
  const std::string* kind = text_member(*corrects, "kind");
  if (kind != nullptr && *kind == "amend") return CorrectionKind::amend;
  if (kind != nullptr && *kind == "void") return CorrectionKind::void_;
  if (kind != nullptr && *kind == "reinstate") return CorrectionKind::reinstate;
  faults.add("/corrects/kind", "this must be a kind of correction", "Use one of: amend, void, reinstate");
  return std::nullopt;
}

void check_entities(const Value& event, std::string_view needed, Faults& faults) {
  const Value* entity = event.find("entity");
  if (entity != nullptr && entity->object() == nullptr)
    return faults.add("/entity", "this must be an object: kind → id");
  if (!needed.empty() && (entity == nullptr || entity->find(needed) == nullptr))
    faults.add("/entity/" + std::string(needed), "an event of this type names its " + std::string(needed),
               "Give its id: 32 lower-case hexadecimal digits");
  if (entity == nullptr) return;
  if (entity->object()->size() > most_entities)
    faults.add("/entity", "an event names at most " + std::to_string(most_entities) + " entities");
  for (const auto& [kind, id] : *entity->object()) {
    if (!is_entity_kind(kind))
      faults.add("/entity/" + kind, "a kind of entity is 1 to 20 lower-case letters and underscores");
    if (id.text() == nullptr || !is_lower_hex(*id.text(), 32))
      faults.add("/entity/" + kind, "this must be an id: 32 lower-case hexadecimal digits");
  }
}

const TypeDeclaration* check_type(const Value& event, Types types, std::int64_t& schema, Faults& faults) {
  const std::string* name = text_member(event, "type");
  const TypeDeclaration* type = name == nullptr ? nullptr : find_type(*name, types);
  if (type == nullptr) {
    faults.add("/type",
               name == nullptr ? std::string("this must be an event type")
                               : "there is no event type \"" + *name + "\"",
               "The vocabulary lists them all", ErrorCode::unknown_type);
    return nullptr;
  }
  const Value* member = event.find("schema");
  const std::int64_t* number = member == nullptr ? nullptr : member->integer();
  if (number == nullptr || *number < 1 || *number > type->schema) {
    faults.add("/schema", "there is no such schema of " + *name, "Use 1 to " + std::to_string(type->schema),
               ErrorCode::unknown_type);
    return nullptr;
  }
  schema = *number;
  return type;
}

// --- facts and sealed parts --------------------------------------------------------------------------------

const FieldDeclaration* declared(const TypeDeclaration& type, std::string_view name, Part part,
                                 std::int64_t schema) {
  const FieldDeclaration* field = find_field(type, name);
  return field != nullptr && field->part == part && field->since <= schema ? field : nullptr;
}

std::string names_of(const TypeDeclaration& type, Part part) {
  std::string all;
  for (const FieldDeclaration& field : type.fields)
    if (field.part == part) all += (all.empty() ? "" : ", ") + std::string(field.name);
  return all.empty() ? "It has none" : "It has: " + all;
}

void check_facts(const Value& event, const TypeDeclaration& type, std::int64_t schema, Faults& faults) {
  const Value* facts = event.find("facts");
  if (facts == nullptr || facts->object() == nullptr)
    return faults.add("/facts", "this must be an object", "Write {} when there are none");
  for (const auto& [name, value] : *facts->object()) {
    const FieldDeclaration* field = declared(type, name, Part::fact, schema);
    if (field == nullptr)
      faults.add("/facts/" + name, std::string(type.name) + " has no such fact", names_of(type, Part::fact),
                 ErrorCode::unknown_field);
    else
      check_field(value, *field, {.name = name}, faults);
  }
  for (const FieldDeclaration& field : type.fields)
    if (field.part == Part::fact && field.presence == Presence::required && field.since <= schema &&
        facts->find(field.name) == nullptr)
      faults.add("/facts/" + std::string(field.name), "this fact is required and missing",
                 std::string(field.meaning));
}

void check_no_facts(const Value& event, Faults& faults) {
  const Value* facts = event.find("facts");
  if (facts == nullptr || facts->object() == nullptr || !facts->object()->empty())
    faults.add("/facts", "a void or a reinstatement carries no facts", "Write {}");
}

void check_part(const Value& entry, std::size_t slot, const TypeDeclaration& type, std::int64_t schema,
                Faults& faults) {
  const Object* object = entry.object();
  const Value* part = object == nullptr ? nullptr : entry.find("part");
  if (part == nullptr || part->object() == nullptr || entry.find("key") == nullptr || object->size() != 2)
    return faults.add("/sealed/" + std::to_string(slot), "a sealed part is {\"key\":subject,\"part\":{…}}");
  const std::string* key = text_member(entry, "key");
  if (key == nullptr || !is_lower_hex(*key, 32))
    faults.add("/sealed/" + std::to_string(slot) + "/key",
               "this must be a subject's id: 32 lower-case hexadecimal digits");
  for (const auto& [name, value] : *part->object()) {
    const FieldPlace place{.name = name, .slot = slot};
    const FieldDeclaration* field = declared(type, name, Part::sealed, schema);
    if (field == nullptr)
      faults.add(place.text(), std::string(type.name) + " has no such sealed field",
                 names_of(type, Part::sealed), ErrorCode::unknown_field);
    else
      check_field(value, *field, place, faults);
  }
}

void check_sealed(const Value& event, const TypeDeclaration& type, std::int64_t schema, Faults& faults) {
  const Value* sealed = event.find("sealed");
  if (sealed == nullptr) return;
  const bool any = std::any_of(type.fields.begin(), type.fields.end(),
                               [](const auto& field) { return field.part == Part::sealed; });
  if (!any)
    return faults.add("/sealed", std::string(type.name) + " has no sealed part", "Leave it out",
                      ErrorCode::unknown_field);
  if (sealed->array() == nullptr || sealed->array()->empty())
    return faults.add("/sealed", "this must be a list of sealed parts", "Leave it out when there are none");
  for (std::size_t slot = 0; slot < sealed->array()->size(); ++slot)
    check_part((*sealed->array())[slot], slot, type, schema, faults);
}

} // namespace

std::vector<base::Error> validate(const Value& event) {
  return validate_by(vocabulary(), event);
}

std::vector<base::Error> validate_by(Types types, const Value& event) {
  Faults faults;
  if (event.object() == nullptr) {
    faults.add("", "an event is an object");
    return std::move(faults).take();
  }
  check_who(event, faults);
  check_instant(event, "captured", faults);
  check_instant(event, "source_recorded", faults);
  const std::optional<base::Instant> recorded = check_instant(event, "recorded", faults);
  std::int64_t schema = 0;
  const TypeDeclaration* type = check_type(event, types, schema, faults);
  const std::optional<CorrectionKind> correction = check_correction(event, faults);
  const Value* valid = event.find("valid");
  if (valid == nullptr)
    faults.add("/valid", "an event says when the act happened",
               "Write {\"precision\":\"unknown\"} when nobody knows");
  else
    check_valid_time(*valid, recorded, type == nullptr ? TypeDeclaration{} : *type, faults);
  if (type == nullptr) return std::move(faults).take();
  // A void or reinstatement speaks of the event that it names, which has the facts and the entity.
  const bool bare = correction == CorrectionKind::void_ || correction == CorrectionKind::reinstate;
  check_entities(event, bare ? std::string_view{} : type->entity, faults);
  if (bare)
    check_no_facts(event, faults);
  else
    check_facts(event, *type, schema, faults);
  check_sealed(event, *type, schema, faults);
  return std::move(faults).take();
}

} // namespace probity::record
