// Boards and verification.
#include "api/handlers.h"
#include "api/json_parts.h"
#include "api/problems.h"
#include "service/releases.h"
#include "service/verifying.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

namespace {

Value release_json(const service::ReleaseRow& row) {
  Array items;
  for (const casework::BoardItem& one : row.board.items) {
    const service::NextStep& next = row.next[static_cast<std::size_t>(one.item)];
    Value item(Object{{"due", Value(base::to_text(one.due))},
                      {"item", Value(to_text(one.item))},
                      {"status", Value(to_text(one.status))}});
    if (one.event > 0) item.set("event", number(one.event));
    set_unless_empty(item, "command", next.command);
    items.push_back(std::move(item));
  }
  Value out(Object{{"case", Value(row.person.hex())},
                   {"days", Value(std::int64_t{row.days})},
                   {"items", Value(std::move(items))},
                   {"known_as", Value(to_text(row.board.basis))},
                   {"licence", Value(row.licence)},
                   {"mine", Value(row.mine)},
                   {"missing", number(row.board.missing().size())},
                   {"release_day", Value(base::to_text(row.board.day))}});
  if (row.board.stop) out.set("hard_stop", Value(base::to_text(row.board.stop->day)));
  set_unless_empty(out, "name", row.name);
  set_unless_empty(out, "practitioner", row.holder);
  set_unless_empty(out, "duty_team", row.duty_team);
  return out;
}

Response releases_of(Office& office, const Caller& caller, service::ReleasesOf whose) {
  const auto found = service::releases(office, caller, whose);
  if (!found) return problem(found.error());
  Array rows;
  for (const service::ReleaseRow& row : found->rows)
    rows.push_back(release_json(row));
  return answered(Value(Object{{"on", Value(base::to_text(found->on))},
                               {"releases", Value(std::move(rows))},
                               {"size", number(found->size)},
                               {"within", Value(std::int64_t{service::release_days_ahead})}}));
}

Value run_json(const service::VerificationRun& run) {
  Value out(Object{{"against_note", Value(run.against)},
                   {"begun", Value(base::to_text(run.begun))},
                   {"done", number(run.done)},
                   {"of", number(run.of)}});
  if (!run.ended) return out;
  out.set("ended", Value(base::to_text(*run.ended)));
  if (*run.found)
    out.set("found", service::to_json(**run.found));
  else
    out.set("problem", Value(run.found->error().message));
  return out;
}

} // namespace

Response releases(Office& office, const Request&, const Caller& caller) {
  return releases_of(office, caller, service::ReleasesOf::mine);
}

Response team_releases(Office& office, const Request&, const Caller& caller) {
  return releases_of(office, caller, service::ReleasesOf::body);
}

Response verification(Office& office, const Request&, const Caller& caller) {
  const auto shown = service::verification(office, caller);
  if (!shown) return problem(shown.error());
  Value out(Object{{"checkpoint", Value(shown->checkpoint)}, {"size", number(shown->size)}});
  if (shown->run) out.set("run", run_json(*shown->run));
  return answered(out);
}

Response begin_verification(Office& office, const Request& request, const Caller& caller) {
  const auto body = body_of(request, {"note"});
  if (!body) return problem(body.error());
  const auto begun = service::begin_verification(office, caller, text_of(*body, "note"));
  if (!begun) return problem(begun.error());
  return answered(Value(Object{{"begun", Value(true)}}), Status::accepted);
}

} // namespace probity::api
