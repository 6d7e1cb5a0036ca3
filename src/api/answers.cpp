#include "api/answers.h"

#include "api/json_parts.h"

namespace probity::api {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

Value appointments_json(const std::vector<service::OverviewAppointment>& appointments) {
  Array out;
  for (const service::OverviewAppointment& one : appointments) {
    Value row = to_json(one);
    row.set("has_note", Value(one.has_note));
    out.push_back(std::move(row));
  }
  return Value(std::move(out));
}

void set_sheet(Value& out, const service::Sheet& sheet) {
  out.set("page", number(sheet.number));
  out.set("pages", number(sheet.of));
  out.set("people", number(sheet.rows));
}

} // namespace

Value to_json(const service::Caseload& caseload) {
  Array cases;
  for (const service::CaseloadRow& one : caseload.rows) {
    Value row = person_json(one.person, one.name, one.tier, one.harm_level);
    row.set("in_custody", Value(one.in_custody));
    row.set("overdue", number(one.overdue));
    row.set("owed", number(one.owed));
    set_unless_empty(row, "practitioner", one.holder);
    set_unless_empty(row, one.licence ? "licence" : "order", one.order);
    if (one.ends) row.set("ends", Value(base::to_text(*one.ends)));
    if (one.next) row.set("next_appointment", Value(base::to_text(*one.next)));
    row.set("outcome_overdue", Value(one.next_overdue));
    set_if_known(row, "last_contact", one.contact);
    set_if_known(row, "last_seen", one.seen);
    cases.push_back(std::move(row));
  }
  Array colleagues;
  for (const service::Colleague& one : caseload.colleagues) {
    Value row(Object{{"cases", number(one.cases)}, {"practitioner", Value(one.staff.hex())}});
    set_unless_empty(row, "account", one.account);
    colleagues.push_back(std::move(row));
  }
  Value out(Object{{"cases", Value(std::move(cases))},
                   {"colleagues", Value(std::move(colleagues))},
                   {"on", Value(base::to_text(caseload.on))},
                   {"order", Value(caseload.asked.descending ? "descending" : "ascending")},
                   {"people_in_all", number(caseload.people)},
                   {"sort", Value(service::to_text(caseload.asked.order))}});
  set_sheet(out, caseload.sheet);
  return out;
}

Value to_json(const service::Found& found) {
  Array cases;
  for (const service::FoundPerson& one : found.people) {
    Value row(
        Object{{"case", Value(one.person.hex())}, {"held", Value(one.held)}, {"mine", Value(one.mine)}});
    set_unless_empty(row, "name", one.name);
    set_unless_empty(row, "provider", one.body);
    set_unless_empty(row, "harm_level", one.harm_level);
    cases.push_back(std::move(row));
  }
  Value out(Object{{"cases", Value(std::move(cases))}});
  set_sheet(out, found.sheet);
  return out;
}

Value to_json(const service::MyWork& work) {
  Array today;
  for (const service::Visit& one : work.today) {
    Value row(Object{{"appointment", Value(one.appointment.hex())},
                     {"begun", Value(one.begun)},
                     {"case", Value(one.person.hex())},
                     {"mode", Value(one.mode)},
                     {"purpose", Value(one.purpose)},
                     {"starts", Value(base::to_text(one.starts))}});
    set_unless_empty(row, "name", one.name);
    today.push_back(std::move(row));
  }
  return Value(Object{{"on", Value(base::to_text(work.on))},
                      {"owed", items_json(work.owed)},
                      {"size", number(work.size)},
                      {"today", Value(std::move(today))}});
}

Value to_json(const service::AccessRecord& record) {
  Array entries;
  for (const service::ShownAccess& shown : record.entries) {
    const access::AccessEntry& entry = shown.entry;
    Array people;
    for (const base::StreamId& person : entry.people)
      people.emplace_back(person.hex());
    Value row(Object{{"at", Value(base::to_text(entry.at))},
                     {"closed", Value(shown.closed)},
                     {"index", number(entry.index)},
                     {"people", Value(std::move(people))},
                     {"provider", Value(entry.provider)},
                     {"staff", Value(entry.staff.hex())},
                     {"type", Value(entry.type)}});
    set_unless_empty(row, "page", entry.page);
    set_unless_empty(row, "refused", entry.refused);
    set_unless_empty(row, "role", entry.role);
    entries.push_back(std::move(row));
  }
  return Value(Object{
      {"entries", Value(std::move(entries))}, {"more", Value(record.more)}, {"size", number(record.size)}});
}

