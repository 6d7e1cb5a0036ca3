// Random events that the vocabulary accepts, for property tests and fuzzing: written from the declarations,
// so that a new type or field is covered without another line.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/bytes.h"
#include "base/json.h"
#include "record/declaration.h"

namespace probity::record {

struct GeneratorState {
  std::function<std::uint64_t()> next; // any source of random numbers
  std::string log = "test/log";
};

// A submitted event of the type, with `recorded` as in a replayed log: every required fact, some of the
// optional ones and of the sealed parts, every form of valid time. `validate` finds no fault in it.
base::json::Value random_event(const TypeDeclaration& type, GeneratorState& state);

// A value of the field's kind.
base::json::Value random_value(const FieldDeclaration& field, GeneratorState& state);

} // namespace probity::record
