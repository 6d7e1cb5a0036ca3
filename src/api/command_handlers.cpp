// Commands: what is recorded through the API.
#include "api/handlers.h"
#include "api/problems.h"
#include "service/record_outcome.h"

namespace probity::api {

using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

namespace {

constexpr std::string_view id_hint = "Make one for each command, and send it again with the same command";

Response answer(const base::Result<service::Acted>& acted) {
  if (!acted) return problem(acted.error());
  base::json::Array events;
  for (const Value& event : acted->events)
    events.push_back(event);
  return answered(Value(Object{{"events", Value(std::move(events))}, {"repeated", Value(acted->had_acted)}}),
                  acted->had_acted ? Status::ok : Status::created);
}

} // namespace

Response record_outcome(Office& office, const Request& request, const Caller& caller) {
  const auto body = body_of(request, {"id", "outcome", "reason"});
  if (!body) return problem(body.error());
  const auto id = base::EventId::from_hex(text_of(*body, "id"));
  if (!id)
    return problem(Status::bad_request, "invalid_input", "id is not 32 lower-case hex digits", id_hint);
  const auto acted = service::record_outcome(office, caller,
                                             {*id, id_of<base::StreamId>(request, "case"),
                                              id_of<base::EntityId>(request, "appointment"),
                                              text_of(*body, "outcome"), text_of(*body, "reason")});
  return answer(acted);
}

} // namespace probity::api
