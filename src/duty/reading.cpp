#include "duty/clock.h"

#include <algorithm>

namespace probity::duty {
namespace {

std::optional<Reading> valid_days(const record::Event& event) {
  if (!event.valid.known()) return std::nullopt;
  return Reading{event.valid.first, event.valid.last};
}

} // namespace

std::optional<Reading> read(const Trigger& trigger, const record::Event& event, Imported imported) {
  const base::Day recorded = event.recorded_day;
  switch (trigger.at) {
  case TimeRead::valid:
    return valid_days(event);
  case TimeRead::recorded:
    // What an import was recorded on here says nothing of when the source recorded it.
    if (event.imported && imported == Imported::source_recorded)
      return event.source_recorded_day
                 ? std::optional(Reading{*event.source_recorded_day, *event.source_recorded_day})
                 : std::nullopt;
    return Reading{recorded, recorded};
  case TimeRead::later_of_valid_and_recorded: {
    const auto days = valid_days(event);
    if (!days) return std::nullopt;
    return Reading{std::max(days->first, recorded), std::max(days->last, recorded)};
  }
  case TimeRead::field: {
    const std::int64_t value = event.facts[static_cast<std::size_t>(trigger.field)];
    if (value == record::absent) return std::nullopt;
    const base::Day day = trigger.field_is_instant ? trigger.zone->day_of(base::Instant{value})
                                                   : base::Day{static_cast<std::int32_t>(value)};
    return Reading{day, day};
  }
  }
  return std::nullopt;
}

} // namespace probity::duty
