#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ledger/merkle.h"

namespace probity::ledger {
namespace {

using base::Digest;

// A tree of up to 300 leaves; leaf i depends on the drawn salt.
std::vector<Digest> any_leaves() {
  const auto size = *rc::gen::inRange<std::uint64_t>(1, 300);
  const auto salt = *rc::gen::arbitrary<std::uint64_t>();
  std::vector<Digest> out;
  for (std::uint64_t i = 0; i < size; ++i)
    out.push_back(leaf_hash(base::bytes_of(std::to_string(salt) + "/" + std::to_string(i))));
  return out;
}

LeafSource source(const std::vector<Digest>& leaves) {
  return [&leaves](std::uint64_t index) -> base::Result<Digest> { return leaves.at(index); };
}

// RFC 6962 section 2.1 as it stands there.
Digest recursive_root(const std::vector<Digest>& leaves, std::size_t from, std::size_t to) {
  if (from == to) return empty_root();
  if (to - from == 1) return leaves[from];
  std::size_t split = 1;
  while (split * 2 < to - from)
    split *= 2;
  return node_hash(recursive_root(leaves, from, from + split), recursive_root(leaves, from + split, to));
}

void flip_any_bit(Digest& digest) {
  const auto bit = *rc::gen::inRange<std::size_t>(0, 256);
  digest.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
}

RC_GTEST_PROP(MerkleLaws, CompactRangeIsTheRecursion, ()) {
  const auto leaves = any_leaves();
  CompactRange range;
  for (const Digest& leaf : leaves)
    range.append(leaf);
  RC_ASSERT(range.root() == recursive_root(leaves, 0, leaves.size()));
  const auto from = *rc::gen::inRange<std::size_t>(0, leaves.size() + 1);
  const auto to = *rc::gen::inRange<std::size_t>(from, leaves.size() + 1);
  RC_ASSERT(range_root(source(leaves), from, to).value() == recursive_root(leaves, from, to));
}

RC_GTEST_PROP(MerkleLaws, ARangeStoredAndReloadedGoesOnAlike, ()) {
  const auto leaves = any_leaves();
  const auto cut = *rc::gen::inRange<std::size_t>(0, leaves.size() + 1);
  CompactRange whole;
  CompactRange resumed;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (i == cut) resumed = CompactRange::from(whole.size(), whole.peaks()).value();
    if (i >= cut) resumed.append(leaves[i]);
    whole.append(leaves[i]);
  }
  if (cut < leaves.size()) RC_ASSERT(resumed.root() == whole.root());
}

RC_GTEST_PROP(MerkleLaws, InclusionHoldsAndNoAlteredBitDoes, ()) {
  const auto leaves = any_leaves();
  const auto size = leaves.size();
  const auto index = *rc::gen::inRange<std::size_t>(0, size);
  Digest leaf = leaves[index];
  Digest root = recursive_root(leaves, 0, size);
  auto proof = prove_inclusion(source(leaves), index, size).value();
  RC_ASSERT(inclusion_holds(index, size, leaf, proof, root));

  const auto altered = *rc::gen::inRange<std::size_t>(0, proof.size() + 2);
  flip_any_bit(altered < proof.size() ? proof[altered] : altered == proof.size() ? leaf : root);
  RC_ASSERT(!inclusion_holds(index, size, leaf, proof, root));
}

RC_GTEST_PROP(MerkleLaws, InclusionHoldsAtNoOtherPlace, ()) {
  const auto leaves = any_leaves();
  const auto size = leaves.size();
  const auto index = *rc::gen::inRange<std::uint64_t>(0, size);
  const auto other = *rc::gen::arbitrary<std::uint64_t>();
  const auto nearby = *rc::gen::inRange<std::uint64_t>(0, size + 1);
  const Digest root = recursive_root(leaves, 0, size);
  const auto proof = prove_inclusion(source(leaves), index, size).value();
  for (const std::uint64_t claimed : {other, nearby})
    RC_ASSERT(inclusion_holds(claimed, size, leaves[index], proof, root) == (claimed == index));
}

RC_GTEST_PROP(MerkleLaws, ConsistencyHoldsAndNoAlteredBitDoes, ()) {
  const auto leaves = any_leaves();
  const auto to = leaves.size();
  const auto from = *rc::gen::inRange<std::size_t>(0, to + 1);
  Digest from_root = recursive_root(leaves, 0, from);
  Digest to_root = recursive_root(leaves, 0, to);
  auto proof = prove_consistency(source(leaves), from, to).value();
  RC_ASSERT(consistency_holds(from, from_root, to, to_root, proof));
  // An empty old tree says nothing about the new root.
  const auto alterable = proof.size() + (from == 0 ? 1 : 2);
  const auto altered = *rc::gen::inRange<std::size_t>(0, alterable);
  flip_any_bit(altered < proof.size() ? proof[altered] : altered == proof.size() ? from_root : to_root);
  RC_ASSERT(!consistency_holds(from, from_root, to, to_root, proof));
}

RC_GTEST_PROP(MerkleLaws, ARewrittenLeafBreaksConsistencyWithEveryTreeThatHeldIt, ()) {
  const auto honest = any_leaves();
  const auto to = honest.size();
  const auto from = *rc::gen::inRange<std::size_t>(1, to + 1);
  auto forged = honest;
  flip_any_bit(forged[*rc::gen::inRange<std::size_t>(0, from)]);
  const auto proof = prove_consistency(source(forged), from, to).value();
  RC_ASSERT(
      !consistency_holds(from, recursive_root(honest, 0, from), to, recursive_root(forged, 0, to), proof));
}

} // namespace
} // namespace probity::ledger
