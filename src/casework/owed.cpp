#include "casework/owed.h"

#include <algorithm>
#include <tuple>

#include "casework/duty_kind.h"

namespace probity::casework {

Duties::Duties(const Policy& policy, const base::Zone& zone) : policy_(policy) {
  add_recall_duties(kinds_, policy);
  add_risk_duties(kinds_, policy);
  add_appointment_duties(kinds_, policy, zone);
  add_enforcement_duties(kinds_, policy, zone);
}

Duties::~Duties() = default;

std::vector<Obligation> Duties::owed(const timeline::Case& person, const CaseState& state,
                                     const rules::WorkingDays& working_days, base::Day on) const {
  std::vector<Obligation> out;
  if (state.died) return out;
  const timeline::PersonTimeline timeline = timeline::timeline_of(person);
  for (const DutyKind& kind : kinds_) {
    for (const duty::Clock& clock : duty::clocks(person, timeline, kind.rule, working_days, on)) {
      if (!clock.entity || clock.started > on || !kind.waits(state, *clock.entity, policy_)) continue;
      Obligation one = kind.prototype;
      one.entity = *clock.entity;
      one.since = clock.started;
      one.due = clock.due;
      one.start_event = clock.start_event.value_or(0);
      out.push_back(one);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Obligation& a, const Obligation& b) {
    return std::tie(a.consequence, a.due) < std::tie(b.consequence, b.due);
  });
  return out;
}

} // namespace probity::casework
