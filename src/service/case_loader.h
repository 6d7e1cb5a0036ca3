// One person's effective events from the ledger, without reading anybody else's.
#pragma once

#include <optional>

#include "ledger/ledger.h"
#include "timeline/book.h"

namespace probity::service {

// With the events of the records that were linked to it, by recorded order. `not_found` when the ledger has
// no such stream.
base::Result<timeline::Case> load_case(const ledger::Ledger& ledger, const base::StreamId& stream);

// The effective events of one stream alone, as known at a size (all when absent). `not_found` when the ledger
// has no stream of the number.
base::Result<timeline::Case> load_stream(const ledger::Ledger& ledger, std::uint32_t number,
                                         std::optional<std::uint64_t> size = std::nullopt);

} // namespace probity::service
