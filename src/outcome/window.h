// Whether a day lies in the months after another, when either may be known to less than the day.
//
// A period of months after a day ends with the corresponding day of the later month, that day included, or
// with the month's last day where there is none (Dodds v Walker [1981] 1 WLR 1027): twelve months after 29
// February 2016 end with 28 February 2017.
#pragma once

#include <map>
#include <optional>

#include "base/civil.h"
#include "record/valid_time.h"

namespace probity::outcome {

// Days that something lies in, both inclusive.
struct Days {
  base::Day first;
  base::Day last;
  auto operator<=>(const Days&) const = default;
  [[nodiscard]] bool one_day() const { return first == last; }
  [[nodiscard]] bool within(const Days& other) const { return other.first <= first && last <= other.last; }
  [[nodiscard]] bool touches(const Days& other) const { return first <= other.last && other.first <= last; }
};

// Nothing when the record does not say.
std::optional<Days> days_of(const record::ValidTime& valid);

enum class Within {
  surely, // on whichever of the days it was
  perhaps,
  before, // the window begins after it
  after,  // the window ended before it
};

// Whether `day` lies in the window that begins `delay` days after the start and ends `months` after it.
Within within(const Days& day, const Days& start, int delay, int months);
// Whether what happened exactly `days` after the start lies within `months` of it.
class WindowLengths {
 public:
  explicit WindowLengths(int months) : months_(months) {}
  struct Length {
    int shortest = 0; // days from a start to the window's last day, over all days that the start may be
    int longest = 0;
  };
  Length of(const Days& start); // remembered: cohorts share their starts

 private:
  int months_;
  std::map<Days, Length> known_;
};

} // namespace probity::outcome
