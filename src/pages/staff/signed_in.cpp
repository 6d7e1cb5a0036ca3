#include "pages/staff/signed_in.h"

#include "pages/staff/form_draft.h"
#include "pages/staff/words.h"
#include "service/signing_in.h"

namespace probity::pages {

using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

namespace {

Reader reader_of(const Office& office, const Caller& caller) {
  return {caller, office.zone(), form_token_of(caller)};
}

Response to_sign_in(const Request& request) {
  // Sent a form: come back to the page that shows it. Its parts are hex digits, numbers and plain words, so
  // the path needs no encoding.
  return http::see_other("/sign-in?to=" + request.path);
}

// A form was sent by somebody who is not signed in any more.
Response to_sign_in_with_draft(const Office& office, const Request& request) {
  std::optional<FormDraft> draft = draft_of(request);
  if (!draft || http::is_cross_site(request)) return to_sign_in(request);
  SignInForm form;
  form.sample = office.sample();
  form.to = draft->path;
  if (is_too_long(*draft)) {
    form.notice = staff_words().typed_too_long;
  } else {
    form.notice = staff_words().typed_kept;
    form.draft = std::move(draft);
  }
  return http::html_page(sign_in_page(form));
}

// A form of this account, shown in a session that has ended.
bool is_of_ended_session(const Request& request, const Caller& caller) {
  const auto draft = draft_of(request);
  return draft && is_owner(*draft, caller);
}

} // namespace

Response busy_page(const Reader* reader) {
  const StaffWords& words = staff_words();
  Response out = http::html_page(problem_page(words.busy, words.busy_text, words.busy_hint, reader),
                                 Status::service_unavailable);
  http::ask_again_soon(out);
  return out;
}

Response problem(const base::Error& error, const Reader& reader) {
  const StaffWords& words = staff_words();
  if (error.code == base::ErrorCode::busy) return busy_page(&reader);
  if (service::is_denial(error))
    return http::html_page(problem_page(words.not_allowed, error.message + ". " + error.hint + ".",
                                        words.not_allowed_text, &reader),
                           Status::forbidden);
  if (error.code == base::ErrorCode::not_found)
    return http::html_page(problem_page(words.gone, error.message + ".", error.hint + ".", &reader),
                           Status::not_found);
  if (error.code == base::ErrorCode::invalid_input)
    return http::html_page(problem_page(words.gone, error.message + ".", error.hint, &reader),
                           Status::bad_request);
  if (error.code == base::ErrorCode::refused)
    return http::html_page(problem_page(words.error_title, error.message + ".", error.hint, &reader),
                           Status::unprocessable_content);
  return http::html_page(problem_page(words.problem, words.problem_text, words.try_again, &reader),
                         Status::internal_server_error);
}

bool is_said_at_form(const base::Error& error) {
  using base::ErrorCode;
  const bool of_what_was_sent = error.code == ErrorCode::refused || error.code == ErrorCode::invalid_input ||
                                error.code == ErrorCode::id_reused;
  return of_what_was_sent && !service::is_denial(error);
}

http::Handler signed_in(Office& office, Page page, Page again) {
  return [&office, page = std::move(page), again = std::move(again)](const Request& request) {
    const auto caller = service::caller_of(office, request.cookies.text(service::session_cookie));
    if (!caller && caller.error().code == base::ErrorCode::busy) return busy_page(nullptr);
    if (!caller)
      return http::html_page(
          problem_page(staff_words().problem, staff_words().problem_text, staff_words().try_again),
          Status::internal_server_error);
    if (!*caller) return again ? to_sign_in_with_draft(office, request) : to_sign_in(request);
    const Reader reader = reader_of(office, **caller);
    const Page* shown = &page;
    if (!http::is_safe(request.method) &&
        (http::is_cross_site(request) || !is_form_token(**caller, request.form.text("form_token")))) {
      if (!again || http::is_cross_site(request) || !is_of_ended_session(request, **caller))
        return http::html_page(problem_page(staff_words().not_allowed, staff_words().form_old,
                                            staff_words().problem_text, &reader),
                               Status::forbidden);
      shown = &again;
    }
    http::Response response = (*shown)(request, reader);
    if (const auto logged = office.settled(); !logged) return problem(logged.error(), reader);
    return response;
  };
}

void StaffRoutes::add(http::Method method, std::string_view pattern, std::string_view label, Asked asked) {
  router_.add(method, pattern, label,
              signed_in(office_, [&office = office_, asked](const Request& request, const Reader& reader) {
                return asked(office, request, reader);
              }));
}

void StaffRoutes::add_form(std::string_view pattern, std::string_view label, Asked take,
                           std::string_view label_of_showing, Asked again) {
  const Page shown_again = [&office = office_, again](const Request& request, const Reader& reader) {
    Reader told = reader;
    told.typed_before = true;
    return again(office, request, told);
  };
  const Page taken = [&office = office_, take](const Request& request, const Reader& reader) {
    return take(office, request, reader);
  };
  router_.add(http::Method::post, pattern, label, signed_in(office_, taken, shown_again));
  router_.add(http::Method::post, std::string(pattern) + std::string(form_again), label_of_showing,
              signed_in(office_, shown_again, shown_again));
}

} // namespace probity::pages
