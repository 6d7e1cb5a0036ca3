// Passwords are stored as argon2id (libsodium's crypto_pwhash_str, RFC 9106), each with a salt of its own.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace probity::access {

// Length counts, not the kinds of characters (NIST SP 800-63B section 5.1.1).
constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 128; // bytes

// Takes 64 MiB and about a tenth of a second (crypto_pwhash_*_INTERACTIVE). `invalid_input` for a password of
// another length, without saying it.
base::Result<std::string> hash_of(std::string_view password);
// Whether it is the password of the hash. Takes as long as `hash_of`.
bool matches(std::string_view hash, std::string_view password);
// A hash that nothing matches, so that asking for an account that is not there takes as long as for one that
// is.
const std::string& nobodys_hash();

} // namespace probity::access
