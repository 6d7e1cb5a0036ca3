#include "pages/assurance/routes.h"

#include "pages/assurance/verify_page.h"
#include "pages/staff/signed_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using service::Office;

Response shown_with(Office& office, const VerifyForm& form, const Reader& reader) {
  const auto shown = service::verification(office, reader.caller);
  if (!shown) return problem(shown.error(), reader);
  const bool runs = shown->run && !shown->run->ended;
  Response out = http::html_page(verify_page(*shown, form, reader),
                                 form.error.empty() ? Status::ok : Status::unprocessable_content);
  // Not while somebody is asked to put something right.
  if (runs && form.refreshes && form.error.empty()) out.set_header("Refresh", "5");
  return out;
}

Response show_verification(Office& office, const Request& request, const Reader& reader) {
  VerifyForm form;
  form.refreshes = !request.query.has("still");
  return shown_with(office, form, reader);
}

std::string sent_note(const Request& request) {
  std::string note(request.form.text("note"));
  // Forms are sent with the line ends of the network.
  std::erase(note, '\r');
  return note;
}

Response show_note_again(Office& office, const Request& request, const Reader& reader) {
  VerifyForm form;
  form.note = sent_note(request);
  form.refreshes = false;
  return shown_with(office, form, reader);
}

Response begin_to_verify(Office& office, const Request& request, const Reader& reader) {
  VerifyForm form;
  form.note = sent_note(request);
  const auto begun = service::begin_verification(office, reader.caller, form.note);
  if (begun) return http::see_other("/assure/verify");
  const base::Error& error = begun.error();
  if (!is_said_at_form(error)) return problem(error, reader);
  form.error = error.message + ". " + error.hint;
  return shown_with(office, form, reader);
}

} // namespace

void add_assurance_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/assure/verify", "verify", show_verification);
  routes.add_form("/assure/verify", "verify", begin_to_verify, "verify", show_note_again);
}

} // namespace probity::pages
