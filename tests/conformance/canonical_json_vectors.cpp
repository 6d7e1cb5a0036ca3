#include <array>
#include <bit>
#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/json.h"
#include "conformance/es6_numbers.h"
#include "conformance/vectors.h"

namespace probity::conformance {
namespace {

using nlohmann::json;

std::uint64_t little_endian(base::ByteView bytes) {
  std::uint64_t out = 0;
  for (std::size_t i = 8; i > 0; --i)
    out = out << 8U | bytes[i - 1];
  return out;
}

// SHA-256 of the first `count` lines "bits in hex,number" of the published sequence.
std::string number_sequence_hash(std::size_t count) {
  std::string lines;
  base::Digest block;
  std::size_t used = block.bytes.size();
  const auto next = [&](std::size_t line) -> std::uint64_t {
    constexpr std::size_t picked = std::size(es6_numbers);
    constexpr std::size_t serial = 2000;
    if (line < picked) return es6_numbers[line];
    if (line < picked + serial) return 0x0010000000000000ULL + (line - picked);
    while (true) {
      if (used == block.bytes.size()) {
        block = base::sha256(block.view());
        used = 0;
      }
      const std::uint64_t bits = little_endian(block.view().subspan(used, 8));
      used += 8;
      const auto value = std::bit_cast<double>(bits);
      if (std::isfinite(value) && value != 0) return bits;
    }
  };
  for (std::size_t line = 0; line < count; ++line) {
    const std::uint64_t bits = next(line);
    std::array<char, 20> hex{};
    std::snprintf(hex.data(), hex.size(), "%llx", static_cast<unsigned long long>(bits));
    lines += hex.data();
    lines += ',';
    lines += base::json::number_text(std::bit_cast<double>(bits));
    lines += '\n';
  }
  return base::sha256(base::bytes_of(lines)).hex();
}

TEST(CanonicalJson, PublishedNumberSequence) {
  // Hash of the first thousand lines as published by cyberphone/json-canonicalization (testdata/README.md).
  EXPECT_EQ(number_sequence_hash(1'000), "be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687");
}

void check_document(const json& vector) {
  const auto result = base::json::canonicalise(from_base64(vector.at("input_base64").get<std::string>()));
  ASSERT_EQ(result.has_value(), vector.at("valid").get<bool>());
  if (!result) return;
  EXPECT_EQ(*result, from_base64(vector.at("output_base64").get<std::string>()));
  EXPECT_EQ(base::sha256(base::bytes_of(*result)).hex(), vector.at("sha256").get<std::string>());
}

TEST(LedgerVectors, CanonicalJson) {
  for_each_vector("jcs.json", 88, [](const json& vector) {
    const auto kind = vector.at("kind").get<std::string>();
    if (kind == "object") return check_document(vector);
    if (kind == "number_sequence_hash") {
      EXPECT_EQ(number_sequence_hash(vector.at("lines").get<std::size_t>()),
                vector.at("sha256").get<std::string>());
      return;
    }
    ASSERT_EQ(kind, "number");
    const auto bits = std::stoull(vector.at("ieee754_hex").get<std::string>(), nullptr, 16);
    const auto text = base::json::number_text(std::bit_cast<double>(bits));
    EXPECT_EQ(text, vector.at("output").get<std::string>());
    // The spelling reads back as itself.
    EXPECT_EQ(*base::json::canonicalise(text), text);
  });
}

} // namespace
} // namespace probity::conformance
