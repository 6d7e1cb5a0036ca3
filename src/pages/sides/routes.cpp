#include "pages/sides/routes.h"

#include "asked/contact_log.h"
#include "asked/review_pack.h"
#include "pages/sides/contacts_page.h"
#include "pages/sides/review_pack_words.h"
#include "pages/sides/side_pages.h"
#include "pages/staff/signed_in.h"
#include "pages/staff/waiting_page.h"

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

Response show_contacts(Office& office, const Request& request, const Reader& reader) {
  const auto person = id_of<base::StreamId>(request, "case");
  ContactsForm form{typed_days_in(request.query), {}};
  const auto asked = asked::contacts(with_days(request.query, form.days));
  if (!asked) form.error = asked.error();
  const auto shown =
      service::contact_log(office, reader.caller, person, asked ? *asked : service::ContactsAsked{});
  if (!shown) return problem(shown.error(), reader);
  return http::html_page(contacts_page(*shown, form, reader),
                         form.error ? http::Status::unprocessable_content : http::Status::ok);
}

Response show_court_reports(Office& office, const Request& request, const Reader& reader) {
  return about_case(office, request, reader, service::court_reports_of, court_reports_page);
}

Response show_further_offences(Office& office, const Request& request, const Reader& reader) {
  return about_case(office, request, reader, service::further_offences_of, further_offences_page);
}

Response show_review_pack(Office& office, const Request& request, const Reader& reader) {
  const service::PackAsked asked = asked::review_pack(request);
  const auto shown = service::review_pack(office, reader.caller, asked);
  if (!shown && shown.error().code == base::ErrorCode::invalid_input) {
    const std::string error = shown.error().message + ". " + shown.error().hint;
    return http::html_page(review_pack_day_page(asked, error, reader), http::Status::unprocessable_content);
  }
  if (!shown) return problem(shown.error(), reader);
  if (const auto* still = std::get_if<service::StillComputing>(&shown->pack)) {
    const ReviewPackWords& words = review_pack_words();
    const std::string path =
        review_pack_path(asked.person, asked.offence) + "?on=" + base::to_text(shown->on);
    return waiting_page({words.computing, words.computing_text, path, path + "&still=",
                         way_back(case_path(asked.person) + "/further-offences", words.back)},
                        *still, request, reader);
  }
  return http::html_page(review_pack_page(*shown, asked, reader));
}

} // namespace

void add_side_pages(http::Router& router, Office& office) {
  constexpr std::string_view label = "see_case";
  const std::string one = "/cases/{case:hex32}";
  StaffRoutes routes(router, office);
  routes.add(Method::get, one + "/contacts", label, show_contacts);
  routes.add(Method::get, one + "/enforcement", label, show_enforcement);
  routes.add(Method::get, one + "/appointments/{appointment:hex32}/letter", label, show_letter);
  routes.add(Method::get, one + "/risk", label, show_risk);
  routes.add(Method::get, one + "/plans", label, show_plans);
  routes.add(Method::get, one + "/plans/{plan:hex32}/twins", "see_twins", show_twins);
  routes.add(Method::get, one + "/court-reports", label, show_court_reports);
  routes.add(Method::get, one + "/further-offences", label, show_further_offences);
  routes.add(Method::get, one + "/further-offences/{further_offence:hex32}/pack", "see_review_pack",
             show_review_pack);
}

} // namespace probity::pages
