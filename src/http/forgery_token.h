// Tokens against forged forms: a page of another site can make a browser send our cookies, but cannot know
// this. The token is in the form and bound to the session by HMAC, so that a planted cookie or a token of
// another session is worth nothing.
#pragma once

#include "base/bytes.h"

#include <array>
#include <string>
#include <string_view>

namespace probity::http {

// New random bytes for each page, so that compressing pages tells nothing about the token.
using TokenSalt = std::array<std::uint8_t, 16>;

// 32 hex digits of salt, ".", and 64 of HMAC-SHA-256(key, purpose ‖ salt ‖ session). `key`: 32 secret bytes
// of the server; `session`: what names the session, never shown.
std::string forgery_token(base::ByteView key, std::string_view session, const TokenSalt& salt);
// In time that does not depend on where the token differs.
bool is_forgery_token(base::ByteView key, std::string_view session, std::string_view token);

} // namespace probity::http
