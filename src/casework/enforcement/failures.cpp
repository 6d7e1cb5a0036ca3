#include "casework/enforcement/failures.h"

#include <algorithm>
#include <set>

namespace probity::casework {

FailureCounts failures_of(const CaseState& state, const Policy& policy, base::Day on) {
  FailureCounts out;
  base::Day since{INT32_MIN};
  if (const Order* order = state.order()) since = order->imposed;
  for (const Breach& breach : state.breaches)
    if (!breach.result.empty() && breach.ended <= on) since = std::max(since, breach.ended);
  const base::Day year_ago = base::add_months(on, -12);
  std::set<base::Day> days;
  for (const Appointment& one : state.appointments) {
    if (!one.failed() || one.day > on) continue;
    if (one.day >= since) days.insert(one.day);
    if (one.day > year_ago) ++out.in_twelve_months;
  }
  out.days_since_breach = static_cast<int>(days.size());
  for (const Warning& warning : state.warnings) {
    if (warning.withdrawn || warning.given > on) continue;
    const base::Day last = base::add_months(warning.given, policy.warning_lasts_months) + -1;
    if (last >= on && (!out.warned_until || last > *out.warned_until)) out.warned_until = last;
  }
  return out;
}

std::string_view advice_on(const Breach& breach) {
  return breach.ground.text() == "serious_first_failure" ? "no_further_action" : "breach";
}

} // namespace probity::casework
