#include "pages/staff/routes.h"

#include "asked/caseload.h"
#include "pages/staff/accessibility_page.h"
#include "pages/staff/files.h"
#include "pages/staff/pages.h"
#include "pages/staff/record_words.h"
#include "pages/staff/signed_in.h"
#include "pages/staff/typed_day.h"
#include "pages/staff/words.h"
#include "service/access_record.h"
#include "service/command_asked.h"
#include "service/record_outcome.h"
#include "service/signing_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

constexpr std::string_view home = "/my-work";

// Where somebody begins: what their role is for. The first that they may see.
std::string_view first_page(const access::Member& member) {
  using access::Action;
  constexpr std::pair<Action, std::string_view> pages[] = {{Action::see_work, home},
                                                           {Action::see_unpaid_work, "/unpaid-work"},
                                                           {Action::see_statements, "/contracts"},
                                                           {Action::verify, "/assure/verify"},
                                                           {Action::see_outcomes, "/outcomes"},
                                                           {Action::see_accounts, "/accounts"},
                                                           {Action::see_staff, "/staff"}};
  for (const auto& [action, page] : pages)
    if (access::may_ever(member, action)) return page;
  return "/start";
}

// --- signing in and out

std::string where_to(const Request& request) {
  const std::string to(request.method == Method::post ? request.form.text("to") : request.query.text("to"));
  return http::is_local_path(to) && !to.starts_with("/sign-") ? to : std::string("/");
}

Response show_sign_in(Office& office, const Request& request) {
  SignInForm form;
  form.sample = office.sample();
  form.to = where_to(request);
  if (request.query.has("to") && form.to != "/") form.notice = staff_words().session_over;
  return http::html_page(sign_in_page(form));
}

Response sign_in_again(const SignInForm& form, Status status) {
  return http::html_page(sign_in_page(form), status);
}

// After signing in: the form that was sent when the session had ended, for whom it was shown to. Nothing when
// there is none, or it was another's.
std::optional<Response> form_of_before(const http::Router& router, Office& office, const SignInForm& form,
                                       const access::Opened& opened, const Request& request) {
  if (!form.draft) return std::nullopt;
  const auto caller = service::caller_of(office, opened.session);
  if (!caller || !*caller || !is_owner(*form.draft, **caller)) return std::nullopt;
  Request again = sent_again(*form.draft, **caller, opened.session, request);
  http::Match match = router.match(Method::post, again.path);
  if (match.route == nullptr) return std::nullopt;
  again.parts = std::move(match.parts);
  return match.route->handler(again);
}

Response try_sign_in(const http::Router& router, Office& office, const Request& request) {
  const StaffWords& words = staff_words();
  SignInForm form;
  form.sample = office.sample();
  form.to = where_to(request);
  form.name = request.form.text("name");
  form.draft = carried_draft(request, form.to);
  if (http::is_cross_site(request)) {
    form.notice = words.form_old;
    return sign_in_again(form, Status::forbidden);
  }
  const service::Attempt attempt = {form.name, std::string(request.form.text("password")),
                                    std::string(request.form.text("code")), request.client_address,
                                    std::string(request.cookies.text(service::session_cookie))};
  if (attempt.name.empty()) form.errors["name"] = words.enter_name;
  if (attempt.password.empty()) form.errors["password"] = words.enter_password;
  if (!form.errors.empty()) return sign_in_again(form, Status::unprocessable_content);
  const auto answer = service::sign_in(office, attempt);
  if (!answer && answer.error().code == base::ErrorCode::busy) return busy_page(nullptr);
  if (!answer)
    return http::html_page(problem_page(words.problem, words.problem_text, words.try_again),
                           Status::internal_server_error);
  if (!answer->opened) {
    const bool waits = answer->seconds > 0;
    form.errors["name"] =
        waits ? std::string(words.waiting) + std::to_string(answer->seconds) : std::string(words.wrong);
    return sign_in_again(form, waits ? Status::too_many_requests : Status::unprocessable_content);
  }
  Response response = form_of_before(router, office, form, *answer->opened, request)
                          .value_or(http::see_other(form.to == "/" ? first_page(answer->opened->member)
                                                                   : std::string_view(form.to)));
  http::SetCookie cookie;
  cookie.name = service::session_cookie;
  cookie.value = answer->opened->session;
  cookie.secure = request.secure;
  response.set_cookie(cookie);
  return response;
}

