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
  // What `OpenClock` promises: none of them depends on the day on which it is asked for.
  for (const DutyKind& kind : kinds_)
    PROBITY_ENSURE(!kind.rule.suspendable && !kind.rule.each_month &&
                   kind.rule.calendar_known == duty::CalendarKnown::start);
}

Duties::~Duties() = default;

std::vector<OpenClock> Duties::open_clocks(const timeline::Case& person, const CaseState& state,
                                           const rules::WorkingDays& working_days) const {
  std::vector<OpenClock> out;
  if (state.died || person.events.empty()) return out;
  const timeline::PersonTimeline timeline = timeline::timeline_of(person);
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    const DutyKind& kind = kinds_[i];
    if (kind.waiting != nullptr) continue;
    for (const duty::Clock& clock :
         duty::clocks(person, timeline, kind.rule, working_days, person.events.back().recorded_day))
      if (clock.entity && kind.waits(state, *clock.entity, policy_))
        out.push_back({static_cast<std::uint32_t>(i), *clock.entity, clock.started, clock.due,
                       clock.start_event.value_or(0)});
  }
  return out;
}

std::vector<Obligation> Duties::owed(const CaseState& state, const std::vector<OpenClock>& clocks,
                                     const rules::WorkingDays& working_days, base::Day on) const {
  std::vector<Obligation> out;
  if (state.died) return out;
  const auto add = [&](const DutyKind& kind, const Waiting& waiting) {
    if (waiting.since > on) return;
    Obligation one = kind.prototype;
    one.entity = waiting.entity;
    one.since = waiting.since;
    one.due = waiting.due;
    one.start_event = waiting.start_event;
    out.push_back(one);
  };
  auto clock = clocks.begin(); // by kind
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    const DutyKind& kind = kinds_[i];
    if (kind.waiting != nullptr)
      for (const Waiting& waiting : kind.waiting({state, policy_, working_days, on, workforce_}))
        add(kind, waiting);
    for (; clock != clocks.end() && clock->kind == i; ++clock)
      add(kind, {clock->entity, clock->started, clock->due, clock->start_event});
  }
  std::stable_sort(out.begin(), out.end(), [](const Obligation& a, const Obligation& b) {
    return std::tie(a.consequence, a.due) < std::tie(b.consequence, b.due);
  });
  return out;
}

std::vector<Obligation> Duties::owed(const timeline::Case& person, const CaseState& state,
                                     const rules::WorkingDays& working_days, base::Day on) const {
  return owed(state, open_clocks(person, state, working_days), working_days, on);
}

} // namespace probity::casework
