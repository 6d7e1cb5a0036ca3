// Verification, and the proof of one event.
#include "api/handlers.h"
#include "api/json_parts.h"
#include "api/problems.h"
#include "asked/verification.h"
#include "service/event_proof.h"

namespace probity::api {

using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;
using service::VerifyScope;

namespace {

Value run_json(const service::VerificationShown& shown) {
  const service::VerificationRun& run = *shown.run;
  Value out(Object{{"against_head", Value(run.asked.head.has_value())},
                   {"against_note", Value(run.asked.note.has_value())},
                   {"begun", Value(base::to_text(run.begun))},
                   {"done", number(run.done)},
                   {"of", number(run.of)},
                   {"scope", Value(to_text(run.asked.scope))}});
  if (run.asked.scope == VerifyScope::views) {
    out.set("people", number(run.asked.sample.people));
    out.set("seed", number(run.asked.sample.seed));
  }
  if (run.asked.scope == VerifyScope::record && !shown.closed) out.set("case", Value(run.asked.person.hex()));
  if (!run.ended) return out;
  out.set("ended", Value(base::to_text(*run.ended)));
  if (shown.closed) return out;
  if (*run.found)
    out.set("found", service::to_json(**run.found));
  else
    out.set("problem", Value(run.found->error().message));
  return out;
}

} // namespace

Response verification(Office& office, const Request&, const Caller& caller) {
  const auto shown = service::verification(office, caller);
  if (!shown) return problem(shown.error());
  Value out(Object{{"checkpoint", Value(shown->checkpoint)}, {"size", number(shown->size)}});
  if (shown->run) out.set("run", run_json(*shown));
  return answered(out);
}

Response begin_verification(Office& office, const Request& request, const Caller& caller) {
  const auto body = body_of(request, {"scope", "note", "head", "people", "seed", "case"});
  if (!body) return problem(body.error());
  const auto asked =
      asked::verification({text_of(*body, "scope"), text_of(*body, "note"), text_of(*body, "head"),
                           text_of(*body, "people"), text_of(*body, "seed"), text_of(*body, "case")});
  if (!asked) return problem(asked.error());
  const auto begun = service::begin_verification(office, caller, *asked);
  if (!begun) return problem(begun.error());
  return answered(Value(Object{{"begun", Value(true)}}), Status::accepted);
}

Response event_proof(Office& office, const Request& request, const Caller& caller) {
  const auto index = request.number_part("event");
  const auto shown = service::event_proof(office, caller, index);
  if (!shown) return problem(shown.error());
  Value out = service::to_json(shown->proof);
  out.set("type", Value(shown->type));
  if (shown->person) out.set("case", Value(shown->person->hex()));
  return answered(out);
}

} // namespace probity::api
