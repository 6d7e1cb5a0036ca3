// Workload of a body, and to whom a case can be given.
#include "api/handlers.h"
#include "api/json_parts.h"
#include "api/problems.h"
#include "api/staff_answers.h"
#include "service/departures.h"
#include "service/workload.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using service::Caller;
using service::Office;

namespace {

Value waiting_json(const service::WaitingPerson& one) {
  Value out = person_json(one.person, one.name, one.tier, one.harm_level);
  set_unless_empty(out, "practitioner", one.holder);
  set_unless_empty(out, "duty_team", one.duty_team);
  if (one.points) out.set("points", Value(*one.points));
  set_if_known(out, "holder_left", one.holder_left);
  return out;
}

} // namespace

Response workload(Office& office, const Request&, const Caller& caller) {
  const auto found = service::workload(office, caller);
  if (!found) return problem(found.error());
  Array staff;
  for (const service::StaffLoad& one : found->staff)
    staff.push_back(staff_row_json(one.row, one.account));
  Array waiting;
  for (const service::WaitingPerson& one : found->waiting)
    waiting.push_back(waiting_json(one));
  return answered(Value(Object{{"on", Value(base::to_text(found->on))},
                               {"size", Value(static_cast<std::int64_t>(found->size))},
                               {"staff", Value(std::move(staff))},
                               {"waiting", Value(std::move(waiting))}}));
}

Response allocation(Office& office, const Request& request, const Caller& caller) {
  const auto found = service::allocation_of(office, caller, id_of<base::StreamId>(request, "case"));
  if (!found) return problem(found.error());
  Array candidates;
  for (std::size_t i = 0; i < found->candidates.size(); ++i) {
    const casework::Candidate& one = found->candidates[i];
    Value row = staff_row_json(one.row, found->accounts.at(i));
    row.set("over", Value(one.over));
    set_unless_empty(row, "obstacle", one.obstacle);
    candidates.push_back(std::move(row));
  }
  Value out(
      Object{{"candidates", Value(std::move(candidates))}, {"case", Value(found->person.person.hex())}});
  set_unless_empty(out, "practitioner", found->person.holder);
  if (found->holder) out.set("holder", staff_row_json(found->holder->row, found->holder->account));
  if (found->recommended() != nullptr) out.set("recommended", Value(found->recommended()->row.staff.text()));
  return answered(out);
}

Response departures(Office& office, const Request&, const Caller& caller) {
  const auto found = service::departures(office, caller);
  if (!found) return problem(found.error());
  Array rows;
  for (const service::Departure& one : found->others) {
    Value row(Object{{"advised", Value(one.advised)},
                     {"breach", Value(one.breach.hex())},
                     {"case", Value(one.person.hex())},
                     {"decided", Value(base::to_text(one.decided))},
                     {"decision", Value(one.decision)}});
    set_unless_empty(row, "name", one.name);
    set_unless_empty(row, "practitioner", one.practitioner);
    set_unless_empty(row, "reason", one.reason);
    rows.push_back(std::move(row));
  }
  return answered(Value(Object{{"decided", number(found->decided)},
                               {"departures", Value(std::move(rows))},
                               {"on", Value(base::to_text(found->on))},
                               {"since", Value(base::to_text(found->since))},
                               {"size", number(found->size)}}));
}

} // namespace probity::api
