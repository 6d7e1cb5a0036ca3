// An id that a text names: the same text gives the same id on every machine.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/bytes.h"

namespace probity::base {

// The first bytes of the text's SHA-256.
template <class Id> Id named_id(std::string_view text) {
  const Digest digest = sha256(bytes_of(text));
  Id id;
  std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

} // namespace probity::base
