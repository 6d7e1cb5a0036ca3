// Every event type there is, and what is generated from the declarations: codec, JSON Schema, documentation.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "record/event.h"

namespace probity::record {

// Types by name, sorted. Beside the vocabulary of events there may be others that are read and checked alike,
// such as what a service can be asked to do.
using Types = std::span<const TypeDeclaration* const>;

// All event types.
Types vocabulary();
const TypeDeclaration* find_type(std::string_view name, Types among = vocabulary()); // nullptr: there is none

// --- codec (the one place where an event is JSON)
// -----------------------------------------------------------

// Decodes a stored leaf (canonical bytes). A type or schema that the vocabulary lacks and fields that the
// declaration lacks are kept in the bytes and skipped here. Fails (`corrupt`) only on what is no event at
// all.
base::Result<Event> decode(std::string_view body, const base::Zone& zone, Types types = vocabulary());

// What a log accepts of a submitted event, beyond the envelope that the ledger itself checks: type and schema
// known, stream kind and entity as declared, every fact declared, present where required, of its kind, code
// and range; sealed parts likewise; valid time well formed and not too far ahead. All faults, not only the
// first; each `where` is a JSON pointer into the event.
std::vector<base::Error> validate(const base::json::Value& event);
// What is wrong with a text of Kind::name, or an empty text: such a name has 1 to 80 characters, none of them
// a control character.
std::string_view fault_of_name(std::string_view name);
// The same by other declarations.
std::vector<base::Error> validate_by(Types types, const base::json::Value& event);

// JSON Schema (2020-12) of a submitted event of this type, and a Markdown page of the whole vocabulary.
std::string json_schema(const TypeDeclaration& type);
std::string vocabulary_page();
// The same page of other declarations, under a head of its own.
std::string types_page(Types types, std::string_view head);

} // namespace probity::record
