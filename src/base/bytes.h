// Fixed-size byte values: 128-bit identifiers, kept apart by tag, and 256-bit digests. Text form: lower-case
// hex.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace probity::base {

using ByteView = std::span<const std::uint8_t>;
using ByteVector = std::vector<std::uint8_t>;

inline ByteView bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string to_hex(ByteView bytes);
// False when `hex` is not exactly 2 × out.size() lower-case hex digits.
bool from_hex(std::string_view hex, std::span<std::uint8_t> out);
std::string to_base64(ByteView bytes);
// Canonical standard base64 with padding only; anything else is nothing.
std::optional<ByteVector> from_base64(std::string_view text);

template <class Tag, std::size_t Size> struct Bytes {
  std::array<std::uint8_t, Size> bytes{};

  auto operator<=>(const Bytes&) const = default;
  [[nodiscard]] ByteView view() const { return bytes; }
  [[nodiscard]] std::string hex() const { return to_hex(bytes); }
  static std::optional<Bytes> from_hex(std::string_view hex) {
    Bytes out;
    if (!base::from_hex(hex, out.bytes)) return std::nullopt;
    return out;
  }
};

using EventId = Bytes<struct EventTag, 16>;
using StreamId = Bytes<struct StreamTag, 16>;
using EntityId = Bytes<struct EntityTag, 16>;
using SubjectId = Bytes<struct SubjectTag, 16>; // whose key seals a part; a person's is their stream's name
using Digest = Bytes<struct DigestTag, 32>;

// SHA-256 of the parts put after one another (OpenSSL, context reused per thread).
Digest sha256(ByteView first, ByteView second = {}, ByteView third = {});
Digest hmac_sha256(ByteView key, ByteView message);

} // namespace probity::base

template <class Tag, std::size_t Size> struct std::hash<probity::base::Bytes<Tag, Size>> {
  std::size_t operator()(const probity::base::Bytes<Tag, Size>& value) const noexcept {
    static_assert(Size >= sizeof(std::size_t));
    std::size_t out = 0;
    std::memcpy(&out, value.bytes.data() + (Size - sizeof out), sizeof out);
    return out;
  }
};
