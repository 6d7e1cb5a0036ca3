// Full RFC 8785: everything JSON can say, spelled the one canonical way.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/json.h"
#include "base/json_scanner.h"

namespace probity::base::json {
namespace {

constexpr int deepest = 512; // guards the stack; RFC 8785 itself sets no limit

// Order by UTF-16 code units, of valid UTF-8 (RFC 8785 section 3.2.3). It departs from byte order only where
// a supplementary character (lead byte 0xF0–0xF4, whose first code unit is a surrogate 0xD8xx) meets
// U+E000–U+FFFF (lead byte 0xEE or 0xEF).
bool before_in_utf16(std::string_view a, std::string_view b) {
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (differs.second == b.end()) return false;
  if (differs.first == a.end()) return true;
  const auto left = static_cast<unsigned char>(*differs.first);
  const auto right = static_cast<unsigned char>(*differs.second);
  if (left >= 0xEE && right >= 0xEE && (left >= 0xF0) != (right >= 0xF0)) return left >= 0xF0;
  return left < right;
}

// Whether a number token that no double holds is too large, rather than too small.
bool is_too_large(std::string_view token) {
  const std::size_t exponent_at = std::min(token.find_first_of("eE"), token.size());
  const std::string_view digits = token.substr(0, exponent_at);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.find_first_of("123456789");
  if (first == std::string_view::npos) return false;
  if (exponent_at < token.size()) {
    std::string_view exponent = token.substr(exponent_at + 1);
    const bool negative = exponent.starts_with('-');
    if (negative || exponent.starts_with('+')) exponent.remove_prefix(1);
    long long value = 0;
    const auto read = std::from_chars(exponent.data(), exponent.data() + exponent.size(), value);
    const long long magnitude = read.ec == std::errc{} ? value : (1LL << 60U);
    const long long leading = static_cast<long long>(point) - static_cast<long long>(first);
    return leading + (negative ? -magnitude : magnitude) > 0;
  }
  return first < point;
}

class Rewriter {
 public:
  explicit Rewriter(Scanner& scanner) : scanner_(scanner) {}

  bool value(std::string& out, int depth) {
    switch (scanner_.peek()) {
    case '{':
      return object(out, depth + 1);
    case '[':
      return array(out, depth + 1);
    case '"': {
      std::string text;
      if (!scanner_.string(text)) return false;
      write_string(text, out);
      return true;
    }
    case 't':
      out += "true";
      return scanner_.literal("true");
    case 'f':
      out += "false";
      return scanner_.literal("false");
    case 'n':
      out += "null";
      return scanner_.literal("null");
    default:
      return number(out);
    }
  }

 private:
  bool number(std::string& out) {
    const char first = scanner_.peek();
    if (first != '-' && (first < '0' || first > '9')) return scanner_.unexpected("a value");
    std::string_view token;
    if (!scanner_.number(token)) return false;
    double number = 0;
    const auto read = std::from_chars(token.data(), token.data() + token.size(), number);
    if (read.ec == std::errc::result_out_of_range) {
      if (is_too_large(token))
        return scanner_.fault(ErrorCode::invalid_input, "a number is too large for a double");
      number = 0;
    }
    out += number_text(number);
    return true;
  }

  bool array(std::string& out, int depth) {
    if (!may_nest(depth)) return false;
    scanner_.skip();
    out += '[';
    bool more = scanner_.peek() != ']';
    if (!more) scanner_.skip();
    for (std::size_t index = 0; more; ++index) {
      if (index > 0) out += ',';
      if (!value(out, depth)) return scanner_.inside(index);
      if (!scanner_.next_item(']', more)) return false;
    }
    out += ']';
    return true;
  }

  bool object(std::string& out, int depth) {
    if (!may_nest(depth)) return false;
    scanner_.skip();
    std::vector<std::pair<std::string, std::string>> members;
    bool more = scanner_.peek() != '}';
    if (!more) scanner_.skip();
    while (more) {
      if (scanner_.peek() != '"') return scanner_.unexpected("a key in quotes");
      auto& [key, spelled] = members.emplace_back();
      if (!scanner_.string(key)) return false;
      if (!scanner_.colon() || !value(spelled, depth)) return scanner_.inside(key);
      if (!scanner_.next_item('}', more)) return false;
    }
    std::stable_sort(members.begin(), members.end(),
                     [](const auto& a, const auto& b) { return before_in_utf16(a.first, b.first); });
    const auto twin = std::adjacent_find(members.begin(), members.end(),
                                         [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twin != members.end()) {
      scanner_.fault(ErrorCode::invalid_input, "a key stands twice in one object");
      return scanner_.inside(twin->first);
    }
    out += '{';
    for (const auto& [key, spelled] : members) {
      if (&key != &members.front().first) out += ',';
      write_string(key, out);
      out += ':';
      out += spelled;
    }
    out += '}';
    return true;
  }

  bool may_nest(int depth) {
    if (depth <= deepest) return true;
    return scanner_.fault(ErrorCode::too_large, "nested deeper than " + std::to_string(deepest) + " levels");
  }

  Scanner& scanner_;
};

} // namespace

Result<std::string> canonicalise(std::string_view text) {
  std::string out;
  auto error = scan(text, [&out](Scanner& scanner) { return Rewriter(scanner).value(out, 0); });
  if (error) return tl::unexpected<Error>(std::move(*error));
  return out;
}

// The shortest digits that read back as the value, laid out by ECMA-262 section 6.1.6.1.20.
std::string number_text(double value) {
  PROBITY_ENSURE(std::isfinite(value));
  if (value == 0) return "0"; // −0 too
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                 std::chars_format::scientific)
                       .ptr;
  const std::string_view scientific(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t exponent_at = scientific.find('e');
  std::string digits(scientific.substr(0, 1));
  if (exponent_at > 2) digits += scientific.substr(2, exponent_at - 2);
  int exponent = 0;
  const char* exponent_begin = buffer.data() + exponent_at + (scientific[exponent_at + 1] == '+' ? 2 : 1);
  std::from_chars(exponent_begin, end, exponent);

  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1; // ECMA-262's n: digits before the decimal point
  std::string out = value < 0 ? "-" : "";
  if (count <= point && point <= 21) {
    out += digits + std::string(static_cast<std::size_t>(point - count), '0');
  } else if (0 < point && point <= 21) {
    out += digits.substr(0, static_cast<std::size_t>(point)) + "." +
           digits.substr(static_cast<std::size_t>(point));
  } else if (-6 < point && point <= 0) {
    out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else {
    out += digits.substr(0, 1);
    if (count > 1) out += "." + digits.substr(1);
    out += point > 0 ? "e+" : "e-";
    out += std::to_string(std::abs(point - 1));
  }
  return out;
}

} // namespace probity::base::json
