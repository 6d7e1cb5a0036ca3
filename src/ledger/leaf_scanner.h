// The quick reading of canonical JSON that the ledger wrote itself.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace probity::ledger {

// A cursor over JSON text. It accepts what the canonical writer writes, and stops at anything else.
class LeafScanner {
 public:
  explicit LeafScanner(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] const char* position() const { return at_; }
  [[nodiscard]] bool finished() const { return !failed_ && at_ == end_; }
  void fail() { failed_ = true; }

  bool take(char c) {
    if (failed_ || at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) failed_ = true;
  }

  // The bytes between the quotes, escapes left as they are.
  std::string_view string() {
    expect('"');
    if (failed_) return {};
    const char* const start = at_;
    while (true) {
      const void* found = std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_));
      if (found == nullptr) {
        failed_ = true;
        return {};
      }
      const char* quote = static_cast<const char*>(found);
      std::size_t backslashes = 0;
      for (const char* back = quote; back != start && back[-1] == '\\'; --back)
        ++backslashes;
      at_ = quote + 1;
      if (backslashes % 2 == 0) return {start, static_cast<std::size_t>(quote - start)};
    }
  }

  std::optional<std::int64_t> integer() {
    std::int64_t value = 0;
    if (failed_) return std::nullopt;
    const std::from_chars_result result = std::from_chars(at_, end_, value);
    if (result.ec != std::errc{}) {
      failed_ = true;
      return std::nullopt;
    }
    at_ = result.ptr;
    return value;
  }

  // Any value; returns its text.
  std::string_view value() {
    const char* const start = at_;
    int depth = 0;
    do {
      if (failed_ || at_ == end_) {
        failed_ = true;
        return {};
      }
      switch (*at_) {
      case '"':
        string();
        break;
      case '{':
      case '[':
        ++depth;
        ++at_;
        continue;
      case '}':
      case ']':
        --depth;
        ++at_;
        break;
      default:
        ++at_;
        continue_scalar();
        break;
      }
    } while (depth > 0);
    if (depth < 0) failed_ = true;
    return {start, static_cast<std::size_t>(at_ - start)};
  }

 private:
  void continue_scalar() {
    while (at_ != end_ && *at_ != ',' && *at_ != '}' && *at_ != ']' && *at_ != '"' && *at_ != '{' &&
           *at_ != '[')
      ++at_;
  }

  const char* at_;
  const char* end_;
  bool failed_ = false;
};

// Calls `member(key)` for each member of the object at the cursor; it must consume the value.
template <class Member> void each_member(LeafScanner& scan, const Member& member) {
  scan.expect('{');
  if (scan.take('}')) return;
  do {
    const std::string_view key = scan.string();
    scan.expect(':');
    if (scan.failed()) return;
    member(key);
  } while (scan.take(','));
  scan.expect('}');
}

} // namespace probity::ledger
