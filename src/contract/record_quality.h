// How the record of a period was kept: how long after an act it was recorded, on which side of their due days
// clocks stopped, and what was corrected since. Counts only; docs/methods/record-quality.md.
#pragma once

#include "contract/statement.h"

namespace probity::contract {

using CountByDays = std::map<int, std::int64_t>;

// Events of one type whose act falls in the period. What an import brought without saying when the source
// recorded it has no delay.
struct TypeQuality {
  std::string type;
  std::int64_t events = 0;
  CountByDays by_delay;           // days from the act to its record; below 0: recorded before it
  std::int64_t delay_unknown = 0; // the act is not known to the day, or the source's day of recording is not
  std::int64_t corrected = 0;     // amended, or voided and reinstated, since
};

// Clocks of one measure that are met or missed and were stopped, over all bodies.
struct ClockTiming {
  std::string measure;
  std::string title;
  CountByDays by_days;    // days from the due day to the stop; below 0: before it
  std::int64_t never = 0; // missed, and not stopped at all
};

struct RecordQuality {
  Period period;
  std::vector<TypeQuality> types;    // of people and of sessions, by name
  std::vector<ClockTiming> clocks;   // in the order of the contract; needs evidence of the period
  std::int64_t unknown_types = 0;    // events that this program cannot read, of the whole record
  std::vector<std::string> oddities; // corrections in an order that should not occur
};
RecordQuality record_quality(const timeline::Book& book, const Settlement& settlement);

} // namespace probity::contract
