#include "base/json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/json_scanner.h"

namespace probity::base::json {
namespace {

constexpr std::int64_t largest_integer = 9'007'199'254'740'991; // 2^53 − 1, RFC 7493 section 2.2

bool by_key(const Member& a, const Member& b) {
  return a.first < b.first;
}
bool same_key(const Member& a, const Member& b) {
  return a.first == b.first;
}
bool not_rising(const Member& a, const Member& b) {
  return a.first >= b.first;
}

bool is_key(std::string_view key) {
  if (key.empty() || key[0] < 'a' || key[0] > 'z') return false;
  return std::all_of(key.begin(), key.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

// Reads one value of the narrow profile.
class Reader {
 public:
  Reader(Scanner& scanner, const Limits& limits) : scanner_(scanner), limits_(limits) {}

  bool value(Value& out, int depth) {
    switch (scanner_.peek()) {
    case '{':
      return object(out, depth + 1);
    case '[':
      return array(out, depth + 1);
    case '"': {
      std::string text;
      if (!scanner_.string(text) || !has_no_nul(text)) return false;
      out = Value(std::move(text));
      return true;
    }
    case 't':
      out = Value(true);
      return scanner_.literal("true");
    case 'f':
      out = Value(false);
      return scanner_.literal("false");
    case 'n':
      if (!scanner_.literal("null")) return false;
      return scanner_.fault(ErrorCode::invalid_input, "null is not allowed", "leave the member out");
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      return integer(out);
    default:
      return scanner_.unexpected("a value");
    }
  }

 private:
  bool integer(Value& out) {
    std::string_view token;
    if (!scanner_.number(token)) return false;
    if (token.find_first_of(".eE") != std::string_view::npos)
      return scanner_.fault(ErrorCode::invalid_input,
                            "the number " + shown(token) + " has a fraction or an exponent",
                            "write whole numbers: money in pence, durations in minutes");
    std::int64_t number = 0;
    const auto read = std::from_chars(token.data(), token.data() + token.size(), number);
    if (read.ec != std::errc{} || number > largest_integer || number < -largest_integer)
      return scanner_.fault(ErrorCode::invalid_input,
                            "the number " + shown(token) + " is outside ±9007199254740991",
                            "beyond 2^53 − 1 other readers lose digits: write it as a text");
    out = Value(number);
    return true;
  }

  bool array(Value& out, int depth) {
    if (!may_nest(depth)) return false;
    scanner_.skip();
    Array items;
    bool more = scanner_.peek() != ']';
    if (!more) scanner_.skip();
    while (more) {
      if (!value(items.emplace_back(), depth)) return scanner_.inside(items.size() - 1);
      if (!scanner_.next_item(']', more)) return false;
    }
    out = Value(std::move(items));
    return true;
  }

  bool object(Value& out, int depth) {
    if (!may_nest(depth)) return false;
    scanner_.skip();
    Object members;
    bool more = scanner_.peek() != '}';
    if (more)
      members.reserve(8);
    else
      scanner_.skip();
    while (more) {
      if (scanner_.peek() != '"') return scanner_.unexpected("a key in quotes");
      Member& member = members.emplace_back();
      if (!scanner_.string(member.first)) return false;
      if (!is_key(member.first)) {
        scanner_.fault(ErrorCode::invalid_input, "a key is not of lower-case letters, digits and '_'",
                       "keys begin with a letter a–z and go on with a–z, 0–9 and '_'");
        return scanner_.inside(member.first);
      }
      if (!scanner_.colon() || !value(member.second, depth)) return scanner_.inside(member.first);
      if (!scanner_.next_item('}', more)) return false;
    }
    if (std::adjacent_find(members.begin(), members.end(), not_rising) != members.end()) {
      std::stable_sort(members.begin(), members.end(), by_key);
      if (const auto twin = std::adjacent_find(members.begin(), members.end(), same_key);
          twin != members.end()) {
        scanner_.fault(ErrorCode::invalid_input, "a key stands twice in one object");
        return scanner_.inside(twin->first);
      }
    }
    out = Value(std::move(members));
    return true;
  }

  bool may_nest(int depth) {
    if (depth <= limits_.depth) return true;
    return scanner_.fault(ErrorCode::too_large,
                          "nested deeper than " + std::to_string(limits_.depth) + " levels");
  }

  bool has_no_nul(const std::string& text) {
    if (text.find('\0') == std::string::npos) return true;
    return scanner_.fault(ErrorCode::invalid_input, "a text holds the character U+0000");
  }

  static std::string shown(std::string_view token) {
    return token.size() <= 40 ? std::string(token) : std::string(token.substr(0, 40)) + "…";
  }

  Scanner& scanner_;
  const Limits& limits_;
};

// A few bytes of `text` from `at`, cut at character boundaries, for an error message.
std::string excerpt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "the end";
  const auto is_continuation = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
  };
  while (at > 0 && is_continuation(at))
    --at;
  std::size_t end = std::min(at + 12, text.size());
  while (is_continuation(end))
    ++end;
  std::string out = "\"";
  for (const char c : text.substr(at, end - at))
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return out + "\"";
}

Error spelled_otherwise(std::string_view text, std::string_view canonical) {
  const auto differs = std::mismatch(text.begin(), text.end(), canonical.begin(), canonical.end());
  const auto at = static_cast<std::size_t>(differs.first - text.begin());
  return Error{ErrorCode::not_canonical,
               "differs from its canonical spelling at byte " + std::to_string(at) + ": found " +
                   excerpt(text, at) + ", canonical is " + excerpt(canonical, at),
               {},
               "write it without spaces, with keys in alphabetical order and no needless escapes (RFC 8785)"};
}

} // namespace

Value::Value(Object object) : data_(std::move(object)) {
  Object& members = std::get<Object>(data_);
  if (std::adjacent_find(members.begin(), members.end(), not_rising) == members.end()) return;
  std::stable_sort(members.begin(), members.end(), by_key);
  PROBITY_ENSURE(std::adjacent_find(members.begin(), members.end(), same_key) == members.end());
}

const Value* Value::find(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  const auto at = std::lower_bound(members->begin(), members->end(), key,
                                   [](const Member& member, std::string_view k) { return member.first < k; });
  return at != members->end() && at->first == key ? &at->second : nullptr;
}

Value* Value::find(std::string_view key) {
  return const_cast<Value*>(std::as_const(*this).find(key));
}

void Value::set(std::string_view key, Value value) {
  PROBITY_ENSURE(object() != nullptr);
  Object& members = std::get<Object>(data_);
  const auto at = std::lower_bound(members.begin(), members.end(), key,
                                   [](const Member& member, std::string_view k) { return member.first < k; });
  if (at != members.end() && at->first == key)
    at->second = std::move(value);
  else
    members.emplace(at, std::string(key), std::move(value));
}

bool Value::erase(std::string_view key) {
  const Value* found = find(key);
  if (found == nullptr) return false;
  Object& members = std::get<Object>(data_);
  members.erase(std::find_if(members.begin(), members.end(),
                             [found](const Member& member) { return &member.second == found; }));
  return true;
}

Result<Value> parse(std::string_view text, Spelling spelling, Limits limits) {
  if (text.size() > limits.bytes)
    return fail(ErrorCode::too_large, "the text has " + std::to_string(text.size()) + " bytes; at most " +
                                          std::to_string(limits.bytes) + " are allowed");
  Value out;
  auto error = scan(text, [&](Scanner& scanner) { return Reader(scanner, limits).value(out, 0); });
  if (error) return tl::unexpected<Error>(std::move(*error));
  if (spelling == Spelling::canonical) {
    thread_local std::string canonical;
    canonical.clear();
    write(out, canonical);
    if (canonical != text) return tl::unexpected<Error>(spelled_otherwise(text, canonical));
  }
  return out;
}

void write_string(std::string_view text, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, written, i - written);
    written = i + 1;
    constexpr std::string_view named = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    if (const std::size_t at = named.find(text[i]); at != std::string_view::npos) {
      out += '\\';
      out += letters[at];
    } else {
      out += "\\u00";
      out += hex[c >> 4U];
      out += hex[c & 15U];
    }
  }
  out.append(text, written, text.size() - written);
  out += '"';
}

void write(const Value& value, std::string& out) {
  if (const auto* members = value.object()) {
    char before = '{';
    for (const auto& [key, member] : *members) {
      out += before;
      write_string(key, out);
      out += ':';
      write(member, out);
      before = ',';
    }
    if (members->empty()) out += '{';
    out += '}';
  } else if (const auto* items = value.array()) {
    char before = '[';
    for (const Value& item : *items) {
      out += before;
      write(item, out);
      before = ',';
    }
    if (items->empty()) out += '[';
    out += ']';
  } else if (const auto* text = value.text()) {
    write_string(*text, out);
  } else if (const auto* integer = value.integer()) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *integer).ptr;
    out.append(digits.data(), end);
  } else {
    out += *value.boolean() ? "true" : "false";
  }
}

std::string write(const Value& value) {
  std::string out;
  write(value, out);
  return out;
}

} // namespace probity::base::json
