#include "http/encoding.h"

#include "base/json.h"

#include <algorithm>
#include <optional>

namespace probity::http {

namespace {

using base::ErrorCode;

enum class Plus { is_space, is_plus };

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

base::Result<std::string> decode(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '%') {
      const auto high = at + 2 < text.size() ? hex_digit(text[at + 1]) : std::nullopt;
      const auto low = at + 2 < text.size() ? hex_digit(text[at + 2]) : std::nullopt;
      if (!high || !low)
        return base::fail(ErrorCode::invalid_input, "a percent sign is not followed by two hex digits");
      out += static_cast<char>(*high * 16 + *low);
      at += 2;
    } else if (c == '+' && plus == Plus::is_space) {
      out += ' ';
    } else {
      if (is_control(c) || c == ' ')
        return base::fail(ErrorCode::invalid_input, "a space or control character is not encoded");
      out += c;
    }
  }
  if (!base::json::is_utf8(out)) return base::fail(ErrorCode::invalid_input, "the decoded text is not UTF-8");
  return out;
}

void encode_to(std::string& out, std::string_view text, Plus plus) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c)) {
      out += c;
    } else if (c == ' ' && plus == Plus::is_space) {
      out += '+';
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
}

base::Result<Pair> decode_pair(std::string_view piece, const FormLimits& limits) {
  const std::size_t equals = piece.find('=');
  PROBITY_ASSIGN(std::string name, decode(piece.substr(0, equals), Plus::is_space));
  std::string value;
  if (equals != std::string_view::npos) {
    PROBITY_ASSIGN(value, decode(piece.substr(equals + 1), Plus::is_space));
  }
  if (name.empty()) return base::fail(ErrorCode::invalid_input, "a pair has no name");
  if (name.size() > limits.name_bytes) return base::fail(ErrorCode::too_large, "a name is too long");
  if (value.size() > limits.value_bytes) return base::fail(ErrorCode::too_large, "a value is too long");
  if (std::any_of(name.begin(), name.end(), is_control))
    return base::fail(ErrorCode::invalid_input, "a name has a control character");
  if (std::any_of(value.begin(), value.end(),
                  [](char c) { return is_control(c) && c != '\t' && c != '\r' && c != '\n'; }))
    return base::fail(ErrorCode::invalid_input, "a value has a control character");
  return Pair{std::move(name), std::move(value)};
}

} // namespace

base::Result<Pairs> decode_form(std::string_view text, const FormLimits& limits) {
  Pairs pairs;
  while (!text.empty()) {
    const std::size_t end = text.find('&');
    if (end == 0 || end + 1 == text.size()) return base::fail(ErrorCode::invalid_input, "a pair is empty");
    if (pairs.size() == limits.pairs)
      return base::fail(ErrorCode::too_large, "more than " + std::to_string(limits.pairs) + " pairs");
    PROBITY_ASSIGN(Pair pair, decode_pair(text.substr(0, end), limits));
    pairs.add(std::move(pair.name), std::move(pair.value));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return pairs;
}

std::string encode_form(const Pairs& pairs) {
  std::string out;
  for (const Pair& pair : pairs) {
    if (!out.empty()) out += '&';
    encode_to(out, pair.name, Plus::is_space);
    out += '=';
    encode_to(out, pair.value, Plus::is_space);
  }
  return out;
}

base::Result<std::string> decode_path(std::string_view text) {
  if (!text.starts_with('/'))
    return base::fail(ErrorCode::invalid_input, "the path does not begin with a slash");
  std::string out;
  while (!text.empty()) {
    text.remove_prefix(1);
    const std::string_view spelt = text.substr(0, text.find('/'));
    text.remove_prefix(spelt.size());
    const auto decoded = decode(spelt, Plus::is_plus);
    if (!decoded) return tl::unexpected<base::Error>(decoded.error());
    const std::string& part = *decoded;
    if (part == "." || part == "..")
      return base::fail(ErrorCode::invalid_input, "the path has a dot segment");
    if (part.find_first_of("/\\") != std::string::npos)
      return base::fail(ErrorCode::invalid_input, "a part of the path holds a slash or backslash");
    if (std::any_of(part.begin(), part.end(), is_control))
      return base::fail(ErrorCode::invalid_input, "the path has a control character");
    if (part.empty() && !text.empty())
      return base::fail(ErrorCode::invalid_input, "the path has an empty part");
    out += '/';
    out += part;
  }
  return out;
}

std::string encode_part(std::string_view part) {
  std::string out;
  encode_to(out, part, Plus::is_plus);
  return out;
}

base::Result<Target> decode_target(std::string_view text, const FormLimits& limits) {
  if (text.find('#') != std::string_view::npos)
    return base::fail(ErrorCode::invalid_input, "the target has a fragment");
  const std::size_t mark = text.find('?');
  Target target;
  PROBITY_ASSIGN(target.path, decode_path(text.substr(0, mark)));
  if (mark != std::string_view::npos) {
    PROBITY_ASSIGN(target.query, decode_form(text.substr(mark + 1), limits));
  }
  return target;
}

} // namespace probity::http
