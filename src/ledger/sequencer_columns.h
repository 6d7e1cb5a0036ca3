// How the sequencer spells what it binds, reads back and points at.
#pragma once

#include <cstdint>
#include <fmt/format.h>
#include <string>

namespace probity::ledger {

constexpr std::size_t submission_bytes = 16; // kept of the submission hash

inline std::int64_t column(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}

// JSON pointer to an event of a submission.
inline std::string event_pointer(std::size_t position) {
  return fmt::format("/events/{}", position);
}

} // namespace probity::ledger
