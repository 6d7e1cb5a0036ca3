// What the record says of needs for help and what came of them: part of the state of a case.
#pragma once

#include <optional>
#include <vector>

#include "record/event.h"

namespace probity::casework {

struct Help {
  base::EntityId id;
  record::Symbol kind;
  base::Day needed;
  std::uint64_t needed_event = 0;
  std::vector<record::Symbol> signposted; // bodies that the person was told of
  bool ever_arranged = false;             // also when it was withdrawn since
  record::Symbol body;                    // that it is arranged with; empty: with none
  base::Day starts;                       // of what is arranged
  std::optional<base::Day> first_received;
  std::uint64_t received_event = 0; // the first
  int times = 0;                    // received
  int withdrawals = 0;
  record::Symbol declined; // the reason; empty: it was not
  record::Symbol result;   // empty: none

  [[nodiscard]] bool open() const { return declined.empty() && result.empty(); }
  // Told where to go, and nothing else.
  [[nodiscard]] bool signposted_only() const {
    return !signposted.empty() && !ever_arranged && !first_received;
  }
};

// "needed", "signposted", "arranged", "withdrawn", "received", "declined", or the result.
std::string_view help_word(const Help& one);

struct HelpBook {
  std::vector<Help> needs; // in the order of finding

  // An open need of the kind; nullptr when there is none.
  [[nodiscard]] const Help* open(record::Symbol kind) const;
};

void apply(HelpBook& book, const record::Event& event);

} // namespace probity::casework
