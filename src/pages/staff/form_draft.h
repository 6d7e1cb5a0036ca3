// What was typed into a form that was sent when the session had ended. It goes along with signing in, hidden
// in the page, and comes back in the form to the account that it was shown to and to nobody else. Nothing of
// it is kept by the service.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "html/components.h"
#include "http/request.h"
#include "service/office.h"

namespace probity::pages {

// The token of a form that is shown to the caller. Beside what http/forgery_token.h says, which ends with the
// session, it proves to a later session of the same account whose form it was, until the password changes.
std::string form_token_of(const service::Caller& caller);
// Of a form that was shown in this session.
bool is_form_token(const service::Caller& caller, std::string_view token);

struct FormDraft {
  std::string path;   // where the form is sent
  std::string owner;  // the part of the form's token that says whose it was
  http::Pairs fields; // as sent, but for the token and passwords
};
// At most this many bytes of names and values: written as a form they stay under what a request may hold.
inline constexpr std::size_t most_draft_bytes = std::size_t{256} * 1024;

// Of a form that was sent; nothing when it does not say whose it was.
std::optional<FormDraft> draft_of(const http::Request& sent);
bool is_too_long(const FormDraft& draft);
bool is_owner(const FormDraft& draft, const service::Caller& caller);

// Hidden in the form by which somebody signs in; `to`, the form's path, is there already.
html::Html hidden_draft(const FormDraft& draft);
std::optional<FormDraft> carried_draft(const http::Request& sign_in, const std::string& to);

// After the path of a form: its fields are sent there to have the form shown again, filled in. Nothing is
// recorded by that.
inline constexpr std::string_view form_again = "/again";
// The draft sent there by the caller, whose session is `session`. `carrier`: the request that carried it.
http::Request sent_again(const FormDraft& draft, const service::Caller& caller, const std::string& session,
                         const http::Request& carrier);

} // namespace probity::pages
