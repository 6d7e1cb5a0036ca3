// Stored events as folds read them: decoded, with their place in the ledger.
#pragma once

#include <vector>

#include "ledger/ledger.h"
#include "record/vocabulary.h"

namespace probity::service {

// `corrupt`, naming the event, when its bytes are none.
base::Result<record::Event> event_of(const ledger::StoredEvent& stored, const base::Zone& zone);

// The events below `size` of the stream of a number, as they were recorded: a correction stands beside what
// it corrects. None where the ledger has no such stream; `corrupt` as above.
base::Result<std::vector<record::Event>> recorded_events(const ledger::Ledger& ledger, std::uint32_t stream,
                                                         std::uint64_t size);

} // namespace probity::service
