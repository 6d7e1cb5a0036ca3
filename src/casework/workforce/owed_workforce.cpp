#include "casework/workforce/grade_limits.h"
#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

// Since when the practitioner is not there to hold the case: from their last day on, or from the day on which
// an absence was long, or known to become so.
std::optional<Waiting> not_there(const StaffMember& member, int long_days, base::Day on) {
  if (member.left) return Waiting{{}, *member.left, {}, member.left_event};
  const StaffAbsence* away = member.absence_on(on);
  if (away == nullptr || !away->is_long(long_days, on)) return std::nullopt;
  const bool expected = away->expected_until && *away->expected_until - away->from + 1 >= long_days;
  return Waiting{{}, expected ? away->from : away->from + (long_days - 1), {}, away->start_event};
}

std::vector<Waiting> waiting_reallocation(const Situation& situation) {
  const CaseState& state = situation.state;
  if (situation.workforce == nullptr || state.practitioner.empty() || state.provider.empty()) return {};
  const StaffMember* member = situation.workforce->member(state.practitioner);
  if (member == nullptr) return {};
  const WorkforcePolicy& policy = situation.policy.workforce;
  auto waiting = not_there(*member, policy.long_absence_days, situation.on);
  if (!waiting) return {};
  waiting->entity = base::EntityId{state.person.bytes};
  // Given to somebody who was not there, it waits from then on.
  waiting->since = std::max(waiting->since, state.holding.since);
  waiting->due = situation.after(waiting->since, policy.reallocated);
  return {*waiting};
}

// The risk rose, or a tier was scored, above the grade of the practitioner who holds the case.
std::vector<Waiting> waiting_regrading(const Situation& situation) {
  const CaseState& state = situation.state;
  if (state.practitioner.empty() || state.provider.empty()) return {};
  const StaffMember* member =
      situation.workforce == nullptr ? nullptr : situation.workforce->member(state.practitioner);
  const bool recorded = member != nullptr && !member->grade.empty();
  const WorkforcePolicy& policy = situation.policy.workforce;
  const auto above = above_grade(state, policy, recorded ? member->grade : state.holding.grade);
  if (!above) return {};
  const base::Day since = std::max(above->since, state.holding.since);
  return {Waiting{base::EntityId{state.person.bytes}, since, situation.after(since, policy.regraded),
                  std::max(above->event, state.holding.allocated_event)}};
}

} // namespace

void add_workforce_duties(DutyKinds& kinds) {
  kinds.push_back(standing(obligation("reallocation",
                                      "give the case to another: its practitioner left or is away for long",
                                      Consequence::person, OwedBy::senior_probation_officer),
                           waiting_reallocation));
  kinds.push_back(standing(
      obligation("grade", "give the case to a grade that may hold it, or judge anew what puts it above",
                 Consequence::safety, OwedBy::senior_probation_officer),
      waiting_regrading));
}

} // namespace probity::casework
