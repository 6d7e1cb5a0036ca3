#include "casework/worklists/owed.h"

#include <algorithm>
#include <tuple>

#include "casework/worklists/duty_kind.h"

namespace probity::casework {

Duties::Duties(const Policy& policy, const base::Zone& zone, const Workforce* workforce)
    : policy_(policy), workforce_(workforce) {
  add_further_offence_duties(kinds_);
  add_parole_duties(kinds_);
  add_recall_duties(kinds_, policy);
  add_risk_duties(kinds_, policy);
  add_custody_duties(kinds_);
  add_risk_register_duties(kinds_);
  add_victim_duties(kinds_);
  add_court_report_duties(kinds_);
  add_allocation_duties(kinds_, policy);
  add_appointment_duties(kinds_, policy, zone);
  add_enforcement_duties(kinds_, policy, zone);
  add_unpaid_work_duties(kinds_);
  add_plan_duties(kinds_);
  add_help_duties(kinds_);
  add_transfer_duties(kinds_);
  add_workforce_duties(kinds_);
}

Duties::~Duties() = default;

std::vector<Obligation> Duties::owed(const timeline::Case& person, const CaseState& state,
                                     const rules::WorkingDays& working_days, base::Day on) const {
  std::vector<Obligation> out;
  if (state.died) return out;
  const timeline::PersonTimeline timeline = timeline::timeline_of(person);
  const auto add = [&out](const DutyKind& kind, const Waiting& waiting) {
    Obligation one = kind.prototype;
    one.entity = waiting.entity;
    one.since = waiting.since;
    one.due = waiting.due;
    one.start_event = waiting.start_event;
    out.push_back(one);
  };
  for (const DutyKind& kind : kinds_) {
    if (kind.waiting != nullptr) {
      for (const Waiting& waiting : kind.waiting({state, policy_, working_days, on, workforce_}))
        if (waiting.since <= on) add(kind, waiting);
      continue;
    }
    for (const duty::Clock& clock : duty::clocks(person, timeline, kind.rule, working_days, on)) {
      if (!clock.entity || clock.started > on || !kind.waits(state, *clock.entity, policy_)) continue;
      add(kind, {*clock.entity, clock.started, clock.due, clock.start_event.value_or(0)});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Obligation& a, const Obligation& b) {
    return std::tie(a.consequence, a.due) < std::tie(b.consequence, b.due);
  });
  return out;
}

} // namespace probity::casework
