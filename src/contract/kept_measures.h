// What each person counts in the cells of one contract, kept while the record grows: measuring again costs
// the people whom new events are about and, on a new day, those of whom a clock is still open; not the age of
// the record.
#pragma once

#include <memory>
#include <optional>
#include <set>

#include "contract/measure.h"

namespace probity::contract {

class KeptMeasures {
 public:
  // Both must outlive it.
  KeptMeasures(const Contract& contract, const rules::WorkingDays& working_days,
               std::map<std::string, std::string> readings);
  ~KeptMeasures();
  KeptMeasures(const KeptMeasures&) = delete;
  KeptMeasures& operator=(const KeptMeasures&) = delete;

  // What `contract::measure` makes of the book, to the last cell and in the same order. The book is the one
  // that was given before, grown: its streams stand in the same places, new ones behind them, and `changed`
  // names those that have other events than then. Nothing changed is said of another book, or the first time.
  // `options.readings` are those given at first. A new month, new terms, a new relief and a new holiday cost
  // everybody, once; cohorts are counted anew.
  Measured measure(const timeline::Book& book, const Period& last, const MeasureOptions& options,
                   const std::optional<std::set<base::StreamId>>& changed);

  // People and sessions whose cells were made anew in the last call, once for each way in which clauses take
  // linked records.
  [[nodiscard]] std::uint64_t measured_last() const;

 private:
  class Keeper;
  std::unique_ptr<Keeper> keeper_;
};

} // namespace probity::contract
