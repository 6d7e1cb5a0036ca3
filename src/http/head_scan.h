// Where the head of a request ends in the bytes that have come so far, and what in it is refused before
// anything else reads it: what parsers disagree about is how requests are smuggled past a proxy.
#pragma once

#include "http/limits.h"
#include "http/status.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace probity::http {

// Fed with all bytes of the head so far, again and again as they come; looks at each byte once.
class HeadScan {
 public:
  explicit HeadScan(const Limits& limits) : limits_(limits) {}

  // The length of the head with its empty line, once it is there. `bytes` begins as it did in the last call.
  // After a fault nothing is looked at any more.
  std::optional<std::size_t> advance(std::string_view bytes);

  // Bare CR or LF, NUL and other control characters, a line that begins with a space (folding, or before the
  // first field), a space before the colon, a field without a name: 400. Over the limits: 414 for the request
  // line, else 431.
  [[nodiscard]] std::optional<Status> fault() const { return fault_; }

 private:
  void end_line(std::string_view line);

  Limits limits_;
  std::size_t line_start_ = 0;
  std::size_t at_ = 0;
  std::size_t lines_ = 0; // that have ended
  std::optional<Status> fault_;
};

} // namespace probity::http
