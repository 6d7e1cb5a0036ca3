// Statements of contracts, down to the events that they were counted from.
#include "api/handlers.h"
#include "api/problems.h"
#include "service/settlement_input.h"
#include "service/statements.h"

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

Value number(std::uint64_t value) {
  return Value(static_cast<std::int64_t>(value));
}

Value list_of(const std::vector<std::string>& texts) {
  Array out;
  for (const std::string& text : texts)
    out.emplace_back(text);
  return Value(std::move(out));
}

Value counted_json(const service::CountedCase& one) {
  Value out = service::to_json(one.evidence);
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

Value fields_json(const std::vector<service::ShownField>& fields) {
  Value out(Object{});
  for (const service::ShownField& field : fields)
    out.set(field.name, Value(field.value));
  return out;
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

Response with_statement(Office& office, const Request& request, const Caller& caller, const Shown& shown) {
  service::StatementAsked asked;
  asked.contract = request.part("name");
  asked.period = request.part("period");
  asked.known = request.query.text("known");
  for (const std::string_view reading : request.query.all("reading"))
    asked.readings.emplace_back(reading);
  const auto found = service::statement(office, caller, asked);
  if (!found) return problem(found.error());
  if (const auto* still = std::get_if<service::SettlingStill>(&*found))
    return answered(Value(Object{{"of", number(still->of)}, {"read", number(still->read)}}),
                    Status::accepted);
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
                             {"periods", list_of(one.periods)},
                             {"providers", list_of(one.providers)},
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

Response statement_line(Office& office, const Request& request, const Caller& caller) {
  return with_line(office, request, caller, [](const service::LineShown& line) {
    Value out(Object{{"line", service::to_json(line.why)}});
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
