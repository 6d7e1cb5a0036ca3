// The RFC 6962 Merkle tree over leaf hashes (section 2.1; identical in RFC 9162): hashes, roots, proofs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace probity::ledger {

base::Digest leaf_hash(base::ByteView bytes);                                // SHA-256(0x00 ‖ bytes)
base::Digest node_hash(const base::Digest& left, const base::Digest& right); // SHA-256(0x01 ‖ left ‖ right)
base::Digest empty_root();                                                   // SHA-256("")

// The peaks of the perfect subtrees of a tree of `size` leaves, largest first: at most 64 hashes, enough to
// append and to know the root.
class CompactRange {
 public:
  CompactRange() = default;
  // Peaks as stored; their number must equal the one-bits of size.
  static base::Result<CompactRange> from(std::uint64_t size, std::vector<base::Digest> peaks);

  void append(const base::Digest& leaf);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] base::Digest root() const;
  [[nodiscard]] const std::vector<base::Digest>& peaks() const { return peaks_; }

 private:
  std::uint64_t size_ = 0;
  std::vector<base::Digest> peaks_;
};

// Hands out the hash of a leaf; may fail when the store does.
using LeafSource = std::function<base::Result<base::Digest>(std::uint64_t index)>;

// Root of leaves [from, to).
base::Result<base::Digest> range_root(const LeafSource& leaves, std::uint64_t from, std::uint64_t to);
base::Result<std::vector<base::Digest>> prove_inclusion(const LeafSource& leaves, std::uint64_t index,
                                                        std::uint64_t size);
// The proofs of several leaves, which are ascending and each other than the last, with every leaf read once.
base::Result<std::vector<std::vector<base::Digest>>>
prove_inclusions(const LeafSource& leaves, const std::vector<std::uint64_t>& indexes, std::uint64_t size);
base::Result<std::vector<base::Digest>> prove_consistency(const LeafSource& leaves, std::uint64_t from,
                                                          std::uint64_t to);

// One step of a proof from a leaf up.
struct PathStep {
  base::Digest sibling;
  bool on_left = false; // the sibling
  base::Digest node;    // the hash of both

  bool operator==(const PathStep&) const = default;
};
// Where a proof leads to, step by step; the last node is the root that it says. Nothing for an index ≥ size,
// and for a proof with too many or too few hashes.
std::optional<std::vector<PathStep>> walk_up(std::uint64_t index, std::uint64_t size,
                                             const base::Digest& leaf,
                                             const std::vector<base::Digest>& proof);
// True when the proof holds. Refuses index ≥ size, extra or missing hashes.
bool inclusion_holds(std::uint64_t index, std::uint64_t size, const base::Digest& leaf,
                     const std::vector<base::Digest>& proof, const base::Digest& root);
// From size 0 only an empty proof holds, and only with the empty root.
bool consistency_holds(std::uint64_t from, const base::Digest& from_root, std::uint64_t to,
                       const base::Digest& to_root, const std::vector<base::Digest>& proof);

} // namespace probity::ledger
