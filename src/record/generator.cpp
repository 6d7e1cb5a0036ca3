#include "record/generator.h"

#include <array>

#include "base/civil.h"
#include "record/builder.h"
#include "record/channels.h"

namespace probity::record {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

std::int64_t below(GeneratorState& state, std::int64_t limit) {
  return static_cast<std::int64_t>(state.next() % static_cast<std::uint64_t>(limit));
}

bool one_in(GeneratorState& state, std::int64_t times) {
  return below(state, times) == 0;
}

template <class List> std::string_view one_of(GeneratorState& state, const List& list) {
  return list[static_cast<std::size_t>(below(state, static_cast<std::int64_t>(list.size())))];
}

template <class Id> Id random_id(GeneratorState& state) {
  Id id;
  for (std::uint8_t& byte : id.bytes)
    byte = static_cast<std::uint8_t>(state.next() & 0xFFU);
  return id;
}

// Half of the integers are small, the rest of any size that JSON keeps.
std::int64_t random_integer(GeneratorState& state) {
  constexpr std::int64_t most = 9'007'199'254'740'991;
  if (one_in(state, 2)) return below(state, 2001) - 1000;
  if (one_in(state, 8)) return one_in(state, 2) ? most : -most;
  return static_cast<std::int64_t>(state.next() % (2U * static_cast<std::uint64_t>(most) + 1U)) - most;
}

// Letters of one, two, three and four bytes, and what JSON escapes; up to 80 characters.
std::string random_name(GeneratorState& state) {
  constexpr std::array<std::string_view, 12> letters = {"a",  "Z",  "0", " ", "-",  "/",
                                                        "\"", "\\", "é", "–", "字", "\xF0\x9F\x9A\x8C"};
  const std::int64_t length = one_in(state, 16) ? 80 : 1 + below(state, 12);
  std::string name;
  for (std::int64_t i = 0; i < length; ++i)
    name += one_of(state, letters);
  return name;
}

base::Day random_day(GeneratorState& state) {
  const base::Day first = base::day_of(1950, 1, 1);
  return first + static_cast<int>(below(state, base::day_of(2060, 1, 1) - first));
}

base::Instant random_instant(GeneratorState& state) {
  constexpr std::int64_t microseconds_per_day = 86'400'000'000;
  return {random_day(state).since_epoch * microseconds_per_day + below(state, microseconds_per_day)};
}

Value random_names(GeneratorState& state) {
  Array list;
  const std::int64_t count = below(state, 5);
  for (std::int64_t i = 0; i < count; ++i)
    list.emplace_back(std::string(1, static_cast<char>('a' + i)) + std::to_string(below(state, 100)));
  return Value(std::move(list));
}

Value random_amounts(GeneratorState& state) {
  Array list;
  const std::int64_t count = below(state, 5);
  for (std::int64_t i = 0; i < count; ++i)
    list.emplace_back(Object{{"n", Value(random_integer(state))}, {"name", Value(random_name(state))}});
  return Value(std::move(list));
}

void set_valid(EventBuilder& builder, base::Instant recorded, GeneratorState& state) {
  constexpr std::int64_t microseconds_per_day = 86'400'000'000;
  constexpr std::array coarser = {Precision::day, Precision::month, Precision::quarter, Precision::year};
  const std::int64_t back = below(state, 400) * microseconds_per_day + below(state, microseconds_per_day);
  const base::Instant at{recorded.microseconds - back};
  const base::Day day{static_cast<std::int32_t>(recorded.microseconds / microseconds_per_day) -
                      static_cast<std::int32_t>(below(state, 400)) - 1};
  switch (below(state, 8)) {
  case 0:
    builder.valid(at);
    return;
  case 1:
    builder.valid(at, base::Instant{at.microseconds + 1 + below(state, 3 * microseconds_per_day)});
    return;
  case 2:
    builder.valid_unknown();
    return;
  case 3:
    builder.valid_after(random_id<base::EventId>(state), static_cast<int>(below(state, 80'001)) - 40'000);
    return;
  case 4:
    builder.valid_months_after(random_id<base::EventId>(state), static_cast<int>(below(state, 121)) - 60);
    return;
  case 5: // longer than any unit, a year of 366 days included
    builder.valid(coarser[static_cast<std::size_t>(below(state, coarser.size()))], day,
                  day + 367 + static_cast<int>(below(state, 1000)));
    return;
  default:
    builder.valid(coarser[static_cast<std::size_t>(below(state, coarser.size()))], day);
  }
}

Value random_part(const TypeDeclaration& type, GeneratorState& state) {
  Value part;
  for (const FieldDeclaration& field : type.fields)
    if (field.part == Part::sealed && (field.presence == Presence::required || one_in(state, 2)))
      part.set(field.name, random_value(field, state));
  return part;
}

} // namespace

Value random_value(const FieldDeclaration& field, GeneratorState& state) {
  switch (field.kind) {
  case Kind::integer:
    return Value(random_integer(state));
  case Kind::boolean:
    return Value(one_in(state, 2));
  case Kind::code:
    return Value(one_of(state, field.codes));
  case Kind::name:
  case Kind::text:
    return Value(random_name(state));
  case Kind::day:
    return Value(base::to_text(random_day(state)));
  case Kind::instant:
    return Value(base::to_text(random_instant(state)));
  case Kind::digest:
    return Value(random_id<base::Digest>(state).hex());
  case Kind::identifier:
    return Value(random_id<base::EventId>(state).hex());
  case Kind::names:
    return random_names(state);
  case Kind::amounts:
    return random_amounts(state);
  }
  return Value{};
}

Value random_event(const TypeDeclaration& type, GeneratorState& state) {
  const base::Instant recorded{base::parse_instant("2012-01-01T00:00:00.000000Z")->microseconds +
                               below(state, 500'000'000'000'000)};
  EventBuilder builder(type, state.log, random_id<base::StreamId>(state));
  builder.id(random_id<base::EventId>(state))
      .recorded(recorded)
      .actor(random_id<base::EntityId>(state))
      .provider(random_name(state))
      .role(one_of(state, roles))
      .channel(one_of(state, channels));
  if (one_in(state, 4)) builder.source_recorded(random_instant(state));
  set_valid(builder, recorded, state);
  if (!type.entity.empty()) builder.entity(type.entity, random_id<base::EntityId>(state));
  if (one_in(state, 4)) builder.entity("other_kind", random_id<base::EntityId>(state));
  for (const FieldDeclaration& field : type.fields)
    if (field.part == Part::sealed && one_in(state, 2)) {
      builder.sealed(random_id<base::SubjectId>(state), random_part(type, state));
      break;
    }
  Value facts;
  int schema = 1;
  for (const FieldDeclaration& field : type.fields)
    if (field.part == Part::fact && (field.presence == Presence::required || one_in(state, 2))) {
      facts.set(field.name, random_value(field, state));
      schema = std::max(schema, field.since);
    }
  if (one_in(state, 6)) {
    constexpr std::array kinds = {CorrectionKind::amend, CorrectionKind::void_, CorrectionKind::reinstate};
    const CorrectionKind kind = kinds[static_cast<std::size_t>(below(state, kinds.size()))];
    builder.corrects(random_id<base::EventId>(state), kind, random_name(state));
    if (kind != CorrectionKind::amend) facts = Value{};
  }
  Value event = builder.build();
  event.set("facts", std::move(facts));
  event.set("schema", Value(std::int64_t{schema}));
  return event;
}

} // namespace probity::record
