// The canonical bytes of a submitted event, and of the leaf that it becomes.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "ledger/leaf_fields.h"

namespace probity::ledger {

// What the sequencer adds.
struct Placement {
  std::uint64_t index = 0;
  base::Digest prev;
  std::optional<base::Instant> recorded; // live logs; replayed ones have it already
  std::uint64_t sequence = 0;
  const std::vector<LeafFields::Subject>* subjects = nullptr;
};

// Where the canonical bytes of a submitted event stand in a text, without its sealed parts (what the
// submission hash covers), and where in them the members belong that the ledger adds.
struct SubmittedText {
  std::size_t from = 0;
  std::size_t to = 0;
  std::array<std::size_t, 5> gaps = {}; // before which byte: index, prev, recorded, seq, subjects
};

// Appends the canonical bytes of an event whose envelope has been read without an error.
SubmittedText write_submitted(const base::json::Value& event, std::string& out);
// Appends the canonical bytes of the leaf: those submitted, with the ledger's members among them.
void write_leaf(std::string_view text, const SubmittedText& submitted, const Placement& placement,
                std::string& out);

constexpr std::size_t most_leaf_bytes = 60'000;

} // namespace probity::ledger
