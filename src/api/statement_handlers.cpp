// Statements of contracts, down to the events that they were counted from.
#include "api/handlers.h"
#include "api/json_parts.h"
#include "api/problems.h"
#include "asked/statement.h"
#include "service/settlement_input.h"
#include "service/statement_changes.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;
using service::Settled;

namespace {

Value counted_json(const service::CountedCase& one) {
  Value out = one.closed ? Value(Object{{"closed", Value(true)},
                                        {"count", Value(one.evidence.count)},
                                        {"state", Value(duty::to_text(one.evidence.state))}})
                         : service::to_json(one.evidence);
  out.set("priced", Value(one.priced));
  if (one.amount) out.set("pence", Value(one.amount->pence));
  return out;
}

Value cases_json(const std::vector<service::CountedCase>& cases) {
  Array out;
  for (const service::CountedCase& one : cases)
    out.push_back(counted_json(one));
  return Value(std::move(out));
}

Value event_json(const service::ShownEvent& event) {
  Array corrections;
  for (const service::ShownCorrection& one : event.corrections)
    corrections.emplace_back(Object{{"facts", fields_json(one.record.facts)},
                                    {"index", number(one.record.index)},
                                    {"kind", Value(one.kind)},
                                    {"recorded", Value(base::to_text(one.record.recorded))}});
  return Value(Object{{"corrections", Value(std::move(corrections))},
                      {"facts", fields_json(event.first.facts)},
                      {"index", number(event.first.index)},
                      {"recorded", Value(base::to_text(event.first.recorded))},
                      {"type", Value(event.type)},
                      {"when", Value(event.first.when)}});
}

using Shown = std::function<Response(const std::shared_ptr<const Settled>&)>;

Value changes_json(const service::StatementChanges& changes) {
  Array lines;
  for (const service::LineChange& one : changes.lines)
    lines.emplace_back(Object{
        {"line", Value(one.id)}, {"now_pence", Value(one.now.pence)}, {"then_pence", Value(one.then.pence)}});
  Array cases;
  for (const service::CaseChange& one : changes.cases) {
    Value row(Object{{"clause", Value(one.clause)}, {"closed", Value(one.closed)}});
    if (one.then) row.set("then", Value(duty::to_text(*one.then)));
    if (one.now) row.set("now", Value(duty::to_text(*one.now)));
    if (!one.closed) {
      row.set("case", Value(one.person.hex()));
      row.set("due", Value(base::to_text(one.due)));
      Array since;
      for (const service::ShownEvent& event : one.since)
        since.push_back(event_json(event));
      row.set("since", Value(std::move(since)));
    }
    cases.push_back(std::move(row));
  }
  return Value(Object{{"cases", Value(std::move(cases))},
                      {"changed", number(changes.changed)},
                      {"lines", Value(std::move(lines))},
                      {"now_pence", Value(changes.now->settlement.statement.total.pence)},
                      {"now_size", number(changes.now->asked.size)},
                      {"then_pence", Value(changes.then->settlement.statement.total.pence)},
                      {"then_size", number(changes.then->asked.size)}});
}

Response with_statement(Office& office, const Request& request, const Caller& caller, const Shown& shown) {
  const auto found = service::statement(office, caller, asked::statement(request));
  if (!found) return problem(found.error());
  if (const auto* still = std::get_if<service::StillComputing>(&*found))
    return answered(to_json(*still), Status::accepted);
  return shown(std::get<std::shared_ptr<const Settled>>(*found));
}

using LineResponse = std::function<Response(const service::LineShown&)>;

Response with_line(Office& office, const Request& request, const Caller& caller, const LineResponse& shown) {
  return with_statement(office, request, caller, [&](const std::shared_ptr<const Settled>& settled) {
    const auto line = service::statement_line(office, caller, settled,
                                              std::string(request.part("clause")) + "/" +
                                                  std::string(request.part("line")));
    return line ? shown(*line) : problem(line.error());
  });
}

} // namespace

Response contracts(Office& office, const Request&, const Caller& caller) {
  const auto shown = service::contracts(office, caller);
  if (!shown) return problem(shown.error());
  Array rows;
  for (const service::ContractListed& one : shown->contracts)
    rows.emplace_back(Object{{"authority", Value(one.authority)},
                             {"contract", Value(one.id)},
                             {"name", Value(one.name)},
                             {"periods", texts_json(one.periods)},
                             {"providers", texts_json(one.providers)},
                             {"title", Value(one.title)}});
  return answered(Value(Object{{"contracts", Value(std::move(rows))},
                               {"on", Value(base::to_text(shown->on))},
                               {"size", number(shown->size)}}));
}

Response statement(Office& office, const Request& request, const Caller& caller) {
  return with_statement(office, request, caller, [](const std::shared_ptr<const Settled>& settled) {
    return answered(Value(Object{{"statement", contract::statement_json(settled->settlement.statement)}}));
  });
}

Response statement_changes(Office& office, const Request& request, const Caller& caller) {
  return with_statement(office, request, caller, [&](const std::shared_ptr<const Settled>& then) {
    service::StatementAsked newest = asked::statement(request);
    newest.known.clear();
    const auto found = service::statement(office, caller, newest);
    if (!found) return problem(found.error());
    if (const auto* still = std::get_if<service::StillComputing>(&*found))
      return answered(to_json(*still), Status::accepted);
    const auto changes =
        service::statement_changes(office, caller, then, std::get<std::shared_ptr<const Settled>>(*found));
    return changes ? answered(changes_json(*changes)) : problem(changes.error());
  });
}

Response statement_line(Office& office, const Request& request, const Caller& caller) {
  return with_line(office, request, caller, [](const service::LineShown& line) {
    Value of_line = service::to_json(line.why);
    of_line.erase("evidence"); // the cases say it, with the part of each
    Value out(Object{{"line", std::move(of_line)}});
    out.set("cases", cases_json(line.cases));
    return answered(out);
  });
}

Response statement_record(Office& office, const Request& request, const Caller& caller) {
  return with_line(office, request, caller, [&](const service::LineShown& line) {
    const auto record =
        service::record_behind(office, caller, line, id_of<base::StreamId>(request, "record"));
    if (!record) return problem(record.error());
    Array events;
    for (const service::ShownEvent& event : record->events)
      events.push_back(event_json(event));
    return answered(Value(Object{{"case", Value(record->person.hex())},
                                 {"cases", cases_json(record->cases)},
                                 {"events", Value(std::move(events))}}));
  });
}

} // namespace probity::api
