#include "service/case_view.h"

namespace probity::service {

using base::json::Value;

namespace {

Value number(std::uint64_t value) {
  return Value(static_cast<std::int64_t>(value));
}

Value fields_json(const std::vector<ShownField>& fields) {
  Value out;
  for (const ShownField& field : fields)
    out.set(field.name, Value(field.value));
  return out;
}

void write_record(const ShownRecord& record, Value& out) {
  out.set("actor", Value(record.actor));
  out.set("channel", Value(record.channel));
  out.set("index", number(record.index));
  out.set("leaf", Value(record.leaf.hex()));
  out.set("provider", Value(record.provider));
  out.set("recorded", Value(base::to_text(record.recorded)));
  out.set("role", Value(record.role));
  if (record.source_recorded) out.set("source_recorded", Value(base::to_text(*record.source_recorded)));
  base::json::Array parts;
  for (const ShownPart& part : record.sealed) {
    Value one(base::json::Object{{"slot", Value(std::int64_t{part.slot})},
                                 {"state", Value(part.state)},
                                 {"subject", Value(part.subject.hex())}});
    if (part.state == "opened") one.set("part", fields_json(part.fields));
    parts.push_back(std::move(one));
  }
  if (!parts.empty()) out.set("sealed", Value(std::move(parts)));
  base::json::Array flags;
  for (const record::Flag& flag : record.flags)
    flags.emplace_back(base::json::Object{
        {"flag", Value(flag.name)}, {"message", Value(flag.message)}, {"where", Value(flag.where)}});
  if (!flags.empty()) out.set("flags", Value(std::move(flags)));
}

std::string_view state_text(ShownEvent::State state) {
  switch (state) {
  case ShownEvent::State::stands:
    return "stands";
  case ShownEvent::State::amended:
    return "amended";
  case ShownEvent::State::voided:
    return "void";
  }
  return "";
}

} // namespace

Value to_json(const CaseView& view) {
  base::json::Array events;
  for (const ShownEvent& event : view.events) {
    Value one;
    write_record(event.first, one);
    one.set("entity", fields_json(event.entities));
    one.set("facts", fields_json(event.facts));
    one.set("state", Value(state_text(event.state)));
    one.set("stream", Value(event.stream.hex()));
    one.set("type", Value(event.type));
    one.set("when", Value(event.when));
    base::json::Array corrections;
    for (const ShownCorrection& correction : event.corrections) {
      Value entry(base::json::Object{{"corrects", number(event.first.index)},
                                     {"facts", fields_json(correction.record.facts)},
                                     {"kind", Value(correction.kind)},
                                     {"reason", Value(correction.reason)},
                                     {"when", Value(correction.record.when)}});
      write_record(correction.record, entry);
      corrections.push_back(std::move(entry));
    }
    if (!corrections.empty()) {
      one.set("corrections", Value(std::move(corrections)));
      one.set("first_facts", fields_json(event.first.facts));
      one.set("first_when", Value(event.first.when));
    }
    events.push_back(std::move(one));
  }
  base::json::Array linked;
  for (const base::StreamId& name : view.linked)
    linked.emplace_back(name.hex());
  base::json::Array oddities;
  for (const std::string& oddity : view.oddities)
    oddities.emplace_back(oddity);
  return Value(base::json::Object{{"case", Value(view.stream.hex())},
                                  {"events", Value(std::move(events))},
                                  {"known_on", Value(base::to_text(view.known_on))},
                                  {"linked", Value(std::move(linked))},
                                  {"oddities", Value(std::move(oddities))},
                                  {"ok", Value(true)},
                                  {"size", number(view.size)}});
}

} // namespace probity::service
