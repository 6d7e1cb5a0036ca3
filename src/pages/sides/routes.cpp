#include "pages/sides/routes.h"

#include "pages/sides/side_pages.h"
#include "pages/staff/signed_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using service::Office;

// What a service answers about the person of the path, as a page.
template <class Ask, class Page>
Response about_case(Office& office, const Request& request, const Reader& reader, Ask ask, Page page) {
  const auto shown = ask(office, reader.caller, id_of<base::StreamId>(request, "case"));
  return shown ? http::html_page(page(*shown, reader)) : problem(shown.error(), reader);
}

Response show_enforcement(Office& office, const Request& request, const Reader& reader) {
  return about_case(office, request, reader, service::enforcement_of, enforcement_page);
}

Response show_letter(Office& office, const Request& request, const Reader& reader) {
  const auto letter = service::failure_letter(office, reader.caller, id_of<base::StreamId>(request, "case"),
                                              id_of<base::EntityId>(request, "appointment"));
  return letter ? http::html_page(letter_page(*letter, reader)) : problem(letter.error(), reader);
}

Response show_risk(Office& office, const Request& request, const Reader& reader) {
  return about_case(office, request, reader, service::risk_of, risk_page);
}

Response show_plans(Office& office, const Request& request, const Reader& reader) {
  return about_case(office, request, reader, service::plans_of, plans_page);
}

Response show_twins(Office& office, const Request& request, const Reader& reader) {
  const auto twins = service::plan_twins(office, reader.caller, id_of<base::StreamId>(request, "case"),
                                         id_of<base::EntityId>(request, "plan"));
  return twins ? http::html_page(plan_twins_page(*twins, reader)) : problem(twins.error(), reader);
}

Response show_court_reports(Office& office, const Request& request, const Reader& reader) {
  return about_case(office, request, reader, service::court_reports_of, court_reports_page);
}

Response show_further_offences(Office& office, const Request& request, const Reader& reader) {
  return about_case(office, request, reader, service::further_offences_of, further_offences_page);
}

} // namespace

void add_side_pages(http::Router& router, Office& office) {
  constexpr std::string_view label = "see_case";
  const std::string one = "/cases/{case:hex32}";
  StaffRoutes routes(router, office);
  routes.add(Method::get, one + "/enforcement", label, show_enforcement);
  routes.add(Method::get, one + "/appointments/{appointment:hex32}/letter", label, show_letter);
  routes.add(Method::get, one + "/risk", label, show_risk);
  routes.add(Method::get, one + "/plans", label, show_plans);
  routes.add(Method::get, one + "/plans/{plan:hex32}/twins", "see_twins", show_twins);
  routes.add(Method::get, one + "/court-reports", label, show_court_reports);
  routes.add(Method::get, one + "/further-offences", label, show_further_offences);
}

} // namespace probity::pages
