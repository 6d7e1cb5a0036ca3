// The quick reading of canonical JSON that the ledger wrote itself.
#pragma once

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "ledger/leaf_nesting.h"

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
      const char* const quote = quote_from(at_);
      if (quote == end_) {
        failed_ = true;
        return {};
      }
      std::size_t backslashes = 0;
      for (const char* back = quote; back != start && back[-1] == '\\'; --back)
        ++backslashes;
      at_ = quote + 1;
      if (backslashes % 2 == 0) return {start, static_cast<std::size_t>(quote - start)};
    }
  }

  std::optional<std::int64_t> integer() {
    if (failed_) return std::nullopt;
    std::int64_t value = 0;
    const char* at = at_;
    for (; at != end_ && *at >= '0' && *at <= '9' && at - at_ < std::numeric_limits<std::int64_t>::digits10;
         ++at)
      value = value * 10 + (*at - '0');
    if (at != at_ && (at == end_ || *at < '0' || *at > '9')) {
      at_ = at;
      return value;
    }
    // None, a sign, or so many digits that they may be too many.
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
    if (!failed_ && at_ != end_ && (*at_ == '{' || *at_ == '[')) {
      if (const char* const past = past_nested(at_, end_); past != nullptr) {
        at_ = past;
        return {start, static_cast<std::size_t>(at_ - start)};
      }
    }
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
  // The first quote at `at` or after it, or the end. Most texts of an event are shorter than what calling a
  // library's search is worth.
  [[nodiscard]] const char* quote_from(const char* at) const {
#ifdef __SSE2__
    for (; end_ - at >= 16; at += 16) {
      const auto bytes = _mm_loadu_si128(reinterpret_cast<const decltype(_mm_setzero_si128())*>(at));
      const int quotes = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
      if (quotes != 0) return at + std::countr_zero(static_cast<unsigned>(quotes));
    }
#endif
    while (at != end_ && *at != '"')
      ++at;
    return at;
  }

  void continue_scalar() {
    while (at_ != end_ && !ends_scalar[static_cast<unsigned char>(*at_)])
      ++at_;
  }

  static constexpr std::array<bool, 256> ends_scalar = [] {
    std::array<bool, 256> out{};
    for (const char c : {',', '}', ']', '"', '{', '['})
      out[static_cast<unsigned char>(c)] = true;
    return out;
  }();

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
