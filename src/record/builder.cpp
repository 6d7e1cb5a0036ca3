#include "record/builder.h"

namespace probity::record {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

constexpr std::size_t most_members = 17;

// An object of these members, given by key; moved, where an initialiser list would copy.
template <class... Values> Value object_of(std::pair<const char*, Values>... members) {
  Object object;
  object.reserve(sizeof...(members));
  (object.emplace_back(members.first, std::move(members.second)), ...);
  return Value(std::move(object));
}

std::pair<const char*, Value> member(const char* key, Value value) {
  return {key, std::move(value)};
}

} // namespace

EventBuilder::EventBuilder(const TypeDeclaration& type, std::string_view log, const base::StreamId& stream)
    : type_(&type) {
  Object members;
  members.reserve(most_members);
  members.emplace_back("actor", std::string(32, '0'));
  members.emplace_back("channel", "office");
  members.emplace_back("log", log);
  members.emplace_back("provider", "not_stated");
  members.emplace_back("role", "practitioner");
  members.emplace_back("schema", std::int64_t{1});
  members.emplace_back("stream", stream.hex());
  members.emplace_back("type", type.name);
  members.emplace_back("v", std::int64_t{1});
  members.emplace_back("valid", object_of(member("precision", Value("unknown"))));
  event_ = Value(std::move(members));
}

EventBuilder& EventBuilder::id(const base::EventId& id) {
  event_.set("id", Value(id.hex()));
  return *this;
}
EventBuilder& EventBuilder::recorded(base::Instant at) {
  event_.set("recorded", Value(base::to_text(at)));
  return *this;
}
EventBuilder& EventBuilder::source_recorded(base::Instant at) {
  event_.set("source_recorded", Value(base::to_text(at)));
  return *this;
}
EventBuilder& EventBuilder::provider(std::string_view name) {
  event_.set("provider", Value(name));
  return *this;
}
EventBuilder& EventBuilder::actor(const base::EntityId& pseudonym) {
  event_.set("actor", Value(pseudonym.hex()));
  return *this;
}
EventBuilder& EventBuilder::role(std::string_view role) {
  event_.set("role", Value(role));
  return *this;
}
EventBuilder& EventBuilder::channel(std::string_view channel) {
  event_.set("channel", Value(channel));
  return *this;
}
EventBuilder& EventBuilder::cause(const base::EventId& id) {
  event_.set("cause", Value(id.hex()));
  return *this;
}

EventBuilder& EventBuilder::valid(base::Day day) {
  return valid(Precision::day, day);
}
EventBuilder& EventBuilder::valid(base::Instant at) {
  event_.set("valid",
             object_of(member("from", Value(base::to_text(at))), member("precision", Value("instant"))));
  return *this;
}
EventBuilder& EventBuilder::valid(base::Instant from, base::Instant to) {
  PROBITY_ENSURE(from < to);
  event_.set("valid",
             object_of(member("from", Value(base::to_text(from))), member("precision", Value("instant")),
                       member("to", Value(base::to_text(to)))));
  return *this;
}
EventBuilder& EventBuilder::valid(base::Month month) {
  return valid(Precision::month, month.first());
}
EventBuilder& EventBuilder::valid(Precision precision, base::Day from) {
  PROBITY_ENSURE(precision != Precision::instant && precision != Precision::unknown);
  event_.set("valid", object_of(member("from", Value(base::to_text(from))),
                                member("precision", Value(to_text(precision)))));
  return *this;
}
EventBuilder& EventBuilder::valid(Precision precision, base::Day from, base::Day to) {
  PROBITY_ENSURE(precision != Precision::instant && precision != Precision::unknown);
  event_.set("valid", object_of(member("from", Value(base::to_text(from))),
                                member("precision", Value(to_text(precision))),
                                member("to", Value(base::to_text(to)))));
  return *this;
}
EventBuilder& EventBuilder::valid_unknown() {
  event_.set("valid", object_of(member("precision", Value("unknown"))));
  return *this;
}
EventBuilder& EventBuilder::valid_after(const base::EventId& event, int days) {
  event_.set("valid",
             object_of(member("after", Value(event.hex())), member("days", Value(std::int64_t{days}))));
  return *this;
}
EventBuilder& EventBuilder::valid_months_after(const base::EventId& event, int months) {
  event_.set("valid",
             object_of(member("after", Value(event.hex())), member("months", Value(std::int64_t{months}))));
  return *this;
}