Value to_json(const access::Member& member, const std::vector<access::Action>& may) {
  Array roles;
  for (const access::Role role : member.roles)
    roles.emplace_back(access::to_text(role));
  Array actions;
  for (const access::Action action : may)
    actions.emplace_back(access::to_text(action));
  return Value(Object{{"account", Value(member.account)},
                      {"may", Value(std::move(actions))},
                      {"provider", Value(member.provider)},
                      {"roles", Value(std::move(roles))},
                      {"staff", Value(member.staff.hex())}});
}

Value to_json(const service::OverviewAppointment& one) {
  Value out(Object{{"appointment", Value(one.id.hex())},
                   {"cancelled", Value(one.cancelled)},
                   {"mode", Value(one.mode)},
                   {"starts", Value(base::to_text(one.starts))}});
  set_unless_empty(out, "purpose", one.purpose);
  set_unless_empty(out, "outcome", one.outcome);
  return out;
}

Value to_json(const service::ContactLog& log) {
  return Value(Object{{"appointments", appointments_json(log.contacts)},
                      {"appointments_in_all", number(log.all)},
                      {"case", Value(log.person.hex())},
                      {"identity", identity_json(log.identity)},
                      {"page", number(log.sheet.number)},
                      {"pages", number(log.sheet.of)},
                      {"rows", number(log.sheet.rows)}});
}

Value to_json(const service::CaseOverview& overview) {
  Array orders;
  for (const service::OverviewOrder& order : overview.orders) {
    Value row(Object{{"imposed", Value(base::to_text(order.imposed))}, {"type", Value(order.type)}});
    if (order.ended) row.set("ended", Value(base::to_text(*order.ended)));
    orders.push_back(std::move(row));
  }
  Array doubles;
  for (const service::DoubleRecord& one : overview.doubles)
    doubles.emplace_back(one.person.hex());
  Value out(Object{{"appointments", appointments_json(overview.appointments)},
                   {"case", Value(overview.person.hex())},
                   {"died", Value(overview.died)},
                   {"doubles", Value(std::move(doubles))},
                   {"in_custody", Value(overview.in_custody)},
                   {"limited", Value(overview.limited)},
                   {"on", Value(base::to_text(overview.on))},
                   {"orders", Value(std::move(orders))},
                   {"owed", items_json(overview.owed)},
                   {"recorded", events_json(overview.recorded)},
                   {"size", number(overview.size)}});
  set_unless_empty(out, "name", overview.name);
  set_if_known(out, "birth_date", overview.identity.birth);
  set_unless_empty(out, "provider", overview.provider);
  set_unless_empty(out, "practitioner", overview.practitioner);
  set_unless_empty(out, "duty_team", overview.duty_team);
  set_unless_empty(out, "harm_level", overview.identity.harm_level);
  set_unless_empty(out, "tier", overview.identity.tier);
  if (overview.identity.next) out.set("next_appointment", Value(base::to_text(*overview.identity.next)));
  return out;
}

Value to_json(const service::Doubles& doubles) {
  const auto record = [](const service::DoubleRecord& one) {
    Value out(Object{{"case", Value(one.person.hex())}, {"orders", Value(std::int64_t{one.orders})}});
    if (one.birth) out.set("birth_date", Value(base::to_text(*one.birth)));
    set_unless_empty(out, "name", one.name);
    set_unless_empty(out, "practitioner", one.holder);
    set_unless_empty(out, "provider", one.body);
    return out;
  };
  Array pairs;
  for (const service::Double& pair : doubles.pairs)
    pairs.emplace_back(Object{{"likeness", Value(service::to_text(pair.likeness))},
                              {"one", record(pair.one)},
                              {"other", record(pair.other)}});
  return Value(Object{{"page", number(doubles.sheet.number)},
                      {"pages", number(doubles.sheet.of)},
                      {"pairs", Value(std::move(pairs))},
                      {"rows", number(doubles.sheet.rows)}});
}

} // namespace probity::api
