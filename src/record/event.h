// One event as folds see it: typed, without personal parts, without JSON.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "record/declaration.h"
#include "record/symbol.h"
#include "record/valid_time.h"

namespace probity::record {

constexpr std::int64_t absent = std::numeric_limits<std::int64_t>::min();

struct EntityReference {
  Symbol kind; // "custody", "order", "requirement", "appointment", "plan", "tag", "failure"
  base::EntityId id;
  bool operator==(const EntityReference&) const = default;
};

enum class CorrectionKind { amend, void_, reinstate };

struct Correction {
  base::EventId id; // the original event, never another correction
  CorrectionKind kind = CorrectionKind::amend;
  Symbol reason;
};

using Amounts = std::vector<std::pair<Symbol, std::int64_t>>;

struct Event {
  // nullptr: a type or schema that this program does not know; kept, shown, read by no fold.
  const TypeDeclaration* type = nullptr;
  std::uint64_t index = 0;
  base::EventId id;
  std::uint32_t stream = 0; // the ledger's number of the stream
  std::uint32_t sequence = 0;
  base::Instant recorded;
  base::Day recorded_day;                       // civil day of `recorded` in the log's zone
  std::optional<base::Instant> source_recorded; // imports: when the source says it was recorded
  std::optional<base::Day> source_recorded_day; // its civil day in the log's zone
  ValidTime valid;
  Symbol provider;       // who recorded; the accountable body comes from supervision.provider_assigned alone
  bool imported = false; // channel is "import"
  std::array<EntityReference, 3> entities{};
  std::optional<Correction> corrects;
  // Facts by position in the declaration (`fact_position`): integers and booleans as themselves, days since
  // 1970, instants in microseconds, codes, names, digests and identifiers as symbol numbers, lists as indexes
  // into `lists`. `absent` where the event does not have the field.
  std::array<std::int64_t, most_facts> facts{};
  std::vector<Amounts> lists;

  Event() { facts.fill(absent); }

  [[nodiscard]] std::optional<base::EntityId> entity(Symbol kind) const {
    for (const EntityReference& reference : entities)
      if (!reference.kind.empty() && reference.kind == kind) return reference.id;
    return std::nullopt;
  }
};

// --- typed access, checked when compiled: the field must exist, be a fact and have the kind
// --------------------

namespace detail {
template <const TypeDeclaration& Type, FieldName Name> consteval std::size_t position() {
  constexpr int found = fact_position(Type, Name.view());
  static_assert(found >= 0, "this event type declares no such fact");
  return static_cast<std::size_t>(found);
}
template <const TypeDeclaration& Type, FieldName Name> consteval Kind kind() {
  constexpr int found = field_position(Type, Name.view());
  static_assert(found >= 0, "this event type declares no such field");
  return Type.fields[static_cast<std::size_t>(found)].kind;
}
} // namespace detail

template <const TypeDeclaration& Type> bool is(const Event& event) {
  return event.type == &Type;
}

template <const TypeDeclaration& Type, FieldName Name>
std::optional<std::int64_t> integer(const Event& event) {
  static_assert(detail::kind<Type, Name>() == Kind::integer, "not an integer field");
  const std::int64_t value = event.facts[detail::position<Type, Name>()];
  return value == absent ? std::nullopt : std::optional(value);
}

template <const TypeDeclaration& Type, FieldName Name> std::optional<bool> boolean(const Event& event) {
  static_assert(detail::kind<Type, Name>() == Kind::boolean, "not a boolean field");
  const std::int64_t value = event.facts[detail::position<Type, Name>()];
  return value == absent ? std::nullopt : std::optional(value != 0);
}

template <const TypeDeclaration& Type, FieldName Name> std::optional<base::Day> day(const Event& event) {
  static_assert(detail::kind<Type, Name>() == Kind::day, "not a day field");
  const std::int64_t value = event.facts[detail::position<Type, Name>()];
  return value == absent ? std::nullopt : std::optional(base::Day{static_cast<std::int32_t>(value)});
}

template <const TypeDeclaration& Type, FieldName Name>
std::optional<base::Instant> instant(const Event& event) {
  static_assert(detail::kind<Type, Name>() == Kind::instant, "not an instant field");
  const std::int64_t value = event.facts[detail::position<Type, Name>()];
  return value == absent ? std::nullopt : std::optional(base::Instant{value});
}

// Codes, names, digests and identifiers. The empty symbol when absent.
template <const TypeDeclaration& Type, FieldName Name> Symbol symbol(const Event& event) {
  constexpr Kind kind = detail::kind<Type, Name>();
  static_assert(kind == Kind::code || kind == Kind::name || kind == Kind::digest || kind == Kind::identifier,
                "not a field with a text value");
  const std::int64_t value = event.facts[detail::position<Type, Name>()];
  return value == absent ? Symbol{} : Symbol::from_number(static_cast<std::uint32_t>(value));
}

// `names` (n is 0) and `amounts`. nullptr when absent.
template <const TypeDeclaration& Type, FieldName Name> const Amounts* amounts(const Event& event) {
  constexpr Kind kind = detail::kind<Type, Name>();
  static_assert(kind == Kind::names || kind == Kind::amounts, "not a list field");
  const std::int64_t value = event.facts[detail::position<Type, Name>()];
  return value == absent ? nullptr : &event.lists[static_cast<std::size_t>(value)];
}

} // namespace probity::record
