#include "pages/contracts/routes.h"

#include "asked/statement.h"
#include "pages/contracts/pages.h"
#include "pages/contracts/words.h"
#include "pages/staff/signed_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using service::Office;
using service::Settled;

// What is shown of a statement that is there.
using Shown = std::function<Response(const std::shared_ptr<const Settled>&)>;

Response with_statement(Office& office, const Request& request, const Reader& reader, const Shown& shown) {
  const auto found = service::statement(office, reader.caller, asked::statement(request));
  if (!found) return problem(found.error(), reader);
  if (const auto* still = std::get_if<service::StillComputing>(&*found))
    return waiting_page(settling_page(asked::statement(request)), *still, request, reader);
  return shown(std::get<std::shared_ptr<const Settled>>(*found));
}

using LineResponse = std::function<Response(const service::LineShown&)>;

Response with_line(Office& office, const Request& request, const Reader& reader, const LineResponse& shown) {
  return with_statement(office, request, reader, [&](const std::shared_ptr<const Settled>& settled) {
    const auto line = service::statement_line(office, reader.caller, settled,
                                              std::string(request.part("clause")) + "/" +
                                                  std::string(request.part("line")));
    return line ? shown(*line) : problem(line.error(), reader);
  });
}

Response show_contracts(Office& office, const Request&, const Reader& reader) {
  const auto shown = service::contracts(office, reader.caller);
  return shown ? http::html_page(contracts_page(*shown, reader)) : problem(shown.error(), reader);
}

Response show_statement(Office& office, const Request& request, const Reader& reader) {
  return with_statement(office, request, reader, [&](const std::shared_ptr<const Settled>& settled) {
    return http::html_page(settled_page(*settled, {std::string(request.query.text("known")), {}}, reader));
  });
}

// The statement as known then beside the one as known now, with what explains the difference.
Response show_changes(Office& office, const Request& request, const Reader& reader) {
  return with_statement(office, request, reader, [&](const std::shared_ptr<const Settled>& then) {
    service::StatementAsked newest = asked::statement(request);
    newest.known.clear();
    const auto found = service::statement(office, reader.caller, newest);
    if (!found) return problem(found.error(), reader);
    if (const auto* still = std::get_if<service::StillComputing>(&*found))
      return waiting_page(settling_page(asked::statement(request)), *still, request, reader);
    const auto changes = service::statement_changes(office, reader.caller, then,
                                                    std::get<std::shared_ptr<const Settled>>(*found));
    return changes ? http::html_page(changes_page(*changes, reader)) : problem(changes.error(), reader);
  });
}

Response show_csv(Office& office, const Request& request, const Reader& reader) {
  return with_statement(office, request, reader, [](const std::shared_ptr<const Settled>& settled) {
    Response out;
    out.set_header("Content-Type", "text/csv; charset=utf-8");
    out.set_header("Content-Disposition", "attachment; filename=\"" + settled->asked.file->name + "-" +
                                              settled->asked.period + ".csv\"");
    out.body = contract::statement_csv(settled->settlement.statement);
    return out;
  });
}

Response show_line(Office& office, const Request& request, const Reader& reader) {
  return with_line(office, request, reader,
                   [&](const service::LineShown& line) { return http::html_page(line_page(line, reader)); });
}

Response show_record(Office& office, const Request& request, const Reader& reader) {
  return with_line(office, request, reader, [&](const service::LineShown& line) {
    const auto record =
        service::record_behind(office, reader.caller, line, id_of<base::StreamId>(request, "record"));
    return record ? http::html_page(record_behind_page(line, *record, reader))
                  : problem(record.error(), reader);
  });
}

Response show_event(Office& office, const Request& request, const Reader& reader) {
  return with_line(office, request, reader, [&](const service::LineShown& line) {
    const auto record =
        service::record_behind(office, reader.caller, line, id_of<base::StreamId>(request, "record"));
    if (!record) return problem(record.error(), reader);
    for (const service::ShownEvent& event : record->events)
      if (event.first.index == request.number_part("event"))
        return http::html_page(event_behind_page(line, *record, event, reader));
    return problem({base::ErrorCode::not_found, std::string(contract_words().no_such_event), "event",
                    std::string(contract_words().no_such_event_hint)},
                   reader);
  });
}

} // namespace

void add_contract_pages(http::Router& router, Office& office) {
  constexpr std::string_view label = "see_statements";
  const std::string statement = "/contracts/{name:word}/{period:word}";
  const std::string line = statement + "/{clause:word}/{line:word}";
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/contracts", label, show_contracts);
  routes.add(Method::get, statement, label, show_statement);
  routes.add(Method::get, statement + "/statement.csv", label, show_csv);
  routes.add(Method::get, statement + "/changes", label, show_changes);
  routes.add(Method::get, line, label, show_line);
  constexpr std::string_view counted = "see_counted";
  routes.add(Method::get, line + "/cases/{record:hex32}", counted, show_record);
  routes.add(Method::get, line + "/cases/{record:hex32}/events/{event:number}", counted, show_event);
}

} // namespace probity::pages
