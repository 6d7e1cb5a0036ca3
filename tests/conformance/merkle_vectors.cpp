#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/vectors.h"
#include "ledger/merkle.h"

namespace probity::conformance {
namespace {

using nlohmann::json;

ledger::LeafSource source(const std::vector<base::Digest>& leaves) {
  return [&leaves](std::uint64_t index) -> base::Result<base::Digest> { return leaves.at(index); };
}

TEST(LedgerVectors, MerkleRoots) {
  for_each_vector("merkle_roots.json", 41, [](const json& vector) {
    const auto size = vector.at("size").get<std::uint64_t>();
    const auto leaves = leaf_hashes(vector, size);
    ledger::CompactRange range;
    for (const auto& leaf : leaves)
      range.append(leaf);
    EXPECT_EQ(range.root().hex(), vector.at("root").get<std::string>());
    const auto root = ledger::range_root(source(leaves), 0, size);
    ASSERT_TRUE(root.has_value());
    EXPECT_EQ(root->hex(), vector.at("root").get<std::string>());
  });
}

TEST(LedgerVectors, MerkleInclusion) {
  for_each_vector("merkle_inclusion.json", 95, [](const json& vector) {
    const auto index = vector.at("leaf_index").get<std::uint64_t>();
    const auto size = vector.at("tree_size").get<std::uint64_t>();
    const auto leaf = digest(vector.at("leaf_hash").get<std::string>());
    const auto root = digest(vector.at("root").get<std::string>());
    const auto proof = digests(vector.at("proof"));
    const bool valid = vector.at("valid").get<bool>();
    const bool holds = leaf && root && proof && ledger::inclusion_holds(index, size, *leaf, *proof, *root);
    EXPECT_EQ(holds, valid);
    if (valid && vector.contains("leaf_rule")) {
      const auto made = ledger::prove_inclusion(source(leaf_hashes(vector, size)), index, size);
      ASSERT_TRUE(made.has_value());
      EXPECT_EQ(*made, *proof);
    }
  });
}

TEST(LedgerVectors, MerkleConsistency) {
  for_each_vector("merkle_consistency.json", 59, [](const json& vector) {
    const auto from = vector.at("size1").get<std::uint64_t>();
    const auto to = vector.at("size2").get<std::uint64_t>();
    const auto from_root = digest(vector.at("root1").get<std::string>());
    const auto to_root = digest(vector.at("root2").get<std::string>());
    const auto proof = digests(vector.at("proof"));
    // A matter of policy in one vector: roots that are not 32 bytes are equal to one another for a peer, no
    // roots to us.
    const bool valid = vector.at("valid").get<bool>() && from_root && to_root;
    const bool holds =
        from_root && to_root && proof && ledger::consistency_holds(from, *from_root, to, *to_root, *proof);
    EXPECT_EQ(holds, valid);
    if (valid && vector.contains("leaf_rule")) {
      const auto made = ledger::prove_consistency(source(leaf_hashes(vector, to)), from, to);
      ASSERT_TRUE(made.has_value());
      EXPECT_EQ(*made, *proof);
    }
  });
}

} // namespace
} // namespace probity::conformance
