#include "pages/staff/signed_in.h"

#include "http/forgery_token.h"
#include "pages/staff/words.h"
#include "service/signing_in.h"

namespace probity::pages {

using http::Request;
using http::Response;
using http::Status;
using service::Caller;
using service::Office;

namespace {

base::Digest form_key(const Caller& caller) {
  const auto key = base::Digest::from_hex(caller.form_key);
  PROBITY_ENSURE(key.has_value());
  return *key;
}

Reader reader_of(const Office& office, const Caller& caller) {
  return {caller, office.zone(),
          http::forgery_token(form_key(caller).view(), caller.member.account, service::form_salt())};
}

Response to_sign_in(const Request& request) {
  // Sent a form: come back to the page that shows it. Its parts are hex digits, numbers and plain words, so
  // the path needs no encoding.
  return http::see_other("/sign-in?to=" + request.path);
}

} // namespace

Response problem(const base::Error& error, const Reader& reader) {
  const StaffWords& words = staff_words();
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

http::Handler signed_in(Office& office, Page page) {
  return [&office, page = std::move(page)](const Request& request) {
    const auto caller = service::caller_of(office, request.cookies.text(service::session_cookie));
    if (!caller)
      return http::html_page(
          problem_page(staff_words().problem, staff_words().problem_text, staff_words().try_again),
          Status::internal_server_error);
    if (!*caller) return to_sign_in(request);
    const Reader reader = reader_of(office, **caller);
    if (!http::is_safe(request.method) &&
        (http::is_cross_site(request) ||
         !http::is_forgery_token(form_key(**caller).view(), (*caller)->member.account,
                                 request.form.text("form_token"))))
      return http::html_page(problem_page(staff_words().not_allowed, staff_words().form_old,
                                          staff_words().problem_text, &reader),
                             Status::forbidden);
    http::Response response = page(request, reader);
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

} // namespace probity::pages
