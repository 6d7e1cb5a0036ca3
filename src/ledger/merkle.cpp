#include "ledger/merkle.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <string>

namespace probity::ledger {
namespace {

using base::Digest;
using base::ErrorCode;
using base::Result;

constexpr std::array<std::uint8_t, 1> leaf_prefix{0x00};
constexpr std::array<std::uint8_t, 1> node_prefix{0x01};

unsigned ones(std::uint64_t size) {
  return static_cast<unsigned>(std::popcount(size));
}

// The largest power of two smaller than n; n > 1.
std::uint64_t split_of(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

Result<void> add_inclusion(const LeafSource& leaves, std::uint64_t index, std::uint64_t from,
                           std::uint64_t to, std::vector<Digest>& proof) {
  if (to - from == 1) return {};
  const std::uint64_t middle = from + split_of(to - from);
  const bool left = index < middle;
  PROBITY_TRY(add_inclusion(leaves, index, left ? from : middle, left ? middle : to, proof));
  PROBITY_ASSIGN(const Digest sibling, range_root(leaves, left ? middle : from, left ? to : middle));
  proof.push_back(sibling);
  return {};
}

struct Asked {
  const std::vector<std::uint64_t>& indexes;
  std::vector<std::vector<Digest>>& proofs;
};

// The root of leaves [from, to), with the siblings below it added to the proofs of [first, last) of those
// asked.
Result<Digest> add_inclusions(const LeafSource& leaves, const Asked& asked, std::size_t first,
                              std::size_t last, std::uint64_t from, std::uint64_t to) {
  if (first == last || to - from == 1) return range_root(leaves, from, to);
  const std::uint64_t middle = from + split_of(to - from);
  std::size_t half = first;
  while (half < last && asked.indexes[half] < middle)
    ++half;
  PROBITY_ASSIGN(const Digest left, add_inclusions(leaves, asked, first, half, from, middle));
  PROBITY_ASSIGN(const Digest right, add_inclusions(leaves, asked, half, last, middle, to));
  for (std::size_t one = first; one < last; ++one)
    asked.proofs[one].push_back(one < half ? right : left);
  return node_hash(left, right);
}

// RFC 6962 section 2.1.2: SUBPROOF(size, D[from:to], known), `known` while the old root itself is the
// subtree.
enum class Subtree { is_old_root, is_part };

Result<void> add_consistency(const LeafSource& leaves, std::uint64_t size, std::uint64_t from,
                             std::uint64_t to, Subtree subtree, std::vector<Digest>& proof) {
  if (size == to) {
    if (subtree == Subtree::is_old_root) return {};
    PROBITY_ASSIGN(const Digest root, range_root(leaves, from, to));
    proof.push_back(root);
    return {};
  }
  const std::uint64_t middle = from + split_of(to - from);
  if (size <= middle) {
    PROBITY_TRY(add_consistency(leaves, size, from, middle, subtree, proof));
    PROBITY_ASSIGN(const Digest right, range_root(leaves, middle, to));
    proof.push_back(right);
  } else {
    PROBITY_TRY(add_consistency(leaves, size, middle, to, Subtree::is_part, proof));
    PROBITY_ASSIGN(const Digest left, range_root(leaves, from, middle));
    proof.push_back(left);
  }
  return {};
}

} // namespace

Digest leaf_hash(base::ByteView bytes) {
  return base::sha256(leaf_prefix, bytes);
}

Digest node_hash(const Digest& left, const Digest& right) {
  return base::sha256(node_prefix, left.view(), right.view());
}

Digest empty_root() {
  return base::sha256({});
}

Result<CompactRange> CompactRange::from(std::uint64_t size, std::vector<Digest> peaks) {
  if (peaks.size() != ones(size))
    return base::fail(ErrorCode::invalid_input, "a tree of " + std::to_string(size) + " leaves has " +
                                                    std::to_string(ones(size)) + " peaks, not " +
                                                    std::to_string(peaks.size()));
  CompactRange range;
  range.size_ = size;
  range.peaks_ = std::move(peaks);
  return range;
}

void CompactRange::append(const Digest& leaf) {
  Digest node = leaf;
  // Every one-bit at the low end of the size is a peak that the new leaf completes.
  for (std::uint64_t rest = size_; (rest & 1U) != 0; rest >>= 1U) {
    node = node_hash(peaks_.back(), node);
    peaks_.pop_back();
  }
  peaks_.push_back(node);
  ++size_;
}

Digest CompactRange::root() const {
  if (peaks_.empty()) return empty_root();
  Digest root = peaks_.back();
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak)
    root = node_hash(*peak, root);
  return root;
}

Result<Digest> range_root(const LeafSource& leaves, std::uint64_t from, std::uint64_t to) {
  CompactRange range;
  for (std::uint64_t index = from; index < to; ++index) {
    PROBITY_ASSIGN(const Digest leaf, leaves(index));
    range.append(leaf);
  }
  return range.root();
}

Result<std::vector<Digest>> prove_inclusion(const LeafSource& leaves, std::uint64_t index,
                                            std::uint64_t size) {
  if (index >= size)
    return base::fail(ErrorCode::invalid_input, "index " + std::to_string(index) + " is not in a tree of " +
                                                    std::to_string(size) + " leaves");
  std::vector<Digest> proof;
  PROBITY_TRY(add_inclusion(leaves, index, 0, size, proof));
  return proof;
}

Result<std::vector<std::vector<Digest>>>
prove_inclusions(const LeafSource& leaves, const std::vector<std::uint64_t>& indexes, std::uint64_t size) {
  std::vector<std::vector<Digest>> proofs(indexes.size());
  if (indexes.empty()) return proofs;
  if (std::adjacent_find(indexes.begin(), indexes.end(), std::greater_equal<>()) != indexes.end() ||
      indexes.back() >= size)
    return base::fail(ErrorCode::invalid_input,
                      "the leaves to prove are not ascending, or not in a tree of " + std::to_string(size) +
                          " leaves");
  PROBITY_TRY(add_inclusions(leaves, {indexes, proofs}, 0, indexes.size(), 0, size));
  return proofs;
}

Result<std::vector<Digest>> prove_consistency(const LeafSource& leaves, std::uint64_t from,
                                              std::uint64_t to) {
  if (from > to)
    return base::fail(ErrorCode::invalid_input, "a tree of " + std::to_string(to) +
                                                    " leaves cannot contain one of " + std::to_string(from));
  std::vector<Digest> proof;
  if (from == 0 || from == to) return proof;
  PROBITY_TRY(add_consistency(leaves, from, 0, to, Subtree::is_old_root, proof));
  return proof;
}

// RFC 9162 section 2.1.3.2.
std::optional<std::vector<PathStep>> walk_up(std::uint64_t index, std::uint64_t size, const Digest& leaf,
                                             const std::vector<Digest>& proof) {
  if (index >= size) return std::nullopt;
  std::vector<PathStep> steps;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Digest hash = leaf;
  for (const Digest& sibling : proof) {
    if (last == 0) return std::nullopt;
    const bool on_left = (node & 1U) != 0 || node == last;
    hash = on_left ? node_hash(sibling, hash) : node_hash(hash, sibling);
    steps.push_back({sibling, on_left, hash});
    while (on_left && (node & 1U) == 0 && node != 0) {
      node >>= 1U;
      last >>= 1U;
    }
    node >>= 1U;
    last >>= 1U;
  }
  if (last != 0) return std::nullopt;
  return steps;
}

bool inclusion_holds(std::uint64_t index, std::uint64_t size, const Digest& leaf,
                     const std::vector<Digest>& proof, const Digest& root) {
  const auto steps = walk_up(index, size, leaf, proof);
  return steps && (steps->empty() ? leaf : steps->back().node) == root;
}

// RFC 9162 section 2.1.4.2.
bool consistency_holds(std::uint64_t from, const Digest& from_root, std::uint64_t to, const Digest& to_root,
                       const std::vector<Digest>& proof) {
  if (from > to) return false;
  if (from == 0) return proof.empty() && from_root == empty_root() && (to > 0 || to_root == from_root);
  if (from == to) return proof.empty() && from_root == to_root;
  auto next = proof.begin();
  Digest old_hash = from_root;
  // A perfect old tree is itself the first node; its proof leaves it out.
  if (!std::has_single_bit(from)) {
    if (next == proof.end()) return false;
    old_hash = *next++;
  }
  Digest new_hash = old_hash;
  std::uint64_t node = from - 1;
  std::uint64_t last = to - 1;
  while ((node & 1U) != 0) {
    node >>= 1U;
    last >>= 1U;
  }
  for (; next != proof.end(); ++next) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      old_hash = node_hash(*next, old_hash);
      new_hash = node_hash(*next, new_hash);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      new_hash = node_hash(new_hash, *next);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 && old_hash == from_root && new_hash == to_root;
}

} // namespace probity::ledger
