#include "access/password.h"

#include <array>
#include <sodium.h>

#include "base/bytes.h"

namespace probity::access {
namespace {

std::string hashed(std::string_view password) {
  PROBITY_ENSURE(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> out{};
  const int failed =
      crypto_pwhash_str(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE);
  PROBITY_ENSURE(failed == 0); // no memory
  return out.data();
}

} // namespace

base::Result<std::string> hash_of(std::string_view password) {
  if (password.size() < shortest_password || password.size() > longest_password)
    return base::fail(base::ErrorCode::invalid_input,
                      "a password has " + std::to_string(shortest_password) + " to " +
                          std::to_string(longest_password) + " characters",
                      "password", "Three or four unrelated words are easy to keep and hard to guess");
  return hashed(password);
}

bool matches(std::string_view hash, std::string_view password) {
  PROBITY_ENSURE(sodium_init() >= 0);
  if (password.size() > longest_password) return false;
  return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

const std::string& nobodys_hash() {
  static const std::string hash = [] {
    std::array<std::uint8_t, 32> random{};
    randombytes_buf(random.data(), random.size());
    return hashed(base::to_hex(random));
  }();
  return hash;
}

} // namespace probity::access
