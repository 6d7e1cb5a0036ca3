#include "ledger/merkle.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

namespace probity::ledger {
namespace {

using base::Digest;

// Leaf i is the decimal text of i.
std::vector<Digest> decimal_leaves(std::uint64_t size) {
  std::vector<Digest> out;
  for (std::uint64_t i = 0; i < size; ++i)
    out.push_back(leaf_hash(base::bytes_of(std::to_string(i))));
  return out;
}

LeafSource source(const std::vector<Digest>& leaves) {
  return [&leaves](std::uint64_t index) -> base::Result<Digest> {
    if (index >= leaves.size()) return base::fail(base::ErrorCode::not_found, "no such leaf");
    return leaves[index];
  };
}

// RFC 6962 section 2.1, word for word.
Digest recursive_root(const std::vector<Digest>& leaves, std::size_t from, std::size_t to) {
  if (from == to) return empty_root();
  if (to - from == 1) return leaves[from];
  std::size_t split = 1;
  while (split * 2 < to - from)
    split *= 2;
  return node_hash(recursive_root(leaves, from, from + split), recursive_root(leaves, from + split, to));
}

TEST(Merkle, KnownHashes) {
  // SHA-256 of nothing, and of one zero byte (the leaf hash of an empty leaf).
  EXPECT_EQ(empty_root().hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(leaf_hash({}).hex(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  // The Certificate Transparency tree of eight leaves.
  CompactRange range;
  for (const char* leaf :
       {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"}) {
    const std::string hex = leaf;
    base::ByteVector bytes(hex.size() / 2);
    ASSERT_TRUE(base::from_hex(hex, bytes));
    range.append(leaf_hash(bytes));
  }
  EXPECT_EQ(range.root().hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST(Merkle, RangeEqualsRecursionForEverySmallTree) {
  const auto leaves = decimal_leaves(70);
  CompactRange range;
  for (std::size_t size = 0; size <= leaves.size(); ++size) {
    EXPECT_EQ(range.root(), recursive_root(leaves, 0, size)) << size;
    EXPECT_EQ(range.size(), size);
    const auto reloaded = CompactRange::from(size, range.peaks());
    ASSERT_TRUE(reloaded.has_value());
    EXPECT_EQ(reloaded->root(), range.root());
    if (size < leaves.size()) range.append(leaves[size]);
  }
}

TEST(Merkle, PeaksMustFitTheSize) {
  EXPECT_FALSE(CompactRange::from(3, {leaf_hash({})}).has_value());
  EXPECT_FALSE(CompactRange::from(0, {leaf_hash({})}).has_value());
}

TEST(Merkle, EveryInclusionProofOfEverySmallTreeHoldsOnlyForItsLeaf) {
  const auto leaves = decimal_leaves(33);
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    const Digest root = recursive_root(leaves, 0, size);
    for (std::uint64_t index = 0; index < size; ++index) {
      auto proof = prove_inclusion(source(leaves), index, size);
      ASSERT_TRUE(proof.has_value());
      for (std::uint64_t claimed = 0; claimed <= size; ++claimed)
        EXPECT_EQ(inclusion_holds(claimed, size, leaves[index], *proof, root), claimed == index);
      proof->push_back(root);
      EXPECT_FALSE(inclusion_holds(index, size, leaves[index], *proof, root));
      proof->pop_back();
      if (!proof->empty()) {
        proof->pop_back();
        EXPECT_FALSE(inclusion_holds(index, size, leaves[index], *proof, root));
      }
    }
  }
}

TEST(Merkle, ProofsOfSeveralLeavesAreThoseOfEach) {
  const auto leaves = decimal_leaves(21);
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    for (std::uint64_t step = 1; step <= size; ++step) {
      std::vector<std::uint64_t> indexes;
      for (std::uint64_t index = step - 1; index < size; index += step)
        indexes.push_back(index);
      const auto proofs = prove_inclusions(source(leaves), indexes, size);
      ASSERT_TRUE(proofs.has_value());
      ASSERT_EQ(proofs->size(), indexes.size());
      for (std::size_t i = 0; i < indexes.size(); ++i)
        EXPECT_EQ((*proofs)[i], prove_inclusion(source(leaves), indexes[i], size).value());
    }
  }
  EXPECT_EQ(prove_inclusions(source(leaves), {2, 21}, 21).error().code, base::ErrorCode::invalid_input);
  EXPECT_EQ(prove_inclusions(source(leaves), {3, 3}, 21).error().code, base::ErrorCode::invalid_input);
  EXPECT_EQ(prove_inclusions(source(leaves), {3}, 22).error().code, base::ErrorCode::not_found);
}

TEST(Merkle, EveryConsistencyProofOfEverySmallTreeHoldsOnlyForItsSizes) {
  const auto leaves = decimal_leaves(33);
  for (std::uint64_t to = 1; to <= leaves.size(); ++to) {
    const Digest to_root = recursive_root(leaves, 0, to);
    for (std::uint64_t from = 0; from <= to; ++from) {
      const Digest from_root = recursive_root(leaves, 0, from);
      auto proof = prove_consistency(source(leaves), from, to);
      ASSERT_TRUE(proof.has_value());
      EXPECT_TRUE(consistency_holds(from, from_root, to, to_root, *proof)) << from << " in " << to;
      if (from != to && from != 0) {
        EXPECT_FALSE(consistency_holds(from, to_root, to, from_root, *proof));
        EXPECT_FALSE(consistency_holds(to, to_root, from, from_root, *proof));
      }
      proof->push_back(to_root);
      EXPECT_FALSE(consistency_holds(from, from_root, to, to_root, *proof));
    }
  }
}

TEST(Merkle, RewrittenHistoryIsNoContinuation) {
  const auto honest = decimal_leaves(12);
  auto forged = honest;
  forged[4] = leaf_hash(base::bytes_of("rewritten"));
  const auto proof = prove_consistency(source(forged), 7, 12);
  ASSERT_TRUE(proof.has_value());
  EXPECT_FALSE(consistency_holds(7, recursive_root(honest, 0, 7), 12, recursive_root(forged, 0, 12), *proof));
}

TEST(Merkle, ImpossibleProofsAreRefusedAndFailuresOfTheSourcePassed) {
  const auto leaves = decimal_leaves(4);
  EXPECT_EQ(prove_inclusion(source(leaves), 4, 4).error().code, base::ErrorCode::invalid_input);
  EXPECT_EQ(prove_consistency(source(leaves), 5, 4).error().code, base::ErrorCode::invalid_input);
  EXPECT_EQ(prove_inclusion(source(leaves), 1, 8).error().code, base::ErrorCode::not_found);
  EXPECT_FALSE(consistency_holds(0, leaves[0], 4, recursive_root(leaves, 0, 4), {}));
  EXPECT_FALSE(inclusion_holds(~0ULL, 1, leaves[0], {}, leaves[0]));
}

} // namespace
} // namespace probity::ledger
