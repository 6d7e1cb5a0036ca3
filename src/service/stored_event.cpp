#include "service/stored_event.h"

namespace probity::service {

base::Result<record::Event> event_of(const ledger::StoredEvent& stored, const base::Zone& zone) {
  auto event = record::decode(stored.body, zone);
  if (!event) return tl::unexpected(std::move(event.error()).at("event " + std::to_string(stored.index)));
  event->index = stored.index;
  event->stream = stored.stream;
  event->sequence = stored.sequence;
  return event;
}

base::Result<std::vector<record::Event>> recorded_events(const ledger::Ledger& ledger, std::uint32_t stream,
                                                         std::uint64_t size) {
  std::vector<record::Event> out;
  std::optional<base::Error> trouble;
  PROBITY_TRY(ledger.scan_stream(stream, [&](const ledger::StoredEvent& stored) {
    if (stored.index >= size) return false;
    auto event = event_of(stored, ledger.zone());
    if (!event) {
      trouble = std::move(event.error());
      return false;
    }
    out.push_back(std::move(*event));
    return true;
  }));
  if (trouble) return tl::unexpected(std::move(*trouble));
  return out;
}

} // namespace probity::service
