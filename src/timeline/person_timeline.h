// Who held a person, and whether they were in custody, suspended, tagged or dead, on any day.
#pragma once

#include <optional>
#include <vector>

#include "timeline/book.h"

namespace probity::timeline {

// A stretch of civil days, both ends inclusive; no end: still running at the ledger size.
struct Stretch {
  base::Day first;
  std::optional<base::Day> last;
  std::uint64_t began_by = 0; // index of the event
  std::optional<std::uint64_t> ended_by;
  [[nodiscard]] bool covers(base::Day day) const { return first <= day && (!last || day <= *last); }
  [[nodiscard]] bool touches(base::Day from, base::Day to) const {
    return first <= to && (!last || from <= *last);
  }
};

struct Held : Stretch {
  record::Symbol provider;
  record::Precision precision = record::Precision::day; // of the start: a year means "some day of that year"
};

struct OrderInForce : Stretch {
  record::EntityReference order;
  record::Symbol type; // order type, or "licence" / "post_sentence_supervision"
};

struct Tagged : Stretch {
  base::EntityId tag;
};

// Monitoring that a court or governor ordered, fitted or not.
struct TagOrder {
  base::Day ordered;
  base::EntityId tag;
  record::Symbol kind;
};

// The practitioner who held the case; until the next one does.
struct Practitioner : Stretch {
  record::Symbol staff; // pseudonymous
  record::Symbol grade; // on the day of allocation
};

struct PersonTimeline {
  std::vector<Held> held; // accountable bodies, by first day; one at a time
  std::vector<Stretch> custody;
  std::vector<OrderInForce> orders;
  std::vector<Stretch> suspended; // compliance clocks stand still
  std::vector<Tagged> tagged;     // one per fitted tag
  std::vector<TagOrder> tag_orders;
  std::vector<Practitioner> practitioners;
  std::optional<base::Day> died;
  record::Symbol sex;      // at the index disposal, as registered; empty when not said
  record::Symbol age_band; // likewise

  // The accountable body on a day, by supervision.provider_assigned alone; empty when none.
  [[nodiscard]] record::Symbol provider_on(base::Day day) const;
  [[nodiscard]] bool in_custody_on(base::Day day) const;
  // Held by `provider` on every day of [from, to] (empty provider: by anyone).
  [[nodiscard]] bool held_throughout(record::Symbol provider, base::Day from, base::Day to) const;
};

PersonTimeline timeline_of(const Case& person);

} // namespace probity::timeline