EventBuilder& EventBuilder::entity(std::string_view kind, const base::EntityId& id) {
  entities_.set(kind, Value(id.hex()));
  return *this;
}

EventBuilder& EventBuilder::set_fact(std::string_view name, Kind kind, Value value) {
  const FieldDeclaration* field = find_field(*type_, name);
  PROBITY_ENSURE(field != nullptr && field->part == Part::fact);
  const bool written_as_text = field->kind == Kind::code || field->kind == Kind::name ||
                               field->kind == Kind::digest || field->kind == Kind::identifier;
  PROBITY_ENSURE(field->kind == kind || (kind == Kind::text && written_as_text));
  facts_.set(name, std::move(value));
  needs_schema(field->since);
  return *this;
}
void EventBuilder::needs_schema(int schema) {
  if (schema > *event_.find("schema")->integer()) event_.set("schema", Value(std::int64_t{schema}));
}
EventBuilder& EventBuilder::fact(std::string_view name, std::int64_t value) {
  return set_fact(name, Kind::integer, Value(value));
}
EventBuilder& EventBuilder::fact(std::string_view name, bool value) {
  return set_fact(name, Kind::boolean, Value(value));
}
EventBuilder& EventBuilder::fact(std::string_view name, std::string_view value) {
  return set_fact(name, Kind::text, Value(value));
}
EventBuilder& EventBuilder::fact(std::string_view name, base::Day value) {
  return set_fact(name, Kind::day, Value(base::to_text(value)));
}
EventBuilder& EventBuilder::fact(std::string_view name, base::Instant value) {
  return set_fact(name, Kind::instant, Value(base::to_text(value)));
}
EventBuilder& EventBuilder::fact(std::string_view name, const std::vector<std::string>& names) {
  Array list;
  for (const std::string& one : names)
    list.emplace_back(one);
  return set_fact(name, Kind::names, Value(std::move(list)));
}
EventBuilder& EventBuilder::fact(std::string_view name, const NamedNumbers& amounts) {
  Array list;
  for (const auto& [key, number] : amounts)
    list.push_back(object_of(member("n", Value(number)), member("name", Value(key))));
  return set_fact(name, Kind::amounts, Value(std::move(list)));
}

EventBuilder& EventBuilder::sealed(const base::SubjectId& subject, Value part) {
  PROBITY_ENSURE(part.object() != nullptr);
  for (const auto& member : *part.object()) {
    const FieldDeclaration* field = find_field(*type_, member.first);
    PROBITY_ENSURE(field != nullptr && field->part == Part::sealed);
    needs_schema(field->since);
  }
  sealed_.push_back(object_of(member("key", Value(subject.hex())), member("part", std::move(part))));
  return *this;
}

EventBuilder& EventBuilder::corrects(const base::EventId& original, CorrectionKind kind,
                                     std::string_view reason) {
  event_.set("corrects",
             Value(Object{
                 {"id", Value(original.hex())}, {"kind", Value(to_text(kind))}, {"reason", Value(reason)}}));
  return *this;
}

Value EventBuilder::build() {
  if (!entities_.object()->empty()) event_.set("entity", std::move(entities_));
  event_.set("facts", std::move(facts_));
  if (!sealed_.empty()) event_.set("sealed", Value(std::move(sealed_)));
  return std::move(event_);
}

std::string_view to_text(Precision precision) {
  switch (precision) {
  case Precision::instant:
    return "instant";
  case Precision::day:
    return "day";
  case Precision::month:
    return "month";
  case Precision::quarter:
    return "quarter";
  case Precision::year:
    return "year";
  case Precision::unknown:
    return "unknown";
  }
  return "";
}

std::string_view to_text(CorrectionKind kind) {
  switch (kind) {
  case CorrectionKind::amend:
    return "amend";
  case CorrectionKind::void_:
    return "void";
  case CorrectionKind::reinstate:
    return "reinstate";
  }
  return "";
}

} // namespace probity::record
