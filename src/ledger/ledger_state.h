// What an open ledger holds, for the files that define the members of Ledger.
#pragma once

#include <fmt/format.h>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/companions.h"
#include "ledger/ledger.h"
#include "ledger/merkle.h"
#include "ledger/sequencer.h"
#include "store/sqlite.h"

namespace probity::ledger {

constexpr std::int64_t rows_a_page = 2'000; // of one short read

// The rows of one page, copied out of the database, so that its read transaction is over before anybody looks
// at them and takes their time: a transaction that lasts keeps the write-ahead log from being emptied.
class PageOfEvents {
 public:
  void clear() {
    events_.clear();
    bodies_.clear();
  }
  void add(const StoredEvent& event) {
    events_.push_back(event);
    bodies_ += event.body;
  }
  // False when `visit` stopped it.
  bool visit(const std::function<bool(const StoredEvent&)>& visitor) {
    std::size_t from = 0;
    for (StoredEvent& event : events_) {
      event.body = std::string_view(bodies_).substr(from, event.body.size());
      from += event.body.size();
      if (!visitor(event)) return false;
    }
    return true;
  }

 private:
  std::vector<StoredEvent> events_;
  std::string bodies_; // one after the other
};

inline tl::unexpected<base::Error> no_event(std::uint64_t index, std::uint64_t size) {
  return base::fail(base::ErrorCode::not_found,
                    fmt::format("there is no event {}: the ledger has {}", index, size));
}

struct Ledger::State {
  State(std::string file_, store::Database database_, Constants constants_, base::Zone zone_)
      : file(std::move(file_)), database(std::move(database_)), constants(std::move(constants_)),
        zone(std::move(zone_)) {}

  std::string file;
  std::optional<Lock> lock; // first made, last released
  store::Database database;
  Constants constants;
  base::Zone zone;
  std::uint64_t size = 0; // of a reader; the sequencer knows that of a writer
  base::Digest root;
  base::Instant last_recorded;
  std::unique_ptr<Sequencer> sequencer;

  [[nodiscard]] std::uint64_t size_now() const { return sequencer ? sequencer->size() : size; }

  // One value of one row.
  template <class Read>
  base::Result<void> one(std::string_view sql, std::int64_t key, const Read& read) const {
    PROBITY_ASSIGN(store::Statement statement, database.prepare(sql));
    PROBITY_ASSIGN(const store::Statement::Step step, statement.bind(1, key).step());
    if (step == store::Statement::Step::done)
      return base::fail(base::ErrorCode::corrupt, fmt::format("row {} is gone", key), file, "Run verify");
    return read(statement);
  }

  [[nodiscard]] LeafSource leaves() const;
};

} // namespace probity::ledger
