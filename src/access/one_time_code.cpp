#include "access/one_time_code.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

namespace probity::access {
namespace {

constexpr int accepted_digits = 6;

std::array<std::uint8_t, 20> hmac_sha1(base::ByteView key, base::ByteView message) {
  std::array<std::uint8_t, 20> out{};
  unsigned length = 0;
  const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(),
                          message.size(), out.data(), &length);
  PROBITY_ENSURE(made != nullptr && length == out.size());
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '-') out += c;
  return out;
}

} // namespace

std::string code_at(base::ByteView secret, std::uint64_t counter, int digits) {
  std::array<std::uint8_t, 8> message{};
  for (std::size_t i = 8; i-- > 0; counter >>= 8U)
    message[i] = static_cast<std::uint8_t>(counter & 0xFFU);
  const auto mac = hmac_sha1(secret, message);
  const std::size_t from = mac[19] & 0x0FU;
  const std::uint32_t number = (static_cast<std::uint32_t>(mac[from] & 0x7FU) << 24U) |
                               (static_cast<std::uint32_t>(mac[from + 1]) << 16U) |
                               (static_cast<std::uint32_t>(mac[from + 2]) << 8U) |
                               static_cast<std::uint32_t>(mac[from + 3]);
  std::uint32_t limit = 1;
  for (int i = 0; i < digits; ++i)
    limit *= 10;
  std::string out = std::to_string(number % limit);
  out.insert(0, static_cast<std::size_t>(digits) - out.size(), '0');
  return out;
}

std::uint64_t step_of(base::Instant at) {
  return static_cast<std::uint64_t>(at.microseconds / 1'000'000 / seconds_per_step);
}

std::optional<std::uint64_t> accepted_step(base::ByteView secret, std::string_view code, base::Instant now,
                                           std::optional<std::uint64_t> last_used) {
  const std::string given = without_blanks(code);
  const std::uint64_t present = step_of(now);
  std::optional<std::uint64_t> found;
  for (std::uint64_t step = present == 0 ? 0 : present - 1; step <= present + 1; ++step) {
    const std::string expected = code_at(secret, step, accepted_digits);
    const bool same =
        given.size() == expected.size() && sodium_memcmp(given.data(), expected.data(), given.size()) == 0;
    if (same && (!last_used || step > *last_used) && !found) found = step;
  }
  return found;
}

CodeSecret new_code_secret() {
  CodeSecret out(20);
  randombytes_buf(out.data(), out.size());
  return out;
}

std::string to_base32(base::ByteView bytes) {
  static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const std::uint8_t byte : bytes) {
    held = (held << 8U) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += letters[(held >> bits) & 31U];
    }
  }
  if (bits > 0) out += letters[(held << (5 - bits)) & 31U];
  return out;
}

std::string enrolment_address(std::string_view account, base::ByteView secret) {
  return "otpauth://totp/Probity:" + std::string(account) + "?secret=" + to_base32(secret) +
         "&issuer=Probity";
}

} // namespace probity::access
