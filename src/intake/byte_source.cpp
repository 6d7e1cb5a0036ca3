#include "intake/byte_source.h"

#include <algorithm>

namespace probity::intake {

base::Result<std::size_t> TextSource::read(std::span<char> out) {
  const std::size_t count = std::min(out.size(), text_.size() - position_);
  std::copy_n(text_.data() + position_, count, out.data());
  position_ += count;
  return count;
}

} // namespace probity::intake
