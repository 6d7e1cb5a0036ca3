#include "pages/boards/routes.h"

#include "pages/boards/pages.h"
#include "pages/boards/workload_pages.h"
#include "pages/staff/signed_in.h"
#include "pages/staff/words.h"
#include "service/record_outcome.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using service::Office;

Response releases_of(Office& office, const Reader& reader, service::ReleasesOf whose) {
  const auto releases = service::releases(office, reader.caller, whose);
  if (!releases) return problem(releases.error(), reader);
  return http::html_page(releases_page(*releases, reader));
}

Response show_releases(Office& office, const Request&, const Reader& reader) {
  return releases_of(office, reader, service::ReleasesOf::mine);
}

Response show_team_releases(Office& office, const Request&, const Reader& reader) {
  return releases_of(office, reader, service::ReleasesOf::body);
}

Response show_workload(Office& office, const Request&, const Reader& reader) {
  const auto workload = service::workload(office, reader.caller);
  return workload ? http::html_page(workload_page(*workload, reader)) : problem(workload.error(), reader);
}

Response show_departures(Office& office, const Request&, const Reader& reader) {
  const auto shown = service::departures(office, reader.caller);
  return shown ? http::html_page(departures_page(*shown, reader)) : problem(shown.error(), reader);
}

Response show_allocation(Office& office, const Request& request, const Reader& reader) {
  const auto shown = service::allocation_of(office, reader.caller, id_of<base::StreamId>(request, "case"));
  if (!shown) return problem(shown.error(), reader);
  AllocationForm form;
  form.id = service::new_command_id(office.now());
  return http::html_page(allocation_page(*shown, form, reader));
}

// What was wrong, at the field that puts it right.
std::string field_of(const base::Error& error) {
  if (error.where == "practitioner" || error.where == "reason") return error.where;
  return error.hint.find("over_capacity") != std::string::npos ? "over_capacity" : "practitioner";
}

AllocationForm sent_allocation(const Office& office, const Request& request) {
  AllocationForm form;
  form.practitioner = request.form.text("practitioner");
  form.reason = request.form.text("reason");
  form.over_capacity = request.form.text("over_capacity");
  form.id = base::EventId::from_hex(request.form.text("id")).value_or(service::new_command_id(office.now()));
  return form;
}

Response show_allocation_again(Office& office, const Request& request, const Reader& reader) {
  const auto shown = service::allocation_of(office, reader.caller, id_of<base::StreamId>(request, "case"));
  if (!shown) return problem(shown.error(), reader);
  return http::html_page(allocation_page(*shown, sent_allocation(office, request), reader));
}

// Checked first, then given; a form that names no step is checked.
Response give_case(Office& office, const Request& request, const Reader& reader) {
  const auto person = id_of<base::StreamId>(request, "case");
  const std::string_view step = request.form.text("step");
  if (step == "change") return show_allocation_again(office, request, reader);
  AllocationForm form = sent_allocation(office, request);
  const service::AllocationChosen chosen{form.id, person, form.practitioner, form.reason, form.over_capacity};
  const auto acted = step == "give" ? service::allocate(office, reader.caller, chosen)
                                    : service::try_allocation(office, reader.caller, chosen);
  if (acted && (step == "give" || acted->had_acted)) return http::see_other(case_path(person));
  if (!acted) {
    const base::Error& error = acted.error();
    if (!is_said_at_form(error)) return problem(error, reader);
    if (error.code == base::ErrorCode::id_reused) form.id = service::new_command_id(office.now());
    // The hints of commands name their fields, which the page calls by questions.
    form.errors[field_of(error)] = error.message;
  }
  const auto shown = service::allocation_of(office, reader.caller, person);
  if (!shown) return problem(shown.error(), reader);
  if (acted) return http::html_page(allocation_check_page(*shown, form, reader));
  return http::html_page(allocation_page(*shown, form, reader), Status::unprocessable_content);
}

} // namespace

void add_board_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/releases", "see_releases", show_releases);
  routes.add(Method::get, "/releases/team", "see_team_releases", show_team_releases);
  routes.add(Method::get, "/workload", "see_workload", show_workload);
  routes.add(Method::get, "/departures", "see_team", show_departures);
  routes.add(Method::get, "/cases/{case:hex32}/allocate", "allocate_case", show_allocation);
  routes.add_form("/cases/{case:hex32}/allocate", "allocate_case", give_case, "allocate_case",
                  show_allocation_again);
}

} // namespace probity::pages
