#include "api/routes.h"

#include <algorithm>
#include <charconv>

#include "api/answers.h"
#include "api/operation.h"
#include "service/record_outcome.h"
#include "service/signing_in.h"

namespace probity::api {
namespace {

using base::json::Object;
using base::json::Value;
using http::Method;
using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

Response answered(const Value& value, Status status = Status::ok) {
  return http::json_text(base::json::write(value), status);
}

Response problem(Status status, std::string_view code, std::string_view title, std::string_view hint = {}) {
  Value out(Object{{"code", Value(code)},
                   {"status", Value(static_cast<std::int64_t>(status))},
                   {"title", Value(title)},
                   {"type", Value("about:blank")}});
  if (!hint.empty()) out.set("detail", Value(hint));
  return http::problem_json(base::json::write(out), status);
}

Status status_of(const base::Error& error) {
  using base::ErrorCode;
  if (service::is_denial(error)) return Status::forbidden;
  switch (error.code) {
  case ErrorCode::not_found:
    return Status::not_found;
  case ErrorCode::invalid_input:
  case ErrorCode::not_canonical:
  case ErrorCode::unknown_field:
    return Status::bad_request;
  case ErrorCode::too_large:
    return Status::content_too_large;
  case ErrorCode::refused:
    return Status::unprocessable_content;
  case ErrorCode::version_conflict:
  case ErrorCode::id_reused:
    return Status::conflict;
  case ErrorCode::busy:
    return Status::service_unavailable;
  case ErrorCode::unknown_type:
  case ErrorCode::wrong_log:
  case ErrorCode::set_by_server:
  case ErrorCode::recorded_backwards:
  case ErrorCode::bad_correction:
  case ErrorCode::stream_closed:
  case ErrorCode::exists_already:
  case ErrorCode::corrupt:
  case ErrorCode::io:
  case ErrorCode::internal:
    return Status::internal_server_error;
  }
  return Status::internal_server_error;
}

Response problem(const base::Error& error) {
  const Status status = status_of(error);
  // What went wrong inside is nobody's business outside.
  if (status == Status::internal_server_error)
    return problem(status, "internal", "The service has a problem; nothing was recorded");
  return problem(status, base::name(error.code), error.message, error.hint);
}

// A page of another site can send JSON only after asking, which we never allow; and a browser says where it
// is from.
std::optional<Response> refusal_of(const Request& request) {
  if (http::is_cross_site(request))
    return problem(Status::forbidden, "refused", "This came from another site");
  if (request.method == Method::post && request.media_type() != "application/json")
    return problem(Status::unsupported_media_type, "invalid_input", "The body must be application/json");
  return std::nullopt;
}

using Answer = Response (*)(Office&, const Request&, const Caller&);

http::Handler signed_in(Office& office, Answer answer) {
  return [&office, answer](const Request& request) {
    if (!http::is_safe(request.method))
      if (auto refusal = refusal_of(request)) return std::move(*refusal);
    const auto caller = service::caller_of(office, request.cookies.text(service::session_cookie));
    if (!caller) return problem(caller.error());
    if (!*caller)
      return problem(Status::unauthorized, "refused", "You are not signed in",
                     "POST /api/v1/session opens a session");
    return answer(office, request, **caller);
  };
}

template <class Id> Id id_of(const Request& request, std::string_view part) {
  const auto id = Id::from_hex(request.part(part));
  PROBITY_ENSURE(id.has_value()); // the route's type is hex32
  return *id;
}

std::string text_of(const Value& body, std::string_view name) {
  const Value* value = body.find(name);
  return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
}

// An object whose members are texts with these names, no others.
base::Result<Value> body_of(const Request& request, std::initializer_list<std::string_view> names) {
  PROBITY_ASSIGN(Value body, base::json::parse(request.body, base::json::Spelling::any));
  if (body.object() == nullptr)
    return base::fail(base::ErrorCode::invalid_input, "the body is no object", "", "Send one JSON object");
  for (const auto& [name, value] : *body.object())
    if (std::find(names.begin(), names.end(), name) == names.end() || value.text() == nullptr)
      return base::fail(base::ErrorCode::unknown_field, "there is no text " + name + " here", name,
                        "docs/access.md lists the members");
  return body;
}

Response open_session(Office& office, const Request& request) {
  if (auto refusal = refusal_of(request)) return std::move(*refusal);
  const auto body = body_of(request, {"name", "password", "code"});
  if (!body) return problem(body.error());
  const auto answer = service::sign_in(office, {text_of(*body, "name"), text_of(*body, "password"),
                                                text_of(*body, "code"), request.client_address,
                                                std::string(request.cookies.text(service::session_cookie))});
  if (!answer) return problem(answer.error());
  if (!answer->opened && answer->seconds > 0) {
    Response out = problem(Status::too_many_requests, "refused", "Too many tries went wrong");
    out.set_header("Retry-After", std::to_string(answer->seconds));
    return out;
  }
  if (!answer->opened) return problem(Status::unauthorized, "refused", "Name, password or code is wrong");
  Response out = answered(Value(Object{{"account", Value(answer->opened->member.account)}}), Status::created);
  http::SetCookie cookie;
  cookie.name = service::session_cookie;
  cookie.value = answer->opened->session;
  cookie.secure = request.secure;
  out.set_cookie(cookie);
  return out;
}

Response account(Office& office, const Request&, const Caller& caller) {
  const auto may = service::own_account(office, caller);
  return may ? answered(to_json(caller.member, *may)) : problem(may.error());
}

Response access_log(Office& office, const Request&, const Caller& caller) {
  const auto record = service::access_record(office, caller);
  return record ? answered(to_json(*record)) : problem(record.error());
}

Response my_work(Office& office, const Request&, const Caller& caller) {
  const auto work = service::my_work(office, caller);
  return work ? answered(to_json(*work)) : problem(work.error());
}

// Text of a page's number; nothing for what is none.
std::optional<std::uint64_t> sheet_of(std::string_view text) {
  if (text.empty()) return 1;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Response wrong_page() {
  return problem(Status::bad_request, "invalid_input", "page is no number", "Write it in digits, from 1");
}

Response caseload_of(Office& office, const Request& request, const Caller& caller, service::Whose whose) {
  service::CaseloadAsked asked;
  asked.whose = whose;
  if (whose == service::Whose::colleague) asked.colleague = id_of<base::EntityId>(request, "staff");
  if (const auto sort = request.query.find("sort")) {
    const auto order = service::parse_caseload_order(*sort);
    if (!order)
      return problem(Status::bad_request, "invalid_input", "there is no such order",
                     "name, reference, risk, ends, next, owed or overdue");
    asked.order = *order;
  }
  asked.descending = request.query.text("order") == "descending";
  const auto sheet = sheet_of(request.query.text("page"));
  if (!sheet) return wrong_page();
  asked.sheet = *sheet;
  const auto caseload = service::caseload(office, caller, asked);
  return caseload ? answered(to_json(*caseload)) : problem(caseload.error());
}

Response caseload(Office& office, const Request& request, const Caller& caller) {
  return caseload_of(office, request, caller, service::Whose::mine);
}

Response team_caseload(Office& office, const Request& request, const Caller& caller) {
  return caseload_of(office, request, caller, service::Whose::body);
}

Response colleague_caseload(Office& office, const Request& request, const Caller& caller) {
  return caseload_of(office, request, caller, service::Whose::colleague);
}

Response search(Office& office, const Request& request, const Caller& caller) {
  const auto body = body_of(request, {"q", "page"});
  if (!body) return problem(body.error());
  const auto sheet = sheet_of(text_of(*body, "page"));
  if (!sheet) return wrong_page();
  const auto found = service::search(office, caller, {text_of(*body, "q"), *sheet});
  return found ? answered(to_json(*found)) : problem(found.error());
}

Response one_case(Office& office, const Request& request, const Caller& caller) {
  const auto overview = service::case_overview(office, caller, id_of<base::StreamId>(request, "case"));
  return overview ? answered(to_json(*overview)) : problem(overview.error());
}

Response record_of(Office& office, const Request& request, const Caller& caller) {
  std::optional<base::Day> known_on;
  if (const auto known = request.query.find("known")) {
    known_on = base::parse_day(*known);
    if (!known_on)
      return problem(Status::bad_request, "invalid_input", "known is no day", "Write it like 2016-03-27");
  }
  const auto record = service::case_record(office, caller, id_of<base::StreamId>(request, "case"), known_on);
  return record ? answered(service::to_json(record->view)) : problem(record.error());
}

Response record_outcome(Office& office, const Request& request, const Caller& caller) {
  const auto body = body_of(request, {"id", "outcome", "reason"});
  if (!body) return problem(body.error());
  const auto id = base::EventId::from_hex(text_of(*body, "id"));
  if (!id)
    return problem(Status::bad_request, "invalid_input", "id is not 32 lower-case hex digits",
                   "Make one for each command, and send it again with the same command");
  const auto acted = service::record_outcome(office, caller,
                                             {*id, id_of<base::StreamId>(request, "case"),
                                              id_of<base::EntityId>(request, "appointment"),
                                              text_of(*body, "outcome"), text_of(*body, "reason")});
  if (!acted) return problem(acted.error());
  base::json::Array events;
  for (const Value& event : acted->events)
    events.push_back(event);
  return answered(Value(Object{{"events", Value(std::move(events))}, {"repeated", Value(acted->had_acted)}}),
                  acted->had_acted ? Status::ok : Status::created);
}

Response openapi(Office&, const Request&) {
  Response out = http::json_text(openapi_document());
  out.caching = http::Caching::revalidate;
  return out;
}

constexpr std::string_view hex = "^[0-9a-f]{32}$";
constexpr std::string_view day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

std::vector<MemberDeclaration> caseload_query() {
  return {{"order", "string", false, "descending; ascending where it is left out"},
          {"page", "string", false, "digits, from 1"},
          {"sort", "string", false, "name, reference, risk, ends, next, owed or overdue"}};
}

std::vector<MemberDeclaration> caseload_answer() {
  return {{"cases", "array", true, "of one page"},
          {"colleagues", "array", true, "of the body, for those who may see their caseloads"},
          {"on", "string", true, "today", day},
          {"order", "string"},
          {"page", "integer"},
          {"pages", "integer"},
          {"people", "integer", true, "on all pages"},
          {"sort", "string"}};
}

} // namespace

const std::vector<Operation>& operations() {
  using enum http::Status;
  static const std::vector<Operation> all = {
      {.pattern = "/api/openapi.json",
       .label = "open",
       .name = "openapi",
       .summary = "This document",
       .answer = {{"components", "object"},
                  {"info", "object"},
                  {"openapi", "string"},
                  {"paths", "object"},
                  {"security", "array"}},
       .good = {ok},
       .for_anybody = openapi},
      {.method = Method::post,
       .pattern = "/api/v1/session",
       .label = "open",
       .name = "sign_in",
       .summary = "Open a session; its cookie says who asks from then on",
       .body = {{"name", "string"}, {"password", "string"}, {"code", "string", false, "one-time code"}},
       .answer = {{"account", "string"}},
       .good = {created},
       .refused = {bad_request, unauthorized, forbidden, unsupported_media_type, too_many_requests},
       .for_anybody = open_session},
      {.pattern = "/api/v1/account",
       .label = "see_account",
       .name = "account",
       .summary = "The one who asks, and what they may do",
       .answer = {{"account", "string"},
                  {"may", "array"},
                  {"provider", "string"},
                  {"roles", "array"},
                  {"staff", "string", true, "pseudonym in the ledger", hex}},
       .good = {ok},
       .refused = {unauthorized, forbidden},
       .for_caller = account},
      {.pattern = "/api/v1/access-log",
       .label = "see_access_log",
       .name = "access_log",
       .summary = "The newest accesses: who read which record",
       .answer = {{"entries", "array"}, {"size", "integer", true, "of the ledger of accesses"}},
       .good = {ok},
       .refused = {unauthorized, forbidden},
       .for_caller = access_log},
      {.pattern = "/api/v1/my-work",
       .label = "see_work",
       .name = "my_work",
       .summary = "What the one who asks owes, most pressing first, and today's appointments",
       .answer = {{"on", "string", true, "today", day},
                  {"owed", "array"},
                  {"size", "integer", true, "of the ledger"},
                  {"today", "array"}},
       .good = {ok},
       .refused = {unauthorized, forbidden},
       .for_caller = my_work},
      {.pattern = "/api/v1/caseload",
       .label = "see_work",
       .name = "caseload",
       .summary = "Everybody whom the one who asks holds",
       .query = caseload_query(),
       .answer = caseload_answer(),
       .good = {ok},
       .refused = {bad_request, unauthorized, forbidden},
       .for_caller = caseload},
      {.pattern = "/api/v1/caseload/team",
       .label = "see_team",
       .name = "team_caseload",
       .summary = "Everybody whom practitioners of one's body hold",
       .query = caseload_query(),
       .answer = caseload_answer(),
       .good = {ok},
       .refused = {bad_request, unauthorized, forbidden},
       .for_caller = team_caseload},
      {.pattern = "/api/v1/caseload/{staff:hex32}",
       .label = "see_team",
       .name = "colleague_caseload",
       .summary = "Everybody whom a colleague holds",
       .query = caseload_query(),
       .answer = caseload_answer(),
       .good = {ok},
       .refused = {bad_request, unauthorized, forbidden},
       .for_caller = colleague_caseload},
      {.method = Method::post,
       .pattern = "/api/v1/search",
       .label = "search",
       .name = "search",
       .summary = "People by name or reference; whoever may not be seen is not counted",
       .body = {{"q", "string", true, "beginnings of words"}, {"page", "string", false, "digits, from 1"}},
       .answer = {{"cases", "array"}, {"page", "integer"}, {"pages", "integer"}, {"people", "integer"}},
       .good = {ok},
       .refused = {bad_request, unauthorized, forbidden, unsupported_media_type},
       .for_caller = search},
      {.pattern = "/api/v1/cases/{case:hex32}",
       .label = "see_case",
       .name = "case_overview",
       .summary = "One case: who answers, what is due, appointments, what was recorded last",
       .answer = {{"appointments", "array"},
                  {"case", "string", true, "", hex},
                  {"died", "boolean"},
                  {"duty_team", "string", false},
                  {"harm_level", "string", false},
                  {"in_custody", "boolean"},
                  {"limited", "boolean", true, "some of the staff may not see this record"},
                  {"name", "string", false},
                  {"on", "string", true, "today", day},
                  {"orders", "array"},
                  {"owed", "array"},
                  {"practitioner", "string", false},
                  {"provider", "string", false},
                  {"recorded", "array"},
                  {"size", "integer", true, "of the ledger"}},
       .good = {ok},
       .refused = {unauthorized, forbidden, not_found},
       .for_caller = one_case},
      {.pattern = "/api/v1/cases/{case:hex32}/record",
       .label = "see_case",
       .name = "case_record",
       .summary = "Every event of a record, as known on a day or now",
       .query = {{"known", "string", false, "the day", day}},
       .answer = {{"case", "string", true, "", hex},
                  {"events", "array"},
                  {"known_on", "string", true, "", day},
                  {"linked", "array", true, "records joined with this one"},
                  {"oddities", "array", true, "what does not fit together"},
                  {"ok", "boolean"},
                  {"size", "integer", true, "of the ledger"}},
       .good = {ok},
       .refused = {bad_request, unauthorized, forbidden, not_found},
       .for_caller = record_of},
      {.method = Method::post,
       .pattern = "/api/v1/cases/{case:hex32}/appointments/{appointment:hex32}/outcomes",
       .label = "record_outcome",
       .name = "record_outcome",
       .summary = "Say what came of an appointment",
       .body = {{"id", "string", true, "of this command, made by the client; sent again, it acts once", hex},
                {"outcome", "string", true, "", "", service::outcomes_to_choose()},
                {"reason", "string", false, "of an acceptable absence", "", service::reasons_to_choose()}},
       .answer = {{"events", "array", true, "that were recorded"},
                  {"repeated", "boolean", true, "it had acted before"}},
       .good = {created, ok},
       .refused = {bad_request, unauthorized, forbidden, not_found, conflict, unsupported_media_type,
                   unprocessable_content, service_unavailable},
       .for_caller = record_outcome}};
  return all;
}

void add_api(http::Router& router, Office& office) {
  for (const Operation& one : operations())
    router.add(one.method, one.pattern, one.label,
               one.for_caller != nullptr
                   ? signed_in(office, one.for_caller)
                   : http::Handler([&office, answer = one.for_anybody](const Request& request) {
                       return answer(office, request);
                     }));
}

Response api_error(Status status) {
  return problem(status, "not_answered",
                 status == Status::not_found ? "There is no such address" : "Not answered");
}

} // namespace probity::api
