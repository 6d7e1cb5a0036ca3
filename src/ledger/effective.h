// Corrections resolved once, before any fold.
#pragma once

#include <vector>

#include "record/event.h"

namespace probity::ledger {

// An original event as it stands at a ledger size: with the facts and valid time of its newest amendment, its
// own `recorded`, and what touched it.
struct EffectiveEvent {
  record::Event event; // facts, lists and valid from the newest amend; everything else original
  std::vector<std::uint64_t> touched_by; // indexes of the corrections in force or superseded, oldest first
};

// An order of corrections that should not occur: reported, never fatal.
struct Oddity {
  std::uint64_t index = 0; // of the correction
  std::string message;
};

struct EffectiveStream {
  std::vector<EffectiveEvent> events; // not voided, by sequence; corrections themselves are left out
  std::vector<Oddity> oddities;
};

// `events` of one stream with index < size, by sequence. amend replaces facts and the whole valid time; void
// removes; reinstate undoes the void; offsets are resolved against the effective valid time of the event that
// they follow (an offset after a voided event has unknown valid time).
EffectiveStream effective(const std::vector<record::Event>& events);

} // namespace probity::ledger