Response leave(Office& office, const Request& request) {
  service::sign_out(office, request.cookies.text(service::session_cookie));
  Response response = http::see_other("/sign-in");
  http::SetCookie cookie;
  cookie.name = service::session_cookie;
  cookie.max_age_seconds = 0;
  cookie.secure = request.secure;
  response.set_cookie(cookie);
  return response;
}

// --- work and cases

// "recorded=CASE.APPOINTMENT" after a form: what the record says of it now, through the gate like everything
// else.
std::optional<JustRecorded> just_recorded(Office& office, const Request& request, const Reader& reader) {
  const std::string said(request.query.text("recorded"));
  if (said.size() != 65 || said[32] != '.') return std::nullopt;
  const auto person = base::StreamId::from_hex(std::string_view(said).substr(0, 32));
  const auto appointment = base::EntityId::from_hex(std::string_view(said).substr(33));
  if (!person || !appointment) return std::nullopt;
  const auto found = service::appointment_of(office, reader.caller, *person, *appointment);
  if (!found || found->appointment.outcome.empty()) return std::nullopt;
  return JustRecorded{found->person, found->name, found->appointment.outcome, found->appointment.mode,
                      found->appointment.purpose};
}

Response show_work(Office& office, const Request& request, const Reader& reader) {
  const auto work = service::my_work(office, reader.caller);
  if (!work) return problem(work.error(), reader);
  return http::html_page(my_work_page(*work, reader, just_recorded(office, request, reader)));
}

Response show_start(Office& office, const Request&, const Reader& reader) {
  const auto may = service::own_account(office, reader.caller);
  return may ? http::html_page(start_page(*may, reader)) : problem(may.error(), reader);
}

Response caseload_of(Office& office, const Request& request, const Reader& reader, service::Whose whose) {
  // What cannot be read asks for nothing: an address that somebody kept still shows the list. What was typed
  // is put right.
  const asked::CaseloadRead read = asked::caseload(request, whose);
  const auto caseload = service::caseload(office, reader.caller, read.asked);
  if (!caseload) return problem(caseload.error(), reader);
  CaseloadForm form{std::string(request.query.text("name")), {}};
  if (read.wrong && read.wrong->where == "name") form.error = read.wrong->message;
  return http::html_page(caseload_page(*caseload, form, reader),
                         form.error.empty() ? Status::ok : Status::unprocessable_content);
}

Response show_caseload(Office& office, const Request& request, const Reader& reader) {
  return caseload_of(office, request, reader, service::Whose::mine);
}

Response show_team(Office& office, const Request& request, const Reader& reader) {
  return caseload_of(office, request, reader, service::Whose::body);
}

Response show_colleague(Office& office, const Request& request, const Reader& reader) {
  return caseload_of(office, request, reader, service::Whose::colleague);
}

Response show_search(Office& office, const Request&, const Reader& reader) {
  if (const auto may = service::may_search(office, reader.caller); !may) return problem(may.error(), reader);
  return http::html_page(search_page({}, reader));
}

// Sent as a form, not in the address: addresses are kept by browsers and by what stands between.
Response look_for(Office& office, const Request& request, const Reader& reader) {
  SearchForm form;
  form.words = request.form.text("q");
  auto found = service::search(office, reader.caller,
                               {form.words, asked::sheet(request.form.text("page")).value_or(1)});
  if (!found && found.error().code != base::ErrorCode::invalid_input) return problem(found.error(), reader);
  if (found)
    form.found = std::move(*found);
  else
    form.error = found.error().message;
  return http::html_page(search_page(form, reader),
                         form.error.empty() ? Status::ok : Status::unprocessable_content);
}

