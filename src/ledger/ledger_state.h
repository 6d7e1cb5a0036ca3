// What an open ledger holds, for the files that define the members of Ledger.
#pragma once

#include <fmt/format.h>
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
