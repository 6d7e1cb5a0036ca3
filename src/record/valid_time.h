// When the recorded act happened, as finely as it is known and no finer.
#pragma once

#include "base/bytes.h"
#include "base/civil.h"

namespace probity::record {

enum class Precision { instant, day, month, quarter, year, unknown };

// In the record: {"precision":"day","from":"2016-03-07"[,"to":…]}, instants as 6-digit UTC, `to` (exclusive)
// only when longer than one unit, {"precision":"unknown"} alone, or an offset {"after":event
// id,"days"|"months":n} from another event of the same stream. A year starts at `from`, which need not be 1
// January: a fiscal year is a year.
struct ValidTime {
  Precision precision = Precision::unknown;
  // Civil days of the log's zone that the act lies in, both inclusive; for an instant the zone's day of it.
  // Meaningless while precision is unknown or the offset is unresolved.
  base::Day first;
  base::Day last;
  // Set when precision is instant; until == from when the act has no length.
  base::Instant from;
  base::Instant until;
  // Set while this is an unresolved offset. Event and distance stay when it is resolved: they are exact.
  bool is_offset = false;
  base::EventId after;
  int offset_days = 0;
  int offset_months = 0;

  [[nodiscard]] bool known() const { return precision != Precision::unknown && !is_offset; }
  [[nodiscard]] bool one_day() const { return known() && first == last; }
};

} // namespace probity::record
