// One-time codes of a second factor: HOTP (RFC 4226) and TOTP (RFC 6238) with HMAC-SHA-1, the one that all
// authenticators know, steps of 30 seconds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/civil.h"

namespace probity::access {

using CodeSecret = base::ByteVector; // 20 bytes where we make it

constexpr std::int64_t seconds_per_step = 30;

// `digits` 6 to 8, with leading noughts.
std::string code_at(base::ByteView secret, std::uint64_t counter, int digits = 6);
// The step of the instant; 1970 and later.
std::uint64_t step_of(base::Instant at);

// The step whose code this is: the present one, the one before or the one after, for clocks that are a little
// off; nothing when it is none of them, or when that step or a later one was used before (RFC 6238
// section 5.2: a code is accepted once). Blanks in the code are passed over.
std::optional<std::uint64_t> accepted_step(base::ByteView secret, std::string_view code, base::Instant now,
                                           std::optional<std::uint64_t> last_used);

CodeSecret new_code_secret();
// What an authenticator reads: "otpauth://totp/Probity:NAME?secret=…&issuer=Probity". `account`: letters,
// digits, . _ -
std::string enrolment_address(std::string_view account, base::ByteView secret);
std::string to_base32(base::ByteView bytes); // RFC 4648 section 6, without padding

} // namespace probity::access
