// What is stored all the same and said beside it: a question to whoever submitted it, never a refusal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/json.h"

namespace probity::record {

struct Flag {
  std::string_view name; // "late_entry", "device_clock"
  std::string where;     // JSON pointer into the event
  std::string message;   // one sentence, no trailing full stop
};

// Of an event that `validate` accepted, submitted or stored, and when it was recorded. They follow from the
// event alone, so nothing is stored: whoever reads it later finds the same. `late_entry`: the act lies
// further back than its type says is usual (of an import, counted to the day on which the source recorded
// it). `device_clock`: the device says that it took the event down more than five minutes after the ledger
// had it.
std::vector<Flag> flags_of(const base::json::Value& event, base::Instant recorded);

} // namespace probity::record