Response show_case(Office& office, const Request& request, const Reader& reader) {
  const auto overview = service::case_overview(office, reader.caller, id_of<base::StreamId>(request, "case"));
  if (!overview) return problem(overview.error(), reader);
  const auto done = base::EventId::from_hex(request.query.text("done"));
  return http::html_page(case_page(
      *overview, reader, done ? service::recorded_by(office, *done, overview->recorded) : std::string()));
}

RecordForm record_form(const Request& request) {
  const TypedDay typed = typed_day_in(request.query, "known");
  RecordForm out;
  out.day = typed.day;
  out.month = typed.month;
  out.year = typed.year;
  return out;
}

Response show_record(Office& office, const Request& request, const Reader& reader) {
  const auto person = id_of<base::StreamId>(request, "case");
  RecordForm form = record_form(request);
  service::RecordAsked asked;
  asked.sheet = asked::sheet(request.query.text("page")).value_or(1);
  if (request.query.has("event")) asked.event = asked::sheet(request.query.text("event")).value_or(0);
  if (!form.day.empty() || !form.month.empty() || !form.year.empty()) {
    asked.known_on = typed_day(form.day, form.month, form.year);
    if (!asked.known_on) form.error = record_words().real_day;
  }
  auto record = service::case_record(office, reader.caller, person, asked);
  if (!record && asked.known_on && !service::is_denial(record.error())) {
    form.error = record_words().nothing_known;
    record = service::case_record(office, reader.caller, person, {});
  }
  if (!record) return problem(record.error(), reader);
  return http::html_page(record_page(*record, reader, form),
                         form.error.empty() ? Status::ok : Status::unprocessable_content);
}

base::Result<OutcomeForm> outcome_form(Office& office, const Request& request, const Reader& reader) {
  OutcomeForm form;
  PROBITY_ASSIGN(form.of,
                 service::appointment_of(office, reader.caller, id_of<base::StreamId>(request, "case"),
                                         id_of<base::EntityId>(request, "appointment")));
  form.id = service::new_command_id(office.now());
  return form;
}

Response show_outcome(Office& office, const Request& request, const Reader& reader) {
  const auto form = outcome_form(office, request, reader);
  if (!form) return problem(form.error(), reader);
  return http::html_page(outcome_page(*form, reader));
}

// As it is kept: browsers end lines with two characters, and empty lines at either end say nothing.
std::string note_in(const Request& request) {
  std::string out(request.form.text("note"));
  std::erase(out, '\r');
  const std::size_t first = out.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(" \t\n") + 1 - first);
}

base::Result<OutcomeForm> sent_outcome(Office& office, const Request& request, const Reader& reader) {
  PROBITY_ASSIGN(OutcomeForm form, outcome_form(office, request, reader));
  form.outcome = request.form.text("outcome");
  form.reason = request.form.text("reason");
  form.note = note_in(request);
  form.sensitive = request.form.text("sensitive");
  return form;
}

Response show_outcome_again(Office& office, const Request& request, const Reader& reader) {
  auto form = sent_outcome(office, request, reader);
  if (!form) return problem(form.error(), reader);
  form->id = base::EventId::from_hex(request.form.text("id")).value_or(form->id);
  return http::html_page(outcome_page(*form, reader));
}

void check_note(OutcomeForm& form) {
  const StaffWords& words = staff_words();
  if (service::is_too_long(form.note)) form.errors["note"] = words.note_long;
  if (!form.note.empty() && form.sensitive.empty()) form.errors["sensitive"] = words.select_sensitive;
  if (form.note.empty() && form.sensitive == "true") form.errors["note"] = words.no_note;
}

