// Commands: what is recorded through the API, and the notes that were written with it.
#include "api/handlers.h"
#include "api/problems.h"
#include "service/appointment_notes.h"
#include "service/give_command.h"
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

base::Error wrong(std::string_view where, std::string message, std::string hint) {
  return {base::ErrorCode::invalid_input, std::move(message), std::string(where), std::move(hint)};
}

base::Result<service::CommandGiven> command_in(const Request& request) {
  PROBITY_ASSIGN(Value body, base::json::parse(request.body, base::json::Spelling::any));
  if (body.object() == nullptr)
    return tl::unexpected(wrong("", "the body is no object", "Send one JSON object"));
  service::CommandGiven out;
  for (const auto& [name, value] : *body.object()) {
    if (name == "fields" && value.object() != nullptr) {
      for (const auto& [field, text] : *value.object()) {
        if (text.text() == nullptr)
          return tl::unexpected(
              wrong(field, "the field " + field + " is no text", "Write numbers and days as texts too"));
        out.fields.push_back(field + "=" + *text.text());
      }
    } else if (name == "expect" && value.integer() != nullptr && *value.integer() >= 0) {
      out.expect = *value.integer();
    } else if ((name != "id" && name != "command" && name != "on") || value.text() == nullptr) {
      return tl::unexpected(base::Error{base::ErrorCode::unknown_field, "there is no such member: " + name,
                                        name, "id, command, on, expect and fields are"});
    }
  }
  const auto id = base::EventId::from_hex(text_of(body, "id"));
  if (!id) return tl::unexpected(wrong("id", "id is not 32 lower-case hex digits", std::string(id_hint)));
  out.id = *id;
  out.command = text_of(body, "command");
  if (body.find("on") != nullptr) {
    out.on = base::parse_day(text_of(body, "on"));
    if (!out.on) return tl::unexpected(wrong("on", "on is no day", "Write it like 2016-03-27"));
  }
  return out;
}

} // namespace

Response record_outcome(Office& office, const Request& request, const Caller& caller) {
  const auto body = body_of(request, {"id", "note", "outcome", "reason", "sensitive"});
  if (!body) return problem(body.error());
  const auto id = base::EventId::from_hex(text_of(*body, "id"));
  if (!id)
    return problem(Status::bad_request, "invalid_input", "id is not 32 lower-case hex digits", id_hint);
  const auto acted = service::record_outcome(office, caller,
                                             {*id, id_of<base::StreamId>(request, "case"),
                                              id_of<base::EntityId>(request, "appointment"),
                                              text_of(*body, "outcome"), text_of(*body, "reason"),
                                              text_of(*body, "note"), text_of(*body, "sensitive")});
  return answer(acted);
}

Response appointment_notes(Office& office, const Request& request, const Caller& caller) {
  const auto notes = service::appointment_notes(office, caller, id_of<base::StreamId>(request, "case"),
                                                id_of<base::EntityId>(request, "appointment"));
  if (!notes) return problem(notes.error());
  base::json::Array rows;
  for (const service::AppointmentNote& one : notes->notes) {
    Value row(Object{{"by", Value(one.by)},
                     {"recorded", Value(base::to_text(one.recorded))},
                     {"sensitive", Value(one.sensitive)}});
    if (!one.text.empty()) row.set("text", Value(one.text)); // none: erased
    rows.push_back(std::move(row));
  }
  return answered(Value(Object{{"appointment", Value(notes->appointment.id.hex())},
                               {"case", Value(notes->person.hex())},
                               {"notes", Value(std::move(rows))},
                               {"outcome", Value(notes->appointment.outcome)}}));
}

Response give_command(Office& office, const Request& request, const Caller& caller) {
  auto given = command_in(request);
  if (!given) return problem(given.error());
  given->person = id_of<base::StreamId>(request, "case");
  return answer(service::give_command(office, caller, *given));
}

Response give_staff_command(Office& office, const Request& request, const Caller& caller) {
  auto given = command_in(request);
  if (!given) return problem(given.error());
  given->about_staff = true;
  given->person = id_of<base::StreamId>(request, "staff");
  return answer(service::give_command(office, caller, *given));
}

Response make_post(Office& office, const Request& request, const Caller& caller) {
  auto given = command_in(request);
  if (!given) return problem(given.error());
  given->about_staff = true;
  return answer(service::give_command(office, caller, *given));
}

Response open_record(Office& office, const Request& request, const Caller& caller) {
  const auto given = command_in(request);
  if (!given) return problem(given.error());
  return answer(service::give_command(office, caller, *given));
}

} // namespace probity::api
