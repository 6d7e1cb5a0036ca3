// What the lists keep of one person: the state of the case and the clocks that run, in few bytes. All that is
// owed on any day follows from these and the day, without reading the record again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/worklists/owed.h"

namespace probity::casework {

struct KeptCase {
  std::uint32_t stream = 0; // the ledger's number of the person's own stream
  std::string state;        // packed, without the events that were seen
  std::vector<OpenClock> clocks;

  bool operator==(const KeptCase&) const = default;
};

KeptCase kept_case(const timeline::Case& person, const CaseState& state, std::vector<OpenClock> clocks);

// The state as it was, except that it knows no event (CaseState::seen is for decisions, which read the
// record). Nothing when the bytes are none.
std::optional<CaseState> unpacked_state(std::string_view bytes);

std::string packed_clocks(const std::vector<OpenClock>& clocks);
std::optional<std::vector<OpenClock>> unpacked_clocks(std::string_view bytes);

// Equal for policies that are equal in all that they say.
base::Digest fingerprint(const Policy& policy);

} // namespace probity::casework