Response record(Office& office, const Request& request, const Reader& reader) {
  const StaffWords& words = staff_words();
  auto form = sent_outcome(office, request, reader);
  if (!form) return problem(form.error(), reader);
  const auto id = base::EventId::from_hex(request.form.text("id"));
  if (!id) form->errors[""] = words.form_old;
  if (form->outcome.empty()) form->errors["outcome"] = words.select_outcome;
  if (form->outcome == "acceptable_absence" && form->reason.empty())
    form->errors["reason"] = words.select_reason;
  check_note(*form);
  if (form->errors.empty()) {
    const auto acted =
        service::record_outcome(office, reader.caller,
                                {*id, form->of.person, form->of.appointment.id, form->outcome, form->reason,
                                 form->note, form->note.empty() ? std::string() : form->sensitive});
    if (acted)
      return http::see_other(std::string(home) + "?recorded=" + form->of.person.hex() + "." +
                             form->of.appointment.id.hex());
    const base::Error& error = acted.error();
    // Sent before with another answer: the form that comes back makes a command of its own.
    if (error.code != base::ErrorCode::id_reused) form->id = *id;
    if (!is_said_at_form(error)) return problem(error, reader);
    form->errors["outcome"] = error.message + ". " + error.hint;
  }
  return http::html_page(outcome_page(*form, reader), Status::unprocessable_content);
}

Response show_note(Office& office, const Request& request, const Reader& reader) {
  const auto notes = service::appointment_notes(office, reader.caller, id_of<base::StreamId>(request, "case"),
                                                id_of<base::EntityId>(request, "appointment"));
  return notes ? http::html_page(note_page(*notes, reader)) : problem(notes.error(), reader);
}

} // namespace

void add_staff_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  http::add_static_files(router, staff_files());
  // What asks without having read a page's link to it: an answer of the API opened in a browser.
  router.add(Method::get, "/favicon.ico", "open",
             [](const Request& request) { return staff_files()->serve(icon_name, request); });
  router.add(Method::get, "/", "open", [&office](const Request& request) {
    const auto caller = service::caller_of(office, request.cookies.text(service::session_cookie));
    return http::see_other(caller && *caller ? first_page((*caller)->member) : "/sign-in");
  });
  router.add(Method::get, accessibility_path, "open",
             [](const Request&) { return http::html_page(accessibility_page()); });
  router.add(Method::get, "/sign-in", "open",
             [&office](const Request& request) { return show_sign_in(office, request); });
  router.add(Method::post, "/sign-in", "open",
             [&router, &office](const Request& request) { return try_sign_in(router, office, request); });
  router.add(
      Method::post, "/sign-out", "open",
      signed_in(office, [&office](const Request& request, const Reader&) { return leave(office, request); }));
  routes.add(Method::get, "/start", "see_account", show_start);
  routes.add(Method::get, home, "see_work", show_work);
  routes.add(Method::get, "/caseload", "see_work", show_caseload);
  routes.add(Method::get, "/caseload/team", "see_team", show_team);
  routes.add(Method::get, "/caseload/{staff:hex32}", "see_team", show_colleague);
  routes.add(Method::get, "/search", "search", show_search);
  routes.add(Method::post, "/search", "search", look_for);
  routes.add(Method::get, "/cases/{case:hex32}", "see_case", show_case);
  routes.add(Method::get, "/cases/{case:hex32}/record", "see_case", show_record);
  routes.add(Method::get, "/cases/{case:hex32}/appointments/{appointment:hex32}/outcome", "see_case",
             show_outcome);
  routes.add(Method::get, "/cases/{case:hex32}/appointments/{appointment:hex32}/note", "see_case", show_note);
  routes.add_form("/cases/{case:hex32}/appointments/{appointment:hex32}/outcome", "record_outcome", record,
                  "see_case", show_outcome_again);
}

Response staff_error_page(const Request&, Status status) {
  const StaffWords& words = staff_words();
  if (status == Status::not_found)
    return http::html_page(problem_page(words.gone, words.gone_text, ""), status);
  return http::html_page(problem_page(words.problem, words.problem_text, words.try_again), status);
}

} // namespace probity::pages
