// Releases.
#include "api/handlers.h"
#include "api/json_parts.h"
#include "api/problems.h"
#include "service/releases.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
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

} // namespace

Response releases(Office& office, const Request&, const Caller& caller) {
  return releases_of(office, caller, service::ReleasesOf::mine);
}

Response team_releases(Office& office, const Request&, const Caller& caller) {
  return releases_of(office, caller, service::ReleasesOf::body);
}

} // namespace probity::api
