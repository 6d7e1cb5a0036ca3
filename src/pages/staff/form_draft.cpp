#include "pages/staff/form_draft.h"

#include "http/forgery_token.h"
#include "service/signing_in.h"

namespace probity::pages {
namespace {

using service::Caller;

constexpr std::string_view prefix = "draft."; // of the fields in the form of signing in
constexpr std::string_view owner_field = "draft_of";

// "SALT.OF_SESSION.OF_ACCOUNT": two tokens with the same salt.
std::string_view part_of_session(std::string_view token) {
  const std::size_t last = token.rfind('.');
  return last == std::string_view::npos ? token : token.substr(0, last);
}

std::string part_of_account(std::string_view token) {
  const std::size_t first = token.find('.');
  const std::size_t last = token.rfind('.');
  if (first == last) return {};
  return std::string(token.substr(0, first)) + std::string(token.substr(last));
}

// Browsers end lines with two characters, and pages are written with one.
std::string with_plain_lines(std::string text) {
  std::erase(text, '\r');
  return text;
}

base::Digest key_of_session(const Caller& caller) {
  const auto key = base::Digest::from_hex(caller.form_key);
  PROBITY_ENSURE(key.has_value());
  return *key;
}

} // namespace

std::string form_token_of(const Caller& caller) {
  const http::TokenSalt salt = service::form_salt();
  const std::string& account = caller.member.account;
  const std::string of_session = http::forgery_token(key_of_session(caller).view(), account, salt);
  // Secret, and the same after a restart.
  const std::string of_account = http::forgery_token(caller.signed_in_with.view(), account, salt);
  return of_session + of_account.substr(of_account.find('.'));
}

bool is_form_token(const Caller& caller, std::string_view token) {
  return http::is_forgery_token(key_of_session(caller).view(), caller.member.account, part_of_session(token));
}

std::optional<FormDraft> draft_of(const http::Request& sent) {
  FormDraft out;
  out.path = sent.path;
  if (out.path.ends_with(form_again)) out.path.resize(out.path.size() - form_again.size());
  out.owner = part_of_account(sent.form.text("form_token"));
  if (out.owner.empty()) return std::nullopt;
  for (const http::Pair& one : sent.form) {
    if (one.name == "form_token" || one.name == "password") continue;
    out.fields.add(one.name, with_plain_lines(one.value));
  }
  return out;
}

bool is_too_long(const FormDraft& draft) {
  std::size_t bytes = 0;
  for (const http::Pair& one : draft.fields)
    bytes += one.name.size() + one.value.size();
  return bytes > most_draft_bytes;
}

bool is_owner(const FormDraft& draft, const Caller& caller) {
  return http::is_forgery_token(caller.signed_in_with.view(), caller.member.account, draft.owner);
}

html::Html hidden_draft(const FormDraft& draft) {
  html::Html out = html::hidden_field(owner_field, draft.owner);
  for (const http::Pair& one : draft.fields)
    out << html::hidden_field(std::string(prefix) + one.name, one.value);
  return out;
}

std::optional<FormDraft> carried_draft(const http::Request& sign_in, const std::string& to) {
  FormDraft out{to, std::string(sign_in.form.text(owner_field)), {}};
  if (out.owner.empty()) return std::nullopt;
  for (const http::Pair& one : sign_in.form)
    if (one.name.starts_with(prefix))
      out.fields.add(one.name.substr(prefix.size()), with_plain_lines(one.value));
  return out;
}

http::Request sent_again(const FormDraft& draft, const Caller& caller, const std::string& session,
                         const http::Request& carrier) {
  http::Request out;
  out.method = http::Method::post;
  out.path = draft.path + std::string(form_again);
  out.headers = carrier.headers;
  out.host = carrier.host;
  out.client_address = carrier.client_address;
  out.secure = carrier.secure;
  out.received = carrier.received;
  out.cookies.add(service::session_cookie, session);
  out.form = draft.fields;
  out.form.add("form_token", form_token_of(caller));
  return out;
}

} // namespace probity::pages
