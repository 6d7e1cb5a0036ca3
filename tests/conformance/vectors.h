// The ledger's test vectors: files of one JSON array of objects, each with an `id`.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/bytes.h"

namespace probity::conformance {

// Runs `check` on every vector of vectors/ledger/<file>, with its id in the trace of a failure. Fails when
// the file does not hold exactly `count` vectors; prints one line and passes when there is no folder of real
// data.
void for_each_vector(const std::string& file, std::size_t count,
                     const std::function<void(const nlohmann::json&)>& check);

base::ByteVector from_hex(const std::string& hex);
std::string from_base64(const std::string& text);
// Hashes in hex; nothing when one does not have 32 bytes, since such a proof cannot even be stated.
std::optional<base::Digest> digest(const std::string& hex);
std::optional<std::vector<base::Digest>> digests(const nlohmann::json& list);
// Leaf hashes of a vector: `leaves` (hex) or `leaf_rule` and a size.
std::vector<base::Digest> leaf_hashes(const nlohmann::json& vector, std::uint64_t size);

} // namespace probity::conformance
