// A stored event as folds read it: decoded, with its place in the ledger.
#pragma once

#include "ledger/ledger.h"
#include "record/vocabulary.h"

namespace probity::service {

// `corrupt`, naming the event, when its bytes are none.
inline base::Result<record::Event> event_of(const ledger::StoredEvent& stored, const base::Zone& zone) {
  auto event = record::decode(stored.body, zone);
  if (!event) return tl::unexpected(std::move(event.error()).at("event " + std::to_string(stored.index)));
  event->index = stored.index;
  event->stream = stored.stream;
  event->sequence = stored.sequence;
  return event;
}

} // namespace probity::service
