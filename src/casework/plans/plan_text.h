// What can be known of a text without keeping it: how many words it has, and a fingerprint by which two texts
// are compared.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace probity::casework {

// The smallest keyed hashes (HMAC-SHA-256, the first 52 bits) of the text's groups of four consecutive words,
// each once, ascending; at most `fingerprint_size` of them, so of a short text all. Empty for a text without
// words. Words are compared without regard to case (of ASCII letters), punctuation and spacing. Without the
// key nobody can try a text against it; fingerprints under different keys have nothing in common.
using Fingerprint = std::vector<std::int64_t>;
constexpr std::size_t fingerprint_size = 32;

struct PlanText {
  int words = 0;
  Fingerprint fingerprint;
};

PlanText read_plan_text(std::string_view text, const base::Digest& key);

// Whole percent of the groups of words of both texts together that are in both (Jaccard), rounded down; exact
// for short texts, estimated from the smallest hashes for long ones. Nothing is like a text without words: 0.
int percent_alike(const Fingerprint& one, const Fingerprint& other);

} // namespace probity::casework
