// Reading events of a ledger: in order, by index, by id, by day of knowledge.
#include "ledger/ledger_state.h"

#include <algorithm>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

Result<void> Ledger::scan(std::optional<std::uint64_t> size,
                          const std::function<bool(const StoredEvent&)>& visit) const {
  return scan_from(0, size, visit);
}

Result<void> Ledger::scan_from(std::uint64_t first, std::optional<std::uint64_t> size,
                               const std::function<bool(const StoredEvent&)>& visit) const {
  const std::uint64_t end = std::min(size.value_or(state_->size_now()), state_->size_now());
  PROBITY_ASSIGN(
      store::Statement statement,
      state_->database.prepare("SELECT ix, stream_no, seq, body FROM event WHERE ix >= ? AND ix < ? "
                               "ORDER BY ix"));
  PageOfEvents page;
  for (std::uint64_t from = first; from < end;) {
    const std::uint64_t to = std::min(end, from + static_cast<std::uint64_t>(rows_a_page));
    statement.bind(1, static_cast<std::int64_t>(from)).bind(2, static_cast<std::int64_t>(to));
    page.clear();
    while (true) {
      PROBITY_ASSIGN(const Step step, statement.step());
      if (step == Step::done) break;
      const StoredEvent event{static_cast<std::uint64_t>(statement.integer(0)),
                              static_cast<std::uint32_t>(statement.integer(1)),
                              static_cast<std::uint32_t>(statement.integer(2)), statement.text(3)};
      if (event.index != from)
        return fail(ErrorCode::corrupt, fmt::format("event {} is missing", from), state_->file, "Run verify");
      ++from;
      page.add(event);
    }
    statement.reset();
    if (!page.visit(visit)) return {};
    if (from != to)
      return fail(ErrorCode::corrupt, fmt::format("event {} is missing", from), state_->file, "Run verify");
  }
  return {};
}

Result<std::string> Ledger::body(std::uint64_t index) const {
  if (index >= size()) return no_event(index, size());
  std::string out;
  PROBITY_TRY(state_->one("SELECT body FROM event WHERE ix = ?", static_cast<std::int64_t>(index),
                          [&](const store::Statement& row) -> Result<void> {
                            out = row.text(0);
                            return {};
                          }));
  return out;
}

Result<std::optional<std::uint64_t>> Ledger::index_of(const base::EventId& id) const {
  PROBITY_ASSIGN(store::Statement statement, state_->database.prepare("SELECT ix FROM event WHERE id = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, id.view()).step());
  if (step == Step::done) return std::optional<std::uint64_t>{};
  return std::optional(static_cast<std::uint64_t>(statement.integer(0)));
}

Result<std::uint64_t> Ledger::size_known_on(base::Day day) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT recorded FROM event WHERE ix = ?"));
  const std::int64_t next_day = state_->zone.start_of(day + 1).microseconds;
  std::uint64_t low = 0; // every event below it was recorded by the day
  std::uint64_t high = size();
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    PROBITY_ASSIGN(const Step step, statement.bind(1, static_cast<std::int64_t>(middle)).step());
    if (step == Step::done)
      return fail(ErrorCode::corrupt, fmt::format("event {} is missing", middle), state_->file, "Run verify");
    (statement.integer(0) < next_day ? low : high) = statement.integer(0) < next_day ? middle + 1 : middle;
    statement.reset();
  }
  return low;
}

} // namespace probity::ledger
