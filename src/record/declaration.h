// How an event type is declared, once. Codec, JSON Schema, documentation page and random generator all read
// this.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace probity::record {

enum class Kind {
  integer, // within ±(2^53 − 1), in the stated unit
  boolean,
  code, // one of a closed list
  name, // an open short text that names no person: provider, contract, court, offence group; 1–80 characters
  day,  // civil day
  instant,    // 6-digit UTC
  digest,     // 64 lower-case hex digits
  identifier, // 32 lower-case hex digits: a stream, an entity or an event
  names,      // list of names, each at most once
  amounts,    // list of {"name","n"}: a name and an integer
  text,       // free text; only in sealed parts
};

enum class Part { fact, sealed };
enum class Presence { required, optional };

// Which stream an event may be written to.
enum class StreamKind { system, person, session, project, contract, provider, staff };

struct FieldDeclaration {
  std::string_view name;
  Kind kind = Kind::integer;
  std::string_view unit = {}; // "minutes", "days", "pence", "people"; empty when it has none
  Part part = Part::fact;
  Presence presence = Presence::optional;
  int since = 1; // schema version that brought it
  std::string_view meaning = {};
  std::span<const std::string_view> codes = {};
};

struct TypeDeclaration {
  std::string_view name; // "family.past_participle"
  std::string_view meaning = {};
  StreamKind stream = StreamKind::person;
  std::string_view entity = {}; // entity kind that the header must name, e.g. "custody"; empty: none needed
  std::span<const FieldDeclaration> fields = {};
  int schema = 1;
  // How far ahead of `recorded` the valid time may lie: planned acts are fields, so the act itself is past.
  int days_ahead = 1;
  // How far behind `recorded` it may lie: no act of a person who lives is older.
  int days_behind = 43'830;
  // Recorded later than this it is flagged as a late entry (flags.h); 0: never, since it is learnt of late.
  int late_after_days = 31;
  std::string_view may_name = {}; // a second entity kind, which the header names where there are several
};

constexpr std::size_t most_facts = 12; // facts a type may have

// --- short spellings for declarations
// -----------------------------------------------------------------------

constexpr FieldDeclaration required(std::string_view name, Kind kind, std::string_view unit,
                                    std::string_view meaning) {
  return {.name = name, .kind = kind, .unit = unit, .presence = Presence::required, .meaning = meaning};
}
constexpr FieldDeclaration optional(std::string_view name, Kind kind, std::string_view unit,
                                    std::string_view meaning) {
  return {.name = name, .kind = kind, .unit = unit, .meaning = meaning};
}
constexpr FieldDeclaration required_code(std::string_view name, std::span<const std::string_view> codes,
                                         std::string_view meaning) {
  return {
      .name = name, .kind = Kind::code, .presence = Presence::required, .meaning = meaning, .codes = codes};
}
constexpr FieldDeclaration optional_code(std::string_view name, std::span<const std::string_view> codes,
                                         std::string_view meaning) {
  return {.name = name, .kind = Kind::code, .meaning = meaning, .codes = codes};
}
// The same field, brought by a later schema. Events that do not have it are still written in the schema
// before.
constexpr FieldDeclaration since(int schema, FieldDeclaration field) {
  field.since = schema;
  return field;
}
// Sealed under the key of the person that the part names; no figure may read it.
constexpr FieldDeclaration sealed(std::string_view name, Kind kind, std::string_view meaning) {
  return {.name = name, .kind = kind, .part = Part::sealed, .meaning = meaning};
}

// --- compile-time look-up
// -----------------------------------------------------------------------------------

template <std::size_t Size> struct FieldName {
  char text[Size]{};
  consteval FieldName(const char (&from)[Size]) {
    std::copy_n(from, Size, text);
  } // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr std::string_view view() const { return {text, Size - 1}; }
};

// Position among the facts of the type, or -1.
constexpr int fact_position(const TypeDeclaration& type, std::string_view name) {
  int position = 0;
  for (const FieldDeclaration& field : type.fields) {
    if (field.part != Part::fact) continue;
    if (field.name == name) return position;
    ++position;
  }
  return -1;
}

// Position among all fields of the type, or -1. An index, since a pointer compared under a sanitizer is no
// constant.
constexpr int field_position(const TypeDeclaration& type, std::string_view name) {
  for (std::size_t i = 0; i < type.fields.size(); ++i)
    if (type.fields[i].name == name) return static_cast<int>(i);
  return -1;
}

constexpr const FieldDeclaration* find_field(const TypeDeclaration& type, std::string_view name) {
  for (const FieldDeclaration& field : type.fields)
    if (field.name == name) return &field;
  return nullptr;
}

} // namespace probity::record
