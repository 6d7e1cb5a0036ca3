// Identifiers and digests as the columns of a ledger file hold them: their bytes.
#pragma once

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace probity::ledger {

// Zeros when the length is wrong.
template <class Id> Id id_from(base::ByteView bytes) {
  Id id;
  if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

// `corrupt` when the length is wrong; `what` names the bytes.
template <class Id> base::Result<Id> id_from(base::ByteView bytes, std::string_view what) {
  Id id;
  if (bytes.size() != id.bytes.size())
    return base::fail(base::ErrorCode::corrupt,
                      fmt::format("{} has {} bytes, not {}", what, bytes.size(), id.bytes.size()));
  std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

} // namespace probity::ledger
