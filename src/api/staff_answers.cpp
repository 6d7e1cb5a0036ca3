#include "api/staff_answers.h"

#include "api/json_parts.h"
#include "service/workforce/staff_json.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

Value post_json(const service::PostShown& shown) {
  Value out = service::to_json(shown.post);
  set_unless_empty(out, "holder_account", shown.holder_account);
  return out;
}

Value posts_json(const std::vector<service::PostShown>& posts) {
  Array out;
  for (const service::PostShown& one : posts)
    out.push_back(post_json(one));
  return Value(std::move(out));
}

Value assignment_json(const casework::StaffAssignment& one) {
  Value out(Object{{"appealed", Value(one.appealed)},
                   {"body", Value(one.body.text())},
                   {"by", Value(one.by.text())},
                   {"from", Value(base::to_text(one.from))},
                   {"reason", Value(one.reason.text())}});
  set_if_known(out, "appeal_by", one.appeal_by);
  set_unless_empty(out, "result", one.result.text());
  return out;
}

Value absence_json(const casework::StaffAbsence& one) {
  Value out(Object{{"from", Value(base::to_text(one.from))}, {"kind", Value(one.kind.text())}});
  set_if_known(out, "expected_until", one.expected_until);
  set_if_known(out, "last", one.last);
  return out;
}

Value shift_json(const casework::Shift& shift) {
  Array days;
  for (const record::Symbol day : shift.days)
    days.emplace_back(day.text());
  return Value(Object{{"days", Value(std::move(days))},
                      {"ends", Value(shift.ends)},
                      {"minutes_a_week", Value(shift.minutes_a_week())},
                      {"starts", Value(shift.starts)}});
}

Value place_json(const casework::PlaceOfWork& place) {
  return Value(Object{{"alarm", Value(place.alarm)},
                      {"alone", Value(place.alone)},
                      {"place", Value(place.place.text())},
                      {"private_room", Value(place.private_room)}});
}

Value member_json(const service::StaffRecord& record) {
  Value out = staff_row_json(record.row, record.account);
  set_unless_empty(out, "body", record.row.body.text());
  out.set("minutes", Value(record.row.minutes));
  out.set("posts", posts_json(record.posts));
  Array assignments;
  for (const casework::StaffAssignment& one : record.member.assignments)
    assignments.push_back(assignment_json(one));
  out.set("assignments", Value(std::move(assignments)));
  Array absences;
  for (const casework::StaffAbsence& one : record.member.absences)
    absences.push_back(absence_json(one));
  out.set("absences", Value(std::move(absences)));
  if (record.member.shift) out.set("shift", shift_json(*record.member.shift));
  if (record.member.place) out.set("place", place_json(*record.member.place));
  return out;
}

} // namespace

Value staff_row_json(const casework::StaffRow& row, const std::string& account) {
  Value out = service::to_json(row);
  set_unless_empty(out, "account", account);
  return out;
}

Value to_json(const service::StaffRecord& record) {
  Array commands;
  for (const record::TypeDeclaration* type : record.offered)
    commands.emplace_back(type->name);
  Value out(Object{{"commands", Value(std::move(commands))},
                   {"events", events_json(record.events)},
                   {"length", Value(record.length)},
                   {"on", Value(base::to_text(record.on))},
                   {"own", Value(record.own)},
                   {"size", number(record.size)}});
  if (record.post)
    out.set("post", post_json(*record.post));
  else
    out.set("member", member_json(record));
  return out;
}

Value to_json(const service::StaffList& list) {
  Array staff;
  for (const service::StaffLoad& one : list.staff) {
    Value row = staff_row_json(one.row, one.account);
    row.set("recorded", Value(one.row.recorded));
    row.set("minutes", Value(one.row.minutes));
    staff.push_back(std::move(row));
  }
  return Value(Object{{"away", Value(std::int64_t{list.away})},
                      {"body", Value(list.body)},
                      {"closed", Value(std::int64_t{list.closed})},
                      {"filled", Value(std::int64_t{list.filled})},
                      {"on", Value(base::to_text(list.on))},
                      {"posts", posts_json(list.posts)},
                      {"size", number(list.size)},
                      {"staff", Value(std::move(staff))},
                      {"vacant", Value(std::int64_t{list.vacant})}});
}

} // namespace probity::api
