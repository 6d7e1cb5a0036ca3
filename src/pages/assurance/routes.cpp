#include "pages/assurance/routes.h"

#include "asked/access_log.h"
#include "pages/assurance/access_log_page.h"
#include "pages/assurance/verify_page.h"
#include "pages/staff/signed_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using service::Office;

// A reference that nobody has is put right at its field too.
bool is_about_a_field(const base::Error& error) {
  return is_said_at_form(error) || error.code == base::ErrorCode::not_found;
}

Response shown_with(Office& office, const VerifyForm& form, const Reader& reader) {
  const auto shown = service::verification(office, reader.caller);
  if (!shown) return problem(shown.error(), reader);
  const bool runs = shown->run && !shown->run->ended;
  Response out = http::html_page(verify_page(*shown, form, reader),
                                 form.error ? Status::unprocessable_content : Status::ok);
  // Not while somebody is asked to put something right.
  if (runs && form.refreshes && !form.error) out.set_header("Refresh", "5");
  return out;
}

asked::VerificationSent sent_in(const http::Pairs& fields) {
  asked::VerificationSent out;
  out.scope = fields.text("scope");
  out.note = fields.text("note");
  // Forms are sent with the line ends of the network.
  std::erase(out.note, '\r');
  out.head = fields.text("head");
  out.people = fields.text("people");
  out.seed = fields.text("seed");
  out.person = fields.text("case");
  return out;
}

Response show_verification(Office& office, const Request& request, const Reader& reader) {
  VerifyForm form;
  form.sent = sent_in(request.query);
  form.refreshes = !request.query.has("still");
  return shown_with(office, form, reader);
}

Response show_form_again(Office& office, const Request& request, const Reader& reader) {
  VerifyForm form;
  form.sent = sent_in(request.form);
  form.refreshes = false;
  return shown_with(office, form, reader);
}

Response begin_to_verify(Office& office, const Request& request, const Reader& reader) {
  VerifyForm form;
  form.sent = sent_in(request.form);
  const auto asked = asked::verification(form.sent);
  const auto begun = asked ? service::begin_verification(office, reader.caller, *asked)
                           : base::Result<void>(tl::unexpected(asked.error()));
  if (begun) return http::see_other("/assure/verify");
  form.error = begun.error();
  if (form.error->where.empty()) form.error->where = "scope"; // what is asked stands first
  return is_about_a_field(*form.error) ? shown_with(office, form, reader) : problem(*form.error, reader);
}

Response show_proof(Office& office, const Request& request, const Reader& reader) {
  const auto index = request.number_part("event");
  const auto shown = service::event_proof(office, reader.caller, index);
  return shown ? http::html_page(proof_page(*shown, reader)) : problem(shown.error(), reader);
}

AccessLogForm access_form(const Request& request) {
  AccessLogForm out;
  out.reader = request.query.text("reader");
  out.person = request.query.text("case");
  out.days = typed_days_in(request.query);
  return out;
}

Response show_access_log(Office& office, const Request& request, const Reader& reader) {
  AccessLogForm form = access_form(request);
  const auto asked = asked::access_log(with_days(request.query, form.days));
  auto record = asked ? service::access_record(office, reader.caller, *asked)
                      : base::Result<service::AccessRecord>(tl::unexpected(asked.error()));
  if (!record && is_about_a_field(record.error())) {
    form.error = record.error();
    record = service::access_record(office, reader.caller);
  }
  if (!record) return problem(record.error(), reader);
  return http::html_page(access_log_page(*record, form, reader),
                         form.error ? Status::unprocessable_content : Status::ok);
}

} // namespace

void add_assurance_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/access-log", "see_access_log", show_access_log);
  routes.add(Method::get, "/assure/verify", "verify", show_verification);
  routes.add_form("/assure/verify", "verify", begin_to_verify, "verify", show_form_again);
  routes.add(Method::get, "/assure/verify/events/{event:number}", "verify", show_proof);
}

} // namespace probity::pages
