#include <algorithm>

#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

// Places whose time has passed and of which nobody says what came: worth nothing, and not forgotten.
std::vector<Waiting> attendances(const Situation& situation) {
  std::vector<Waiting> out;
  for (const Appointment& one : situation.state.appointments) {
    if (!one.unpaid_work || !one.open() || one.day > situation.on) continue;
    const WorkSession* session = situation.state.unpaid_work.session(one.id);
    out.push_back({one.id, one.day, situation.after(one.day, situation.policy.outcome_recorded),
                   session == nullptr ? 0 : session->offered});
  }
  return out;
}

// Work that the service let fall: the body owes a place on another session.
std::vector<Waiting> fallen_sessions(const Situation& situation) {
  std::vector<Waiting> out;
  const CaseState& state = situation.state;
  if (state.order() == nullptr || state.in_custody) return out;
  for (const WorkSession& one : state.unpaid_work.sessions) {
    const auto& all = state.order_book.requirements;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Requirement& asked) { return asked.id == one.requirement; });
    const bool runs =
        found != all.end() && found->running() && found->minutes_credited < found->minutes_ordered;
    if (!one.fallen() || one.made_good || !runs || one.minutes_lost() == 0) continue;
    out.push_back({one.id, one.day, situation.after(one.day, situation.policy.work_made_good), one.event});
  }
  return out;
}

} // namespace

void add_unpaid_work_duties(DutyKinds& kinds) {
  kinds.push_back(
      standing(obligation("work_made_good", "offer another session for the one that the service let fall",
                          Consequence::person, OwedBy::provider),
               fallen_sessions));
  kinds.push_back(
      standing(obligation("attendance", "record what came of the place on unpaid work", Consequence::record),
               attendances));
}

} // namespace probity::casework
