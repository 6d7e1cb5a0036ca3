// The access ledger, read back: who read what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace probity::access {

struct AccessEntry {
  std::uint64_t index = 0; // in the access ledger
  base::Instant at;
  std::string type; // "access.record_read"
  base::EntityId staff;
  std::string provider;
  std::string role; // empty where a part was opened on the command line
  std::string page; // for parts, the reason given
  std::vector<base::StreamId> people;
  std::string refused; // rule that was in the way; empty: it was shown
};

struct AccessQuery {
  std::optional<base::StreamId> person; // reads of this record alone, in lists too
  std::optional<base::EntityId> staff;
  std::optional<base::Instant> from = {};   // at it or later
  std::optional<base::Instant> before = {}; // earlier than it
  std::string_view type = {};               // "access.signed_in"; empty: any
  std::size_t most = 1'000;                 // the newest
};

// Newest first. `corrupt` when an entry is none.
base::Result<std::vector<AccessEntry>> access_entries(const ledger::Ledger& log,
                                                      const AccessQuery& query = {});

} // namespace probity::access
