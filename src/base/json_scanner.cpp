#include "base/json_scanner.h"

#include "base/json.h"

#include <algorithm>
#include <array>
#include <simdjson.h>

namespace probity::base::json {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Characters that end a run of plain text inside a string.
constexpr std::array<bool, 256> ends_run = [] {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < 0x20; ++i)
    table[i] = true;
  table['"'] = true;
  table['\\'] = true;
  return table;
}();

void append_utf8(unsigned code, std::string& out) {
  const auto put = [&out](unsigned byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

} // namespace

bool is_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  if (is_utf8(text)) return std::nullopt;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + length > text.size() || !is_utf8(text.substr(i, length))) return i;
    i += length;
  }
  return i;
}

bool Scanner::fault(ErrorCode code, std::string message, std::string hint) {
  error_ = Error{code, std::move(message), {}, std::move(hint)};
  fault_position_ = position_;
  return false;
}

bool Scanner::unexpected(std::string_view wanted) {
  std::string message = "expected " + std::string(wanted) + " at byte " + std::to_string(position_);
  if (position_ >= text_.size()) {
    message += " but the text ends";
  } else {
    const auto found = static_cast<unsigned char>(text_[position_]);
    if (found > 0x20 && found < 0x7F)
      message += std::string(" but found '") + text_[position_] + "'";
    else
      message += " but found byte 0x" + std::string(1, "0123456789abcdef"[found >> 4U]) +
                 "0123456789abcdef"[found & 15U];
  }
  return fault(ErrorCode::invalid_input, std::move(message));
}

bool Scanner::inside(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~')
      step += "~0";
    else if (c == '/')
      step += "~1";
    else
      step += c;
  }
  error_.where.insert(0, step);
  return false;
}

bool Scanner::inside(std::size_t index) {
  return inside(std::to_string(index));
}

char Scanner::peek() {
  while (position_ < text_.size()) {
    const char c = text_[position_];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
    ++position_;
  }
  return '\0';
}

bool Scanner::next_item(char close, bool& more) {
  const char c = peek();
  if (c != ',' && c != close) return unexpected(close == ']' ? "',' or ']'" : "',' or '}'");
  ++position_;
  more = c == ',';
  return true;
}

bool Scanner::colon() {
  if (peek() != ':') return unexpected("':'");
  ++position_;
  return true;
}

bool Scanner::end() {
  peek();
  if (position_ == text_.size()) return true;
  return unexpected("nothing after the value");
}

bool Scanner::literal(std::string_view expected) {
  if (text_.substr(position_, expected.size()) != expected) return unexpected("a value");
  position_ += expected.size();
  return true;
}

bool Scanner::number(std::string_view& out) {
  const std::size_t start = position_;
  const auto here = [this] { return position_ < text_.size() ? text_[position_] : '\0'; };
  const auto digits = [&] {
    if (!is_digit(here())) return unexpected("a digit");
    while (is_digit(here()))
      ++position_;
    return true;
  };
  if (here() == '-') ++position_;
  if (here() == '0') {
    ++position_;
    if (is_digit(here())) return fault(ErrorCode::invalid_input, "a number begins with a needless zero");
  } else if (!digits()) {
    return false;
  }
  if (here() == '.') {
    ++position_;
    if (!digits()) return false;
  }
  if (here() == 'e' || here() == 'E') {
    ++position_;
    if (here() == '+' || here() == '-') ++position_;
    if (!digits()) return false;
  }
  out = text_.substr(start, position_ - start);
  return true;
}

std::optional<unsigned> Scanner::four_hex() {
  if (position_ + 4 > text_.size()) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const char c = text_[position_ + i];
    unsigned digit = 0;
    if (is_digit(c))
      digit = static_cast<unsigned>(c - '0');
    else if (c >= 'a' && c <= 'f')
      digit = static_cast<unsigned>(c - 'a') + 10;
    else if (c >= 'A' && c <= 'F')
      digit = static_cast<unsigned>(c - 'A') + 10;
    else
      return std::nullopt;
    value = value * 16 + digit;
  }
  position_ += 4;
  return value;
}

bool Scanner::escape(std::string& out) {
  if (position_ + 1 >= text_.size()) {
    position_ = text_.size();
    return unexpected("the rest of an escape");
  }
  const char kind = text_[position_ + 1];
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  if (const std::size_t at = letters.find(kind); at != std::string_view::npos) {
    out += meanings[at];
    position_ += 2;
    return true;
  }
  if (kind != 'u')
    return fault(ErrorCode::invalid_input, "unknown escape in a text at byte " + std::to_string(position_));
  const std::size_t start = position_;
  position_ += 2;
  const auto bad = [this, start](std::string what) {
    position_ = start;
    return fault(ErrorCode::invalid_input, std::move(what) + " at byte " + std::to_string(start));
  };
  const auto first = four_hex();
  if (!first) return bad("\\u is not followed by four hexadecimal digits");
  unsigned code = *first;
  if (code >= 0xDC00 && code <= 0xDFFF) return bad("a lone surrogate");
  if (code >= 0xD800 && code <= 0xDBFF) {
    if (text_.substr(position_, 2) != "\\u") return bad("a lone surrogate");
    position_ += 2;
    const auto second = four_hex();
    if (!second || *second < 0xDC00 || *second > 0xDFFF) return bad("a lone surrogate");
    code = 0x10000 + ((code - 0xD800) << 10U) + (*second - 0xDC00);
  }
  append_utf8(code, out);
  return true;
}

bool Scanner::string(std::string& out) {
  out.clear();
  ++position_;
  while (true) {
    std::size_t stop = position_;
    while (stop < text_.size() && !ends_run[static_cast<unsigned char>(text_[stop])])
      ++stop;
    out.append(text_, position_, stop - position_);
    position_ = stop;
    if (stop == text_.size()) return unexpected("the closing quote of a text");
    if (text_[stop] == '"') {
      ++position_;
      return true;
    }
    if (text_[stop] != '\\')
      return fault(ErrorCode::invalid_input,
                   "a control character stands unescaped in a text at byte " + std::to_string(stop),
                   "write it as an escape such as \\n");
    if (!escape(out)) return false;
  }
}

} // namespace probity::base::json
