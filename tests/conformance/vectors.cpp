#include "conformance/vectors.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "ledger/merkle.h"
#include "support/real_data.h"

namespace probity::conformance {

void for_each_vector(const std::string& file, std::size_t count,
                     const std::function<void(const nlohmann::json&)>& check) {
  const auto folder = support::real_data("the published ledger vectors of " + file);
  if (!folder) return;
  const std::filesystem::path path = *folder / "vectors" / "ledger" / file;
  std::ifstream stream(path);
  ASSERT_TRUE(stream) << "cannot open " << path;
  const auto vectors = nlohmann::json::parse(stream);
  EXPECT_EQ(vectors.size(), count);
  for (const auto& vector : vectors) {
    SCOPED_TRACE(vector.at("id").get<std::string>());
    check(vector);
  }
}

base::ByteVector from_hex(const std::string& hex) {
  base::ByteVector out(hex.size() / 2);
  EXPECT_TRUE(base::from_hex(hex, out)) << hex;
  return out;
}

std::string from_base64(const std::string& text) {
  const auto bytes = base::from_base64(text);
  EXPECT_TRUE(bytes.has_value()) << text;
  return bytes ? std::string(bytes->begin(), bytes->end()) : std::string();
}

std::optional<base::Digest> digest(const std::string& hex) {
  return base::Digest::from_hex(hex);
}

std::optional<std::vector<base::Digest>> digests(const nlohmann::json& list) {
  std::vector<base::Digest> out;
  for (const auto& hex : list) {
    const auto one = digest(hex.get<std::string>());
    if (!one) return std::nullopt;
    out.push_back(*one);
  }
  return out;
}

std::vector<base::Digest> leaf_hashes(const nlohmann::json& vector, std::uint64_t size) {
  std::vector<base::Digest> out;
  for (std::uint64_t i = 0; i < size; ++i) {
    if (vector.contains("leaves")) {
      out.push_back(ledger::leaf_hash(from_hex(vector.at("leaves").at(i).get<std::string>())));
      continue;
    }
    const auto rule = vector.at("leaf_rule").get<std::string>();
    EXPECT_TRUE(rule == "decimal" || rule == "empty" || rule == "ff") << rule;
    std::string leaf;
    if (rule == "decimal") leaf = std::to_string(i);
    if (rule == "ff") leaf.assign(i % 700, '\xFF');
    out.push_back(ledger::leaf_hash(base::bytes_of(leaf)));
  }
  return out;
}

} // namespace probity::conformance
