#include "http/head_scan.h"

#include "http/fields.h"

namespace probity::http {

namespace {

bool is_refused_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n') || byte == 0x7F;
}

} // namespace

void HeadScan::end_line(std::string_view line) {
  ++lines_;
  if (lines_ == 1) {
    // Spaces in a row, at an end or none at all leave what is the target to whoever reads it.
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (first == 0 || second == std::string_view::npos || second == first + 1 ||
        line.find(' ', second + 1) != std::string_view::npos || second + 1 == line.size() ||
        line.find('\t') != std::string_view::npos)
      fault_ = Status::bad_request;
    else if (second - first - 1 > limits_.target_bytes)
      fault_ = Status::uri_too_long;
    return;
  }
  if (lines_ > limits_.fields + 1)
    fault_ = Status::header_fields_too_large;
  else if (!is_token(line.substr(0, line.find(':'))) || line.find(':') == std::string_view::npos)
    fault_ = Status::bad_request;
}

std::optional<std::size_t> HeadScan::advance(std::string_view bytes) {
  for (; at_ < bytes.size() && !fault_; ++at_) {
    if (at_ >= limits_.head_bytes) {
      fault_ = lines_ == 0 ? Status::uri_too_long : Status::header_fields_too_large;
      break;
    }
    const char c = bytes[at_];
    const bool after_return = at_ > line_start_ && bytes[at_ - 1] == '\r';
    if (is_refused_byte(c) || after_return != (c == '\n')) {
      fault_ = Status::bad_request;
    } else if (lines_ == 0 && at_ - line_start_ > limits_.target_bytes + 32) {
      // A method and a version fit into 32 bytes.
      fault_ = Status::uri_too_long;
    } else if (c == '\n') {
      const std::string_view line = bytes.substr(line_start_, at_ - 1 - line_start_);
      if (line.empty() && lines_ > 0) return at_ + 1;
      end_line(line);
      line_start_ = at_ + 1;
    }
  }
  return std::nullopt;
}

} // namespace probity::http
