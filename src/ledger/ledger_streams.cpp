// The streams of a ledger: their numbers, names, lengths and events.
#include "ledger/ledger_state.h"
#include "ledger/stored_id.h"

#include <algorithm>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

Result<std::optional<std::uint32_t>> Ledger::stream_number(const base::StreamId& name) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT no FROM stream WHERE name = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, name.view()).step());
  if (step == Step::done) return std::optional<std::uint32_t>{};
  return std::optional(static_cast<std::uint32_t>(statement.integer(0)));
}

Result<base::StreamId> Ledger::stream_name(std::uint32_t number) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT name FROM stream WHERE no = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, std::int64_t{number}).step());
  if (step == Step::done)
    return fail(ErrorCode::not_found, fmt::format("there is no stream {}", number), state_->file);
  return id_from<base::StreamId>(statement.blob(0), "the name of a stream");
}

Result<std::int64_t> Ledger::stream_length(const base::StreamId& name) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT seq FROM stream WHERE name = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, name.view()).step());
  return step == Step::done ? 0 : statement.integer(0);
}

Result<std::vector<base::StreamId>> Ledger::streams_beginning(std::string_view digits,
                                                              std::size_t most) const {
  const bool hex = std::all_of(digits.begin(), digits.end(),
                               [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!hex || digits.size() > 32)
    return fail(ErrorCode::invalid_input, "the name of a stream is 32 lower-case hexadecimal digits",
                std::string(digits));
  const std::optional<base::StreamId> first =
      base::StreamId::from_hex(std::string(digits) + std::string(32 - digits.size(), '0'));
  const std::optional<base::StreamId> last =
      base::StreamId::from_hex(std::string(digits) + std::string(32 - digits.size(), 'f'));
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT name FROM stream WHERE name BETWEEN ? AND ? ORDER BY name "
                                          "LIMIT ?"));
  statement.bind(1, first->view()).bind(2, last->view()).bind(3, static_cast<std::int64_t>(most));
  std::vector<base::StreamId> out;
  while (true) {
    PROBITY_ASSIGN(const Step step, statement.step());
    if (step == Step::done) return out;
    PROBITY_ASSIGN(out.emplace_back(), id_from<base::StreamId>(statement.blob(0), "the name of a stream"));
  }
}

Result<std::vector<std::uint32_t>> Ledger::streams_holding(std::span<const std::string_view> types) const {
  std::vector<std::uint32_t> out;
  if (types.empty()) return out;
  std::string places = "?";
  for (std::size_t i = 1; i < types.size(); ++i)
    places += ", ?";
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT DISTINCT stream_no FROM event WHERE ix < ? AND type IN (" +
                                          places + ") ORDER BY stream_no"));
  statement.bind(1, static_cast<std::int64_t>(size()));
  for (std::size_t i = 0; i < types.size(); ++i)
    statement.bind(static_cast<int>(i) + 2, types[i]);
  while (true) {
    PROBITY_ASSIGN(const Step step, statement.step());
    if (step == Step::done) return out;
    out.push_back(static_cast<std::uint32_t>(statement.integer(0)));
  }
}

Result<void> Ledger::scan_stream(std::uint32_t number,
                                 const std::function<bool(const StoredEvent&)>& visit) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT ix, seq, body FROM event WHERE stream_no = ? AND seq >= ? "
                                          "ORDER BY seq LIMIT ?"));
  const std::uint64_t end = size();
  std::int64_t next = 0;
  PageOfEvents page;
  while (true) {
    const std::int64_t first = next;
    page.clear();
    statement.bind(1, std::int64_t{number}).bind(2, first).bind(3, rows_a_page);
    while (true) {
      PROBITY_ASSIGN(const Step step, statement.step());
      if (step == Step::done) break;
      const StoredEvent event{static_cast<std::uint64_t>(statement.integer(0)), number,
                              static_cast<std::uint32_t>(statement.integer(1)), statement.text(2)};
      if (statement.integer(1) != next)
        return fail(ErrorCode::corrupt, fmt::format("event {} of stream {} is missing", next, number),
                    state_->file, "Run verify");
      ++next;
      if (event.index < end) page.add(event);
    }
    statement.reset();
    if (!page.visit(visit) || next - first < rows_a_page) return {};
  }
}

} // namespace probity::ledger
