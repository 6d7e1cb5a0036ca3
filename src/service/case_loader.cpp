#include "service/case_loader.h"

#include <algorithm>

#include "ledger/effective.h"
#include "service/case_view.h"
#include "service/stored_event.h"

namespace probity::service {
namespace {

base::Result<void> add_stream(const ledger::Ledger& ledger, std::uint32_t number, std::uint64_t size,
                              timeline::Case& out) {
  PROBITY_ASSIGN(const std::vector<record::Event> raw, recorded_events(ledger, number, size));
  ledger::EffectiveStream effective = ledger::effective(raw);
  for (ledger::EffectiveEvent& event : effective.events)
    out.events.push_back(std::move(event.event));
  return {};
}

} // namespace

base::Result<timeline::Case> load_stream(const ledger::Ledger& ledger, std::uint32_t number,
                                         std::optional<std::uint64_t> size) {
  timeline::Case out;
  PROBITY_ASSIGN(out.name, ledger.stream_name(number));
  out.stream = number;
  PROBITY_TRY(add_stream(ledger, number, size.value_or(ledger.size()), out));
  return out;
}

base::Result<timeline::Case> load_case(const ledger::Ledger& ledger, const base::StreamId& stream) {
  PROBITY_ASSIGN(const auto number, ledger.stream_number(stream));
  if (!number)
    return base::fail(base::ErrorCode::not_found, "the ledger has no case " + stream.hex(), "case",
                      "Give the id that show prints");
  timeline::Case out;
  out.name = stream;
  out.stream = *number;
  PROBITY_TRY(add_stream(ledger, *number, ledger.size(), out));
  PROBITY_ASSIGN(out.joined, linked_streams(ledger, stream, ledger.size()));
  for (const base::StreamId& other : out.joined) {
    PROBITY_ASSIGN(const auto other_number, ledger.stream_number(other));
    if (other_number) PROBITY_TRY(add_stream(ledger, *other_number, ledger.size(), out));
  }
  std::sort(out.events.begin(), out.events.end(),
            [](const record::Event& a, const record::Event& b) { return a.index < b.index; });
  return out;
}

} // namespace probity::service
