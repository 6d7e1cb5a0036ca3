// How a case is held, and what of it tells how heavy it is: part of the state of a case.
#pragma once

#include <optional>

#include "record/event.h"

namespace probity::casework {

struct Holding {
  record::Symbol grade;               // of the practitioner, as given when the case was allocated last
  base::Day since;                    // of that allocation
  std::uint64_t allocated_event = 0;  // ledger index
  std::optional<std::int64_t> points; // workload points as scored last; nothing: never, or without result
  record::Symbol tier;                // its letter, as scored last; empty: never
  base::Day tier_since;               // scored so since
  std::uint64_t tier_event = 0;       // ledger index
};

void apply(Holding& holding, const record::Event& event);

} // namespace probity::casework
