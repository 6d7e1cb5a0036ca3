#include "ledger/verify_indexes.h"

#include "ledger/schema.h"
#include "ledger/verify_reading.h"

#include <fmt/format.h>

namespace probity::ledger {

using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr std::int64_t index_rows_a_page = 20'000;

// A page begins with what is left of the stream in which the one before ended. Comparing (stream_no, seq)
// with a pair in one statement would have SQLite compare every row again.
Result<void> sum_places(const store::Database& database, std::int64_t end, IndexSums& sums) {
  PROBITY_ASSIGN(store::Statement same,
                 database.prepare("SELECT stream_no, seq, ix FROM event INDEXED BY sqlite_autoindex_event_2 "
                                  "WHERE stream_no = ? AND seq > ? ORDER BY seq LIMIT ?"));
  PROBITY_ASSIGN(store::Statement next,
                 database.prepare("SELECT stream_no, seq, ix FROM event INDEXED BY sqlite_autoindex_event_2 "
                                  "WHERE stream_no > ? ORDER BY stream_no, seq LIMIT ?"));
  std::pair<std::int64_t, std::int64_t> newest = {INT64_MIN, INT64_MIN};
  const auto read = [&](store::Statement& page) -> Result<std::int64_t> {
    std::int64_t rows = 0;
    while (true) {
      PROBITY_ASSIGN(const Step step, page.step());
      if (step == Step::done) break;
      ++rows;
      newest = {page.integer(0), page.integer(1)};
      if (const std::int64_t row = page.integer(2); row < end)
        sums.places += IndexSums::of_pair(newest.first, newest.second, row);
    }
    page.reset();
    return rows;
  };
  while (true) {
    const auto last = newest;
    same.bind(1, last.first).bind(2, last.second).bind(3, index_rows_a_page);
    PROBITY_ASSIGN(std::int64_t rows, read(same));
    if (rows < index_rows_a_page) {
      next.bind(1, last.first).bind(2, index_rows_a_page);
      PROBITY_ASSIGN(rows, read(next));
      if (rows < index_rows_a_page) return {};
    }
    if (newest <= last) return {}; // an index out of order, whose sum differs
  }
}

} // namespace

Result<IndexSums> sums_of_indexes(const store::Database& database, std::uint64_t size) {
  IndexSums sums;
  const auto end = static_cast<std::int64_t>(size);
  {
    PROBITY_ASSIGN(
        store::Statement page,
        database.prepare("SELECT id, ix FROM event INDEXED BY sqlite_autoindex_event_1 WHERE id > ? "
                         "ORDER BY id LIMIT ?"));
    base::ByteVector last;
    for (std::int64_t read = index_rows_a_page; read == index_rows_a_page;) {
      read = 0;
      page.bind(1, base::ByteView(last)).bind(2, index_rows_a_page);
      base::ByteVector newest = last;
      while (true) {
        PROBITY_ASSIGN(const Step step, page.step());
        if (step == Step::done) break;
        ++read;
        const base::ByteView id = page.blob(0);
        const std::int64_t row = page.integer(1);
        newest.assign(id.begin(), id.end());
        if (row < end) sums.ids += IndexSums::of_id(id, row);
      }
      page.reset();
      if (newest <= last) break;
      last = newest;
    }
  }
  PROBITY_TRY(sum_places(database, end, sums));
  PROBITY_TRY(each_row(database,
                       "SELECT corrects, ix FROM event INDEXED BY event_corrects WHERE corrects IS NOT NULL",
                       [&](const store::Statement& row) {
                         if (row.integer(1) < end)
                           sums.corrections += IndexSums::of_pair(row.integer(0), 0, row.integer(1));
                       }));
  PROBITY_TRY(each_row(database, "SELECT key_no, slot FROM sealed INDEXED BY sealed_key",
                       [&](const store::Statement& row) {
                         if (row.integer(1) < end * slots_per_event)
                           sums.keys += IndexSums::of_pair(row.integer(0), 0, row.integer(1));
                       }));
  return sums;
}

void compare_sums(const IndexSums& rows, const Result<IndexSums>& indexes, std::vector<Finding>& findings) {
  if (!indexes) {
    findings.push_back(
        about_file("index", "the indexes of the database cannot be read: " + indexes.error().message));
    return;
  }
  const auto compare = [&](std::string_view name, std::uint64_t row, std::uint64_t index) {
    if (row != index)
      findings.push_back(
          about_file(fmt::format("index {}", name),
                     fmt::format("the database's index of {} does not hold the rows that its table holds: "
                                 "rebuild it with REINDEX, then verify again",
                                 name)));
  };
  compare("event.id", rows.ids, indexes->ids);
  compare("event.stream_no", rows.places, indexes->places);
  compare("event.corrects", rows.corrections, indexes->corrections);
  compare("sealed.key_no", rows.keys, indexes->keys);
}

} // namespace probity::ledger
