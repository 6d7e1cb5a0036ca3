#include "api/routes.h"

#include "api/operation.h"
#include "api/problems.h"
#include "service/signing_in.h"

namespace probity::api {
namespace {

using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

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
    Response response = answer(office, request, **caller);
    if (const auto logged = office.settled(); !logged) return problem(logged.error());
    return response;
  };
}

} // namespace

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
