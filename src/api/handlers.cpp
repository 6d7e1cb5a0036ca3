#include "api/handlers.h"

#include <algorithm>

#include "api/answers.h"
#include "api/json_parts.h"
#include "api/operation.h"
#include "api/problems.h"
#include "asked/access_log.h"
#include "asked/caseload.h"
#include "service/case_record.h"
#include "service/signing_in.h"
#include "service/subject_access.h"

namespace probity::api {

using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

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

Response end_session(Office& office, const Request& request) {
  if (auto refusal = refusal_of(request)) return std::move(*refusal);
  const auto body = body_of(request, {});
  if (!body) return problem(body.error());
  service::sign_out(office, request.cookies.text(service::session_cookie));
  Response out = answered(Value(Object{{"ended", Value(true)}}));
  http::SetCookie cookie;
  cookie.name = service::session_cookie;
  cookie.max_age_seconds = 0;
  cookie.secure = request.secure;
  out.set_cookie(cookie);
  return out;
}

Response account(Office& office, const Request&, const Caller& caller) {
  const auto may = service::own_account(office, caller);
  return may ? answered(to_json(caller.member, *may)) : problem(may.error());
}

Response access_log(Office& office, const Request& request, const Caller& caller) {
  const auto asked = asked::access_log(request.query);
  if (!asked) return problem(asked.error());
  const auto record = service::access_record(office, caller, *asked);
  return record ? answered(to_json(*record)) : problem(record.error());
}

Response my_work(Office& office, const Request&, const Caller& caller) {
  const auto work = service::my_work(office, caller);
  return work ? answered(to_json(*work)) : problem(work.error());
}

namespace {

Response caseload_of(Office& office, const Request& request, const Caller& caller, service::Whose whose) {
  const asked::CaseloadRead read = asked::caseload(request, whose);
  if (read.wrong) return problem(*read.wrong);
  const auto caseload = service::caseload(office, caller, read.asked);
  return caseload ? answered(to_json(*caseload)) : problem(caseload.error());
}

} // namespace

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
  const auto sheet = asked::sheet(text_of(*body, "page"));
  if (!sheet) return problem(asked::no_sheet());
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
  const auto record =
      service::case_record(office, caller, id_of<base::StreamId>(request, "case"), {known_on});
  if (!record) return problem(record.error());
  Value out = service::to_json(record->view);
  out.set("identity", identity_json(record->identity));
  out.set("owed", items_json(record->owed));
  return answered(out);
}

Response appointment(Office& office, const Request& request, const Caller& caller) {
  const auto found = service::appointment_of(office, caller, id_of<base::StreamId>(request, "case"),
                                             id_of<base::EntityId>(request, "appointment"));
  if (!found) return problem(found.error());
  Value out = to_json(found->appointment);
  out.set("case", Value(found->person.hex()));
  if (!found->name.empty()) out.set("name", Value(found->name));
  return answered(out);
}

Response copy_of(Office& office, const Request& request, const Caller& caller) {
  const auto copy = service::subject_copy(office, caller, id_of<base::StreamId>(request, "case"));
  return copy ? answered(service::to_json(*copy)) : problem(copy.error());
}

Response doubles(Office& office, const Request& request, const Caller& caller) {
  const auto sheet = asked::sheet(request.query.text("page"));
  if (!sheet) return problem(asked::no_sheet());
  const auto found = service::doubles(office, caller, *sheet);
  return found ? answered(to_json(*found)) : problem(found.error());
}

Response openapi(Office&, const Request&) {
  Response out = http::json_text(openapi_document());
  out.caching = http::Caching::revalidate;
  return out;
}

} // namespace probity::api
