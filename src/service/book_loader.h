// From a ledger to the book that folds read: decoded, corrections resolved, as known at a size or on a day.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "ledger/ledger.h"
#include "timeline/book.h"

namespace probity::service {

// A point of the known time: a ledger size N, or a day D (the largest N with K(N) ≤ D). Neither: everything.
struct KnownAs {
  std::optional<std::uint64_t> size;
  std::optional<base::Day> day;
};

// `refused` when N is beyond the log, or nothing was known yet on the day.
base::Result<std::uint64_t> size_of(const ledger::Ledger& ledger, const KnownAs& known_as);

// `progress` is told how many events have been read.
base::Result<timeline::Book> load_book(const ledger::Ledger& ledger, const KnownAs& known_as,
                                       const std::function<void(std::uint64_t)>& progress = {});

// A book that grows with its ledger: what is new is read, and of the streams that it is about the events are
// made anew; the others stay as they are, each stream in its place.
class GrowingBook {
 public:
  // The names of the streams that have other events than before; nothing the first time. `size` is at least
  // what it was. After an error the book is of no use any more.
  base::Result<std::optional<std::set<base::StreamId>>>
  read(const ledger::Ledger& ledger, std::uint64_t size,
       const std::function<void(std::uint64_t)>& progress = {});
  // After the first reading.
  [[nodiscard]] const timeline::Book& book() const { return book_; }

 private:
  base::Result<void> read_stream(const ledger::Ledger& ledger, std::uint32_t number, std::uint64_t size);
  timeline::Book book_;
};

// The record as known on each day, for cohorts that are counted on a snapshot; the days lie before the last
// recorded one, so that silence until then is known. A day before the first record gives an empty book.
base::Result<std::map<base::Day, timeline::Book>> load_snapshots(const ledger::Ledger& ledger,
                                                                 const std::vector<base::Day>& days);

} // namespace probity::service
