// Signing in and out of the service.
#pragma once

#include "service/office.h"

namespace probity::service {

using access::Attempt;
using access::is_denial;

// The cookie that holds a session's name.
inline constexpr const char* session_cookie = "probity_session";
// Random bytes for the token of one form.
inline std::array<std::uint8_t, 16> form_salt() {
  return access::random_bytes();
}

// Every try is in the ledger of accesses before its answer is known to anybody.
base::Result<access::SignInAnswer> sign_in(Office& office, const access::Attempt& attempt);
base::Result<std::optional<Caller>> caller_of(Office& office, std::string_view session);
void sign_out(Office& office, std::string_view session);

} // namespace probity::service
