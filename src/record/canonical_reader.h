// Reads canonical JSON (base/json.h) without building a tree: for the codec only.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace probity::record {

// A cursor over the text. It reads what the canonical writer writes and stops at anything else: after the
// first fault every call does nothing and `failed` is true. It never reads beyond the text.
class CanonicalReader {
 public:
  explicit CanonicalReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] bool failed() const { return at_ == nullptr; }
  [[nodiscard]] bool finished() const { return at_ != nullptr && at_ == end_; }
  void fail() { at_ = end_ = nullptr; }

  bool take(char wanted) {
    if (at_ == end_ || *at_ != wanted) return false;
    ++at_;
    return true;
  }
  void expect(char wanted) {
    if (!take(wanted)) fail();
  }

  // What stands between the quotes, escapes as they are written.
  std::string_view raw_string() {
    if (!take('"')) {
      fail();
      return {};
    }
    const char* const start = at_;
    for (; at_ != end_; ++at_) {
      if (*at_ == '"') return {start, static_cast<std::size_t>(at_++ - start)};
      if (*at_ == '\\' && ++at_ == end_) break;
    }
    fail();
    return {};
  }

  // An integer as the canonical writer spells it: no plus, no leading zero, no "-0", no fraction.
  std::int64_t integer() {
    std::int64_t value = 0;
    const char* const start = at_;
    const std::from_chars_result result = std::from_chars(at_, end_, value);
    if (failed() || result.ec != std::errc{} || (*start == '0' && result.ptr != start + 1) ||
        (*start == '-' && start[1] == '0')) {
      fail();
      return 0;
    }
    at_ = result.ptr;
    return value;
  }

  // Any value, checked for balance and spelling of its parts; returns its text.
  std::string_view value(int depth_left = 16) {
    const char* const start = at_;
    skip(depth_left);
    return failed() ? std::string_view{} : std::string_view{start, static_cast<std::size_t>(at_ - start)};
  }

  // The first character of the next value, or '\0' at the end.
  [[nodiscard]] char peek() const { return at_ == end_ ? '\0' : *at_; }

  // Calls `read(key)` for every member of the object at the cursor; it must consume the value.
  template <class Read> void members(Read read) {
    expect('{');
    if (take('}')) return;
    do {
      const std::string_view key = raw_string();
      expect(':');
      if (failed()) return;
      read(key);
    } while (take(','));
    expect('}');
  }

  // Calls `read()` for every element of the list at the cursor; it must consume the element.
  template <class Read> void elements(Read read) {
    expect('[');
    if (take(']')) return;
    do {
      read();
      if (failed()) return;
    } while (take(','));
    expect(']');
  }

 private:
  void literal(std::string_view wanted) {
    if (static_cast<std::size_t>(end_ - at_) < wanted.size() ||
        std::memcmp(at_, wanted.data(), wanted.size()) != 0)
      fail();
    else
      at_ += wanted.size();
  }

  void skip(int depth_left) {
    if (depth_left == 0) return fail();
    switch (peek()) {
    case '{':
      members([&](std::string_view) { skip(depth_left - 1); });
      return;
    case '[':
      elements([&] { skip(depth_left - 1); });
      return;
    case '"':
      raw_string();
      return;
    case 't':
      return literal("true");
    case 'f':
      return literal("false");
    default:
      integer();
    }
  }

  const char* at_;
  const char* end_;
};

} // namespace probity::record
