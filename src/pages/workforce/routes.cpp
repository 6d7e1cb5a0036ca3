#include "pages/workforce/routes.h"

#include "pages/staff/signed_in.h"
#include "pages/workforce/pages.h"
#include "service/command_asked.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using service::Office;

Response show_list(Office& office, const Request&, const Reader& reader) {
  const auto list = service::staff_list(office, reader.caller);
  return list ? http::html_page(staff_list_page(*list, reader)) : problem(list.error(), reader);
}

Response shown(Office& office, const Request& request, const Reader& reader,
               const base::Result<service::StaffRecord>& record) {
  if (!record) return problem(record.error(), reader);
  std::string recorded;
  if (const auto done = base::EventId::from_hex(request.query.text("done")))
    recorded = service::recorded_by(office, *done, record->events);
  return http::html_page(staff_record_page(*record, reader, recorded));
}

Response show_record(Office& office, const Request& request, const Reader& reader) {
  return shown(office, request, reader,
               service::staff_record(office, reader.caller, id_of<base::StreamId>(request, "staff")));
}

Response show_own(Office& office, const Request& request, const Reader& reader) {
  return shown(office, request, reader, service::own_staff_record(office, reader.caller));
}

} // namespace

void add_workforce_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/staff", "see_workload", show_list);
  routes.add(Method::get, "/staff/me", "see_own_staff_record", show_own);
  routes.add(Method::get, "/staff/{staff:hex32}", "see_staff", show_record);
}

} // namespace probity::pages
