// The days and hours in which an office of England and Wales records things.
#pragma once

#include <vector>

#include "base/civil.h"
#include "base/random.h"
#include "base/result.h"

namespace probity::lab {

// The eight ordinary bank holidays of England and Wales with their substitute days (Banking and Financial
// Dealings Act 1971; gov.uk/bank-holidays), without the extra ones of single years. It decides only when the
// invented office is closed: deadlines are computed from the dated register of rules.
bool is_bank_holiday(base::Day day);
bool is_working_day(base::Day day);
// The day itself if it is one, else the next.
base::Day working_day_from(base::Day day);
// The n-th working day after `day`, n ≥ 0; 0 is `working_day_from`. Negative n count back.
base::Day working_days_after(base::Day day, int n);

// Instants of civil days, remembered for a span of days. Safe across threads.
class Hours {
 public:
  Hours(const base::Zone& zone, base::Day first, base::Day last);

  // So many seconds after the civil day began; the day must lie in the span.
  [[nodiscard]] base::Instant at(base::Day day, int seconds) const;
  // The civil day of an instant in the span.
  [[nodiscard]] base::Day day_of(base::Instant instant) const;
  [[nodiscard]] base::Day first() const { return first_; }
  [[nodiscard]] base::Day last() const { return first_ + static_cast<int>(starts_.size()) - 1; }

 private:
  base::Day first_;
  std::vector<base::Instant> starts_;
};

constexpr int hour = 3600;
constexpr int opens = 8 * hour + 1800; // seconds after midnight
constexpr int closes = 17 * hour + 1800;

} // namespace probity::lab
