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

} // namespace

void add_workforce_duties(DutyKinds& kinds) {
  kinds.push_back(standing(obligation("reallocation",
                                      "give the case to another: its practitioner left or is away for long",
                                      Consequence::person, OwedBy::senior_probation_officer),
                           waiting_reallocation));
}

} // namespace probity::casework
