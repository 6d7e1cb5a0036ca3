// How the sequencer spells what it binds, reads back and points at.
#pragma once

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "base/bytes.h"

namespace probity::ledger {

constexpr std::size_t submission_bytes = 16; // kept of the submission hash

inline std::int64_t column(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}

template <class Id> Id id_from(base::ByteView bytes) {
  Id id;
  if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

// JSON pointer to an event of a submission.
inline std::string event_pointer(std::size_t position) {
  return fmt::format("/events/{}", position);
}

} // namespace probity::ledger
