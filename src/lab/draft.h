// Events as the lab makes them: small and typed; JSON is made only when they are handed on.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/json.h"
#include "record/declaration.h"
#include "record/event.h"

namespace probity::lab {

// 128 bits that name a stream, an entity, a member of staff or an event.
using Identifier = std::array<std::uint8_t, 16>;

using Amounts = std::vector<std::pair<std::string_view, std::int64_t>>;
using Names = std::vector<std::string_view>;

// Texts are literals or live in the `texts` of the record that holds the fact.
using FactValue =
    std::variant<std::int64_t, bool, base::Day, base::Instant, std::string_view, Identifier, Amounts, Names>;
struct Fact {
  std::string_view name;
  FactValue value;
};

// When the act happened: a civil day, an instant, or a month when the act was copied from an older record.
struct Happened {
  record::Precision precision = record::Precision::day;
  base::Day day; // of a month: its first day
  base::Instant instant;

  static Happened on(base::Day day) { return {record::Precision::day, day, {}}; }
  static Happened at(base::Day day, base::Instant instant) {
    return {record::Precision::instant, day, instant};
  }
  static Happened in_month_of(base::Day day) {
    return {record::Precision::month, base::month_of(day).first(), {}};
  }
};

struct Entity {
  std::string_view kind;
  Identifier id{};
};

// Who recorded the event.
struct Recorder {
  std::string_view provider;
  std::string_view role;
  std::string_view channel;
  Identifier actor{};
};

enum class Corrects : std::uint8_t { nothing, amend, withdraw, reinstate };

struct Draft {
  const record::TypeDeclaration* type = nullptr;
  base::Instant recorded;
  Happened happened;
  Identifier id{};
  Identifier stream{};
  Recorder by;
  Entity entity{};
  Entity second_entity{};
  std::vector<Fact> facts; // sealed fields too: the declaration says which they are
  Corrects corrects = Corrects::nothing;
  Identifier corrected{};
  std::string_view reason;
};

// The event as it is submitted to a replayed log of this origin.
base::json::Value to_json(const Draft& draft, std::string_view origin);

} // namespace probity::lab
