#include "service/unpaid_work_board.h"

#include <algorithm>
#include <tuple>

#include "service/asking.h"

namespace probity::service {
namespace {

void add_places(UnpaidWorkBoard& out, const Office& office, const casework::LiveWorklists::Seen& seen) {
  constexpr std::int64_t day = std::int64_t{24} * 3'600 * 1'000'000;
  const base::Instant now = office.given();
  for (const casework::WorkSession& session : seen.state.unpaid_work.sessions) {
    if (!session.attendance.empty()) continue;
    const casework::Appointment* place = seen.state.appointment(session.id);
    if (place == nullptr || !place->open()) continue;
    WorkPlace one{seen.state.person,
                  office.name_of(seen.state.person),
                  session.id,
                  place->starts,
                  session.planned_minutes,
                  place->day,
                  false};
    for (const casework::Obligation& owed : seen.owed)
      if (owed.kind == "attendance" && owed.entity == session.id) {
        one.due = owed.due;
        one.overdue = owed.overdue(out.on);
      }
    if (one.starts <= now)
      out.owed.push_back(std::move(one));
    else if (one.starts.microseconds - now.microseconds <= days_to_come * day)
      out.to_come.push_back(std::move(one));
  }
}

} // namespace

base::Result<UnpaidWorkBoard> unpaid_work_board(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_unpaid_work, "unpaid_work"));
  UnpaidWorkBoard out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.body = caller.member.provider;
  casework::WorklistFilter of_body;
  of_body.provider = record::Symbol(out.body);
  office.follower().lists().visit(of_body, [&](const casework::LiveWorklists::Seen& seen) {
    if (seen.state.unpaid_work.sessions.empty()) return;
    if (may_do(office, caller, access::Action::give_command, seen.state.person))
      add_places(out, office, seen);
  });
  std::sort(out.owed.begin(), out.owed.end(), [](const WorkPlace& a, const WorkPlace& b) {
    return std::tie(a.due, a.starts, a.person) < std::tie(b.due, b.starts, b.person);
  });
  std::sort(out.to_come.begin(), out.to_come.end(), [](const WorkPlace& a, const WorkPlace& b) {
    return std::tie(a.starts, a.person) < std::tie(b.starts, b.person);
  });
  std::vector<base::StreamId> named;
  for (const auto* places : {&out.owed, &out.to_come})
    for (const WorkPlace& one : *places)
      named.push_back(one.person);
  log_list(office, permission, "unpaid_work", std::move(named));
  return out;
}

} // namespace probity::service
