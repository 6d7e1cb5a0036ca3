#include "api/json_parts.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

Value item_json(const service::WorkItem& item) {
  Value out(Object{{"case", Value(item.person.hex())},
                   {"consequence", Value(item.why_first)},
                   {"due", Value(base::to_text(item.due))},
                   {"entity", Value(item.entity.hex())},
                   {"kind", Value(item.kind)},
                   {"overdue", Value(item.overdue)},
                   {"since", Value(base::to_text(item.since))},
                   {"started_by", number(item.started_by)},
                   {"what", Value(item.what)}});
  if (item.appointment) out.set("starts", Value(base::to_text(*item.appointment)));
  set_unless_empty(out, "command", item.next.command);
  set_unless_empty(out, "name", item.name);
  return out;
}

} // namespace

Value number(std::uint64_t value) {
  return Value(static_cast<std::int64_t>(value));
}

void set_unless_empty(Value& out, std::string_view name, std::string_view text) {
  if (!text.empty()) out.set(name, Value(text));
}

void set_if_known(Value& out, std::string_view name, const std::optional<base::Day>& day) {
  if (day) out.set(name, Value(base::to_text(*day)));
}

Value person_json(const base::StreamId& person, std::string_view name, std::string_view tier,
                  std::string_view harm_level) {
  Value out(Object{{"case", Value(person.hex())}});
  set_unless_empty(out, "name", name);
  set_unless_empty(out, "tier", tier);
  set_unless_empty(out, "harm_level", harm_level);
  return out;
}

Value identity_json(const service::CaseIdentity& identity) {
  Value out = person_json(identity.person, identity.name, identity.tier, identity.harm_level);
  set_if_known(out, "birth_date", identity.birth);
  if (identity.next) out.set("next_appointment", Value(base::to_text(*identity.next)));
  return out;
}

Value texts_json(const std::vector<std::string>& texts) {
  Array out;
  for (const std::string& text : texts)
    out.emplace_back(text);
  return Value(std::move(out));
}

Value fields_json(const std::vector<service::ShownField>& fields) {
  Value out(Object{});
  for (const service::ShownField& field : fields)
    out.set(field.name, Value(field.value));
  return out;
}

Value items_json(const std::vector<service::WorkItem>& items) {
  Array out;
  for (const service::WorkItem& item : items)
    out.push_back(item_json(item));
  return Value(std::move(out));
}

Value events_json(const std::vector<service::ShownEvent>& events) {
  Array out;
  for (const service::ShownEvent& event : events)
    out.emplace_back(Object{{"facts", fields_json(event.facts)},
                            {"index", number(event.first.index)},
                            {"recorded", Value(base::to_text(event.first.recorded))},
                            {"type", Value(event.type)},
                            {"when", Value(event.when)}});
  return Value(std::move(out));
}

Value to_json(const service::StillComputing& still) {
  return Value(Object{{"of", number(still.of)}, {"read", number(still.read)}});
}

} // namespace probity::api
