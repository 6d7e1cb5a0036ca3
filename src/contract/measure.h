// From events to integer cells, and beside them the evidence. Pricing sees the cells only.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "contract/terms.h"
#include "rules/working_days.h"
#include "timeline/book.h"

namespace probity::contract {

struct CellKey {
  std::string clause;
  std::string reading;  // of a measure; empty for all other clauses
  std::string provider; // accountable body; empty: none was accountable
  Period period;
  std::string dimension; // order type, "group/outcome", …; empty when the clause is not split

  bool operator<(const CellKey& other) const {
    return std::tie(clause, period.first_month, provider, dimension, reading) <
           std::tie(other.clause, other.period.first_month, other.provider, other.dimension, other.reading);
  }
};

// Counts of cases, people, claims or person-days, whichever the clause's unit of account is.
// started = met + missed + open + undetermined + the excluded.
struct Cell {
  std::int64_t started = 0;
  std::int64_t met = 0;
  std::int64_t missed = 0;
  std::int64_t open = 0;
  std::int64_t undetermined = 0;
  std::map<std::string, std::int64_t> excluded; // reason → count

  void add(duty::State state, const std::string& reason, std::int64_t count = 1);
  void add(const Cell& other);
  [[nodiscard]] std::int64_t excluded_in_all() const;
  bool operator==(const Cell&) const = default;
};

using Cells = std::map<CellKey, Cell>;

// One unit that a cell counts, and the records it was counted from.
struct Evidence {
  CellKey key;
  base::StreamId person;
  std::string subject; // "person …" or what else it is of
  duty::State state = duty::State::met;
  std::string reason; // of exclusion or refusal
  base::Day due;      // due day of a clock; the day that counts for everything else
  std::int64_t count = 1;
  std::vector<std::uint64_t> events; // ledger indexes, start first
  std::string sentence;              // "recorded 2016-03-26, due 2016-03-26: met"
  std::optional<base::Day> stopped;  // day of the event that stopped a clock, as read
};

struct MeasureOptions {
  Readings readings;
  std::function<bool(const CellKey&)> keep_evidence; // none: no evidence is kept
  // The record as known on each of `snapshot_days`.
  std::map<base::Day, const timeline::Book*> snapshots;
};

struct Measured {
  Cells cells;
  std::vector<Evidence> evidence;
  // Cells of cohorts that are determined, as the whole record has them now: what came too late to count.
  Cells later;
};

// The days before `known_on` whose knowledge decides cohorts that end by `last`: `measure` needs the record
// as known on each.
std::vector<base::Day> snapshot_days(const Contract& contract, const Period& last, base::Day known_on);

// The reading names must exist: `invalid_input` names those that don't.
base::Result<void> check_readings(const Terms& terms, const Readings& readings);

// Cells of every clause for every period of the term to `last`, each period under the terms in force for it
// as known at the book's ledger size. Needs options.snapshots for every one of `snapshot_days`.
Measured measure(const timeline::Book& book, const Contract& contract, const rules::WorkingDays& working_days,
                 const Period& last, const MeasureOptions& options);

} // namespace probity::contract
