#include "http/forgery_token.h"

#include <algorithm>

namespace probity::http {

namespace {

base::Digest digest_of(base::ByteView key, std::string_view session, const TokenSalt& salt) {
  std::string message = "probity form token\n";
  message.append(salt.begin(), salt.end());
  message.append(session);
  return base::hmac_sha256(key, base::bytes_of(message));
}

} // namespace

std::string forgery_token(base::ByteView key, std::string_view session, const TokenSalt& salt) {
  return base::to_hex(salt) + "." + digest_of(key, session, salt).hex();
}

bool is_forgery_token(base::ByteView key, std::string_view session, std::string_view token) {
  TokenSalt salt{};
  base::Digest given;
  constexpr std::size_t salt_digits = 2 * salt.size();
  if (token.size() != salt_digits + 1 + 2 * given.bytes.size() || token[salt_digits] != '.') return false;
  if (!base::from_hex(token.substr(0, salt_digits), salt)) return false;
  if (!base::from_hex(token.substr(salt_digits + 1), given.bytes)) return false;
  const base::Digest expected = digest_of(key, session, salt);
  unsigned difference = 0;
  for (std::size_t at = 0; at < given.bytes.size(); ++at)
    difference |= static_cast<unsigned>(given.bytes[at] ^ expected.bytes[at]);
  return difference == 0;
}

} // namespace probity::http
