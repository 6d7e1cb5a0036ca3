// Makes submitted events in C++: for imports, scenarios, the sample area and tests.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/json.h"
#include "record/declaration.h"
#include "record/event.h"

namespace probity::record {

// The parts may be given in any order. A fact or sealed field that the type does not declare, or a value of
// another kind than declared, is a broken invariant: names are written by programmers. Values of the right
// kind are not checked further; `validate` does that when the event is appended.
//
//   EventBuilder(custody::release_recorded, "case/s3", stream)
//       .id(id).recorded(at).valid(day).entity("custody", custody_id).fact("release_type", "licence").build()
class EventBuilder {
 public:
  using NamedNumbers = std::vector<std::pair<std::string, std::int64_t>>;

  // Until said otherwise: actor 32 zeros, channel "office", role "practitioner", provider "not_stated", valid
  // time unknown. The schema is the lowest that has the facts given.
  EventBuilder(const TypeDeclaration& type, std::string_view log, const base::StreamId& stream);

  EventBuilder& id(const base::EventId& id);
  EventBuilder& recorded(base::Instant at);        // replayed logs only
  EventBuilder& source_recorded(base::Instant at); // imports
  EventBuilder& provider(std::string_view name);   // who recorded
  EventBuilder& actor(const base::EntityId& pseudonym);
  EventBuilder& role(std::string_view role);
  EventBuilder& channel(std::string_view channel);
  EventBuilder& cause(const base::EventId& id);

  EventBuilder& valid(base::Day day);
  EventBuilder& valid(base::Instant at);
  EventBuilder& valid(base::Instant from, base::Instant to);
  EventBuilder& valid(base::Month month);
  // One unit of the precision that begins on `from`; day, month, quarter or year.
  EventBuilder& valid(Precision precision, base::Day from);
  EventBuilder& valid(Precision precision, base::Day from, base::Day to); // `to` exclusive, beyond one unit
  EventBuilder& valid_unknown();
  EventBuilder& valid_after(const base::EventId& event, int days);
  EventBuilder& valid_months_after(const base::EventId& event, int months);

  EventBuilder& entity(std::string_view kind, const base::EntityId& id);
  EventBuilder& fact(std::string_view name, std::int64_t value);
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) EventBuilder& fact(std::string_view name, Integer value) {
    return fact(name, static_cast<std::int64_t>(value));
  }
  EventBuilder& fact(std::string_view name, bool value);
  EventBuilder& fact(std::string_view name, std::string_view value); // code, name, digest, identifier
  EventBuilder& fact(std::string_view name, const char* value) { return fact(name, std::string_view(value)); }
  EventBuilder& fact(std::string_view name, base::Day value);
  EventBuilder& fact(std::string_view name, base::Instant value);
  EventBuilder& fact(std::string_view name, const std::vector<std::string>& names);
  EventBuilder& fact(std::string_view name, const NamedNumbers& amounts);
  // A part sealed under the key of the subject; one more slot each time.
  EventBuilder& sealed(const base::SubjectId& subject, base::json::Value part);
  EventBuilder& corrects(const base::EventId& original, CorrectionKind kind, std::string_view reason);

  // The event, ready for validation and append. The builder is empty afterwards.
  base::json::Value build();

 private:
  EventBuilder& set_fact(std::string_view name, Kind kind, base::json::Value value);
  void needs_schema(int schema);

  const TypeDeclaration* type_;
  base::json::Value event_;
  base::json::Value entities_;
  base::json::Value facts_;
  base::json::Array sealed_;
};

std::string_view to_text(Precision precision);
std::string_view to_text(CorrectionKind kind);

} // namespace probity::record
