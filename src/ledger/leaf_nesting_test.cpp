#include "ledger/leaf_nesting.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "ledger/leaf_scanner.h"

namespace probity::ledger {
namespace {

// The same byte by byte; nothing when the value does not end.
const char* past_by_bytes(std::string_view text) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_text && c == '\\') {
      ++at;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text && (c == '{' || c == '[')) {
      ++depth;
    } else if (!in_text && (c == '}' || c == ']') && --depth == 0) {
      return text.data() + at + 1;
    }
  }
  return nullptr;
}

// Words that JSON is made of, in any order.
std::string text_of(const std::vector<unsigned>& words) {
  constexpr std::string_view all[] = {"{", "}",  "[",    "]",     "\"", "\"abc\":",   ",",         ":",
                                      "1", "0f", "true", "\"}\"", " ",  "\"\u00e9\"", "{\"a\":[]}"};
  std::string out = "{";
  for (const unsigned word : words)
    out += all[word % std::size(all)];
  return out;
}

RC_GTEST_PROP(LeafNesting, EndsWhereReadingByteByByteEnds, (const std::vector<unsigned>& words)) {
  const std::string text = text_of(words) + std::string(words.size() % 70, 'x');
  const char* const past = past_nested(text.data(), text.data() + text.size());
  RC_ASSERT(past == nullptr || past == past_by_bytes(text));
  LeafScanner scan(text);
  const std::string_view value = scan.value();
  const char* const wanted = past_by_bytes(text);
  RC_ASSERT(scan.failed() == (wanted == nullptr));
  RC_ASSERT(wanted == nullptr || value.data() + value.size() == wanted);
}

TEST(LeafNesting, EndsAtEveryPlaceOfABlock) {
  for (std::size_t size = 0; size < 200; ++size) {
    const std::string text = "{\"a\":[{\"b}\":\"" + std::string(size, ']') + "\"},1]}";
    const std::string more = text + ",\"c\":{}}";
    const char* const past = past_nested(more.data(), more.data() + more.size());
#ifdef __SSE2__
    ASSERT_NE(past, nullptr) << size;
#endif
    if (past != nullptr) {
      ASSERT_EQ(past - more.data(), static_cast<std::ptrdiff_t>(text.size())) << size;
    }
    LeafScanner scan(more);
    ASSERT_EQ(scan.value(), text) << size;
  }
}

TEST(LeafNesting, LeavesEscapesToTheReaderOfTexts) {
  const std::string text = R"({"a":"\"}"})";
  EXPECT_EQ(past_nested(text.data(), text.data() + text.size()), nullptr);
  LeafScanner scan(text);
  EXPECT_EQ(scan.value(), text);
}

} // namespace
} // namespace probity::ledger
