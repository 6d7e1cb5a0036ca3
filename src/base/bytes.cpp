#include "base/bytes.h"

#include "base/result.h"

#include <bit>
#include <memory>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace probity::base {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

constexpr std::uint8_t no_digit = 0xff;

constexpr std::array<std::uint8_t, 256> hex_values = [] {
  std::array<std::uint8_t, 256> out{};
  out.fill(no_digit);
  for (std::size_t value = 0; value < hex_digits.size(); ++value)
    out[static_cast<std::uint8_t>(hex_digits[value])] = static_cast<std::uint8_t>(value);
  return out;
}();

constexpr std::uint64_t in_each_byte(unsigned value) {
  return value * 0x0101010101010101U;
}

// Eight hexadecimal digits, the first in the lowest byte, as the four bytes they stand for. Sums of bytes
// below 0x80 tell by their high bit which of two values is larger. False when one of the eight is no
// lower-case digit.
bool eight_digits(std::uint64_t text, std::uint32_t& out) {
  constexpr std::uint64_t high = in_each_byte(0x80);
  const std::uint64_t digit = (text + in_each_byte(0x80 - '0')) & ~(text + in_each_byte(0x7f - '9'));
  const std::uint64_t letter = (text + in_each_byte(0x80 - 'a')) & ~(text + in_each_byte(0x7f - 'f'));
  if ((text & high) != 0 || ((digit | letter) & high) != high) return false;
  const std::uint64_t values = (text & in_each_byte(0x0f)) + ((letter & high) >> 7U) * 9;
  std::uint64_t pairs = (values << 4U | values >> 8U) & 0x00ff00ff00ff00ffU;
  pairs = (pairs | pairs >> 8U) & 0x0000ffff0000ffffU;
  out = static_cast<std::uint32_t>(pairs | pairs >> 16U);
  return true;
}

constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

struct Sha256 {
  std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                            EVP_MD_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

} // namespace

std::string to_hex(ByteView bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out += hex_digits[byte >> 4U];
    out += hex_digits[byte & 15U];
  }
  return out;
}

bool from_hex(std::string_view hex, std::span<std::uint8_t> out) {
  if (hex.size() != out.size() * 2) return false;
  std::size_t done = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (; done + 4 <= out.size(); done += 4) {
      std::uint64_t text = 0;
      std::uint32_t bytes = 0;
      std::memcpy(&text, hex.data() + 2 * done, sizeof text);
      if (!eight_digits(text, bytes)) return false;
      std::memcpy(out.data() + done, &bytes, sizeof bytes);
    }
  }
  unsigned all = 0; // has a bit above the low four when one of them was no digit
  for (std::size_t i = done; i < out.size(); ++i) {
    const unsigned high = hex_values[static_cast<std::uint8_t>(hex[2 * i])];
    const unsigned low = hex_values[static_cast<std::uint8_t>(hex[2 * i + 1])];
    all |= high | low;
    out[i] = static_cast<std::uint8_t>(high << 4U | low);
  }
  return all < 16;
}

std::string to_base64(ByteView bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = bytes.size() - i;
    const unsigned group = (unsigned{bytes[i]} << 16U) | (left > 1 ? unsigned{bytes[i + 1]} << 8U : 0U) |
                           (left > 2 ? unsigned{bytes[i + 2]} : 0U);
    out += base64_digits[group >> 18U];
    out += base64_digits[(group >> 12U) & 63U];
    out += left > 1 ? base64_digits[(group >> 6U) & 63U] : '=';
    out += left > 2 ? base64_digits[group & 63U] : '=';
  }
  return out;
}

std::optional<ByteVector> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  ByteVector out;
  for (std::size_t i = 0; i < text.size(); i += 4) {
    unsigned group = 0;
    int padding = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const char c = text[i + k];
      if (c == '=' && i + 4 == text.size() && k >= 2) {
        ++padding;
        group <<= 6U;
        continue;
      }
      const std::size_t digit = base64_digits.find(c);
      if (padding > 0 || digit == std::string_view::npos) return std::nullopt;
      group = (group << 6U) | static_cast<unsigned>(digit);
    }
    out.push_back(static_cast<std::uint8_t>(group >> 16U));
    if (padding < 2) out.push_back(static_cast<std::uint8_t>(group >> 8U));
    if (padding < 1) out.push_back(static_cast<std::uint8_t>(group));
  }
  if (to_base64(out) != text) return std::nullopt;
  return out;
}

Digest sha256(ByteView first, ByteView second, ByteView third) {
  thread_local Sha256 hasher;
  Digest out;
  unsigned size = 0;
  PROBITY_ENSURE(EVP_DigestInit_ex2(hasher.context.get(), hasher.algorithm.get(), nullptr) == 1);
  EVP_DigestUpdate(hasher.context.get(), first.data(), first.size());
  if (!second.empty()) EVP_DigestUpdate(hasher.context.get(), second.data(), second.size());
  if (!third.empty()) EVP_DigestUpdate(hasher.context.get(), third.data(), third.size());
  EVP_DigestFinal_ex(hasher.context.get(), out.bytes.data(), &size);
  PROBITY_ENSURE(size == out.bytes.size());
  return out;
}

Digest hmac_sha256(ByteView key, ByteView message) {
  std::array<std::uint8_t, 64> inner{};
  std::array<std::uint8_t, 64> outer{};
  Digest hashed_key;
  ByteView used = key;
  if (key.size() > inner.size()) {
    hashed_key = sha256(key);
    used = hashed_key.view();
  }
  std::copy(used.begin(), used.end(), inner.begin());
  outer = inner;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    inner[i] ^= 0x36U;
    outer[i] ^= 0x5cU;
  }
  return sha256(outer, sha256(inner, message).view());
}

} // namespace probity::base
