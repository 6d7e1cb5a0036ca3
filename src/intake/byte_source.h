// Where the bytes of outside data come from.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/result.h"

namespace probity::intake {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills the start of `out` and returns how many bytes; 0 only at the end.
  virtual base::Result<std::size_t> read(std::span<char> out) = 0;
};

// Bytes that are in memory already.
class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}
  base::Result<std::size_t> read(std::span<char> out) override;

 private:
  std::string text_;
  std::size_t position_ = 0;
};

} // namespace probity::intake
