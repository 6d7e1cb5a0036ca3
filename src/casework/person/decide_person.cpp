#include <algorithm>

#include "casework/drafting.h"
#include "casework/person/person_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

const Symbol exclusion("exclusion");
const Symbol restriction("restriction");

Result<void> enrol(Request& request) {
  using person::enrol;
  const record::Event& asked = request.command.event;
  if (request.state.order_book.registered)
    return request.refuse("the person is registered already", "Record the sentence (sentence.impose)");
  record::EventBuilder event = request.draft(record::person::registered);
  if (const Symbol sex = record::symbol<enrol, "sex">(asked); !sex.empty()) event.fact("sex", sex.text());
  if (const Symbol band = record::symbol<enrol, "age_band">(asked); !band.empty())
    event.fact("age_band", band.text());
  if (request.command.sealed.object() != nullptr && !request.command.sealed.object()->empty())
    event.sealed(base::SubjectId{request.command.stream.bytes}, request.command.sealed);
  request.add(event);
  return {};
}

bool is_linked(const Request& request, Symbol other) {
  const auto& linked = request.state.order_book.linked;
  return std::find(linked.begin(), linked.end(), other) != linked.end();
}

Result<void> link(Request& request) {
  const Symbol other = record::symbol<person::link, "other">(request.command.event);
  if (other.text() == request.command.stream.hex())
    return request.refuse("a record is not joined to itself", "Name the other record");
  if (is_linked(request, other)) return request.refuse("they are joined already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::person::linked);
  event.fact("other", other.text());
  request.add(event);
  return {};
}

Result<void> unlink(Request& request) {
  const Symbol other = record::symbol<person::unlink, "other">(request.command.event);
  if (!is_linked(request, other)) return request.refuse("they are not joined", "Name a record that is");
  record::EventBuilder event = request.draft(record::person::unlinked);
  event.fact("other", other.text());
  request.add(event);
  return {};
}

Result<void> tell_apart(Request& request) {
  const Symbol other = record::symbol<person::tell_apart, "other">(request.command.event);
  if (other.text() == request.command.stream.hex())
    return request.refuse("a record is not compared with itself", "Name the other record");
  if (is_linked(request, other)) return request.refuse("they are joined", "Undo that first (person.unlink)");
  const auto& apart = request.state.order_book.apart;
  if (std::find(apart.begin(), apart.end(), other) != apart.end())
    return request.refuse("they are told apart already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::person::told_apart);
  event.fact("other", other.text());
  request.add(event);
  return {};
}

Result<void> record_death(Request& request) {
  record::EventBuilder event = request.draft(record::person::died);
  request.add(event);
  return {};
}

// Closing a record to colleagues, and opening it again, is not for those who work on it.
Result<void> refuse_unless_senior(const Request& request) {
  if (request.command.role != "senior_manager")
    return request.refuse("limits of access are a senior manager's to set and to lift",
                          "A senior manager does it (role=senior_manager)");
  return {};
}

Result<void> limit(Request& request, Symbol kind, Symbol staff, Symbol reason,
                   std::optional<base::Day> until) {
  PROBITY_TRY(refuse_unless_senior(request));
  const bool closes = kind == exclusion;
  if (request.state.access.has(kind, staff, request.today()))
    return request.refuse(closes ? "the record is closed to them already" : "they are on the list already",
                          "Nothing is to be done");
  if (until && *until < request.today())
    return request.refuse("the limit would have ended on " + base::to_text(*until),
                          "Give a day to come, or leave until out");
  const Symbol holder = request.state.practitioner;
  if (closes && staff == holder)
    return request.refuse("they hold the case", "Give it to somebody else first (supervision.allocate)");
  if (!closes && !holder.empty() && staff != holder &&
      !request.state.access.has(restriction, holder, request.today()))
    return request.refuse("whoever holds the case would be shut out",
                          "Put the practitioner on the list first");
  record::EventBuilder event = request.draft(record::access::limited);
  event.fact("limit", kind.text()).fact("staff", staff.text()).fact("reason", reason.text());
  if (until) event.fact("until", *until);
  request.add(event);
  return {};
}

Result<void> lift(Request& request) {
  using access::lift;
  const record::Event& asked = request.command.event;
  PROBITY_TRY(refuse_unless_senior(request));
  const Symbol kind = record::symbol<lift, "limit">(asked);
  const Symbol staff = record::symbol<lift, "staff">(asked);
  const Access& access = request.state.access;
  if (!access.has(kind, staff, request.today()))
    return request.refuse("there is no such limit", "Name one that is in force");
  const auto others = std::count_if(access.limits.begin(), access.limits.end(), [&](const auto& one) {
    return one.kind == restriction && one.staff != staff && one.holds(request.today());
  });
  if (kind == restriction && staff == request.state.practitioner && others > 0)
    return request.refuse("they hold the case and would be shut out",
                          "Give it to somebody else on the list first (supervision.allocate)");
  record::EventBuilder event = request.draft(record::access::lifted);
  event.fact("limit", kind.text())
      .fact("staff", staff.text())
      .fact("reason", record::symbol<lift, "reason">(asked).text());
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_person(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<person::enrol>(asked)) return enrol(request);
  if (record::is<person::link>(asked)) return link(request);
  if (record::is<person::unlink>(asked)) return unlink(request);
  if (record::is<person::tell_apart>(asked)) return tell_apart(request);
  PROBITY_ENSURE(record::is<person::record_death>(asked));
  return record_death(request);
}

Result<void> decide_access(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<access::exclude>(asked))
    return limit(request, exclusion, record::symbol<access::exclude, "staff">(asked),
                 record::symbol<access::exclude, "reason">(asked),
                 record::day<access::exclude, "until">(asked));
  if (record::is<access::restrict_to>(asked))
    return limit(request, restriction, record::symbol<access::restrict_to, "staff">(asked),
                 record::symbol<access::restrict_to, "reason">(asked),
                 record::day<access::restrict_to, "until">(asked));
  PROBITY_ENSURE(record::is<access::lift>(asked));
  return lift(request);
}

} // namespace probity::casework
