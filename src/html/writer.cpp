#include "html/writer.h"

#include <array>
#include <cstdint>

namespace probity::html {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

// Length of the well-formed UTF-8 sequence of two to four bytes at the front (RFC 3629); 0: there is none.
std::size_t sequence(std::string_view at, std::uint32_t& code) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(at[i]));
  };
  const std::uint32_t lead = byte(0);
  std::size_t length = 0;
  std::uint32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    least = 0x80;
    code = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    least = 0x800;
    code = lead & 0x0FU;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    least = 0x10000;
    code = lead & 0x07U;
  }
  if (length == 0 || at.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < least || code > 0x10FFFF || surrogate ? 0 : length;
}

// C1 controls, and what reorders the text around it.
bool hidden(std::uint32_t code) {
  return code < 0xA0 || code == 0x200E || code == 0x200F || code == 0x061C ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

// Bytes that stand in a page as they are and say nothing of the next one.
constexpr auto stands_as_it_is = [] {
  std::array<bool, 256> out{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte)
    out[byte] = byte != '&' && byte != '<' && byte != '>' && byte != '"' && byte != '\'';
  out['\t'] = out['\n'] = true;
  return out;
}();

void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0; // start of what is copied as it is
  std::size_t at = 0;
  const auto put = [&](std::string_view instead, std::size_t length) {
    out.append(text, plain, at - plain);
    out += instead;
    at += length;
    plain = at;
  };
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (stands_as_it_is[byte]) {
      ++at;
    } else if (byte >= 0x80) {
      std::uint32_t code = 0;
      const std::size_t length = sequence(text.substr(at), code);
      if (length == 0)
        put(replacement, 1);
      else if (hidden(code))
        put(replacement, length);
      else
        at += length;
    } else if (byte == '&') {
      put("&amp;", 1);
    } else if (byte == '<') {
      put("&lt;", 1);
    } else if (byte == '>') {
      put("&gt;", 1);
    } else if (byte == '"') {
      put("&quot;", 1);
    } else if (byte == '\'') {
      put("&#39;", 1);
    } else { // a control character
      put(replacement, 1);
    }
  }
  out.append(text, plain);
}

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 7> names{"br", "hr", "meta", "img", "input", "col", "wbr"};
  for (const std::string_view one : names)
    if (one == name) return true;
  return false;
}

template <class Attributes>
std::string written(std::string_view name, const Attributes& attributes, std::string_view content) {
  std::size_t size = content.size() + 2 * name.size() + 5;
  for (const Attribute& attribute : attributes)
    size += attribute.written().size();
  std::string out;
  out.reserve(size);
  out += '<';
  out += name;
  for (const Attribute& attribute : attributes)
    out += attribute.written();
  out += '>';
  if (is_void(name)) return out;
  out += content;
  out += "</";
  out += name;
  out += '>';
  return out;
}

bool plain_in_url(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

} // namespace

Url Url::fragment(std::string_view id) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "#";
  for (const char c : id) {
    if (plain_in_url(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 0x0FU];
    }
  }
  return Url(std::move(out));
}

std::optional<Url> Url::parse(std::string_view text) {
  for (const char c : text)
    if (!plain_in_url(c) && std::string_view("/#?&=%:@+,;!$*()[]").find(c) == std::string_view::npos)
      return std::nullopt;
  const bool part = text.starts_with('#');
  const bool path = text.starts_with('/') && !text.starts_with("//");
  const bool elsewhere = text.starts_with("https://") && text.size() > 8;
  const bool mail = text.starts_with("mailto:") &&
                    text.find_first_of("/?&=%:#,;", 7) == std::string_view::npos &&
                    text.find('@') != std::string_view::npos;
  const std::string_view file = text.substr(0, text.find('#'));
  // Beside this page; no scheme can be meant, since there is no colon.
  const bool beside = !text.empty() && plain_in_url(text[0]) && file.ends_with(".html") &&
                      file.find_first_of(":?") == std::string_view::npos;
  if (!part && !path && !elsewhere && !mail && !beside) return std::nullopt;
  return Url(std::string(text));
}

Attribute::Attribute(AttributeName name, std::string_view value) {
  written_.reserve(name.text().size() + value.size() + 4);
  written_ = " ";
  written_ += name.text();
  written_ += "=\"";
  append_escaped(written_, value);
  written_ += '"';
}

namespace {

std::string address(std::string_view name, const Url& url) {
  std::string out = " ";
  out += name;
  out += "=\"";
  append_escaped(out, url.text());
  out += '"';
  return out;
}

} // namespace

Attribute action(const Url& url) {
  return Attribute(address("action", url));
}

Attribute href(const Url& url) {
  return Attribute(address("href", url));
}

Html text(std::string_view text) {
  Html out;
  out.markup_.reserve(text.size());
  append_escaped(out.markup_, text);
  return out;
}

Html element(ElementName name, std::initializer_list<Attribute> attributes, const Html& content) {
  Html out;
  out.markup_ = written(name.text(), attributes, content.markup_);
  return out;
}

Html element(ElementName name, const std::vector<Attribute>& attributes, const Html& content) {
  Html out;
  out.markup_ = written(name.text(), attributes, content.markup_);
  return out;
}

Html title(std::string_view text) {
  Html out;
  out.markup_ = "<title>";
  append_escaped(out.markup_, text);
  out.markup_ += "</title>";
  return out;
}

Html text_area(const std::vector<Attribute>& attributes, std::string_view text) {
  Html out;
  // The parser drops one line feed right after the tag.
  const Html shown = probity::html::text(text);
  out.markup_ = written("textarea", attributes, (text.starts_with('\n') ? "\n" : "") + shown.markup());
  return out;
}

Html style_sheet_at(const Url& url) {
  Html out;
  out.markup_ = "<link rel=\"stylesheet\"" + address("href", url) + ">";
  return out;
}

Html icon_at(const Url& url) {
  Html out;
  out.markup_ = "<link rel=\"icon\" type=\"image/svg+xml\"" + address("href", url) + ">";
  return out;
}

Html style(StyleSheet sheet) {
  Html out;
  out.markup_ = "<style>";
  out.markup_ += sheet.text();
  out.markup_ += "</style>";
  return out;
}

std::string document(std::string_view language, const Html& head, const Html& body) {
  std::string out = "<!doctype html>\n<html lang=\"";
  append_escaped(out, language);
  out += "\">\n<head>\n" + head.markup_ + "\n</head>\n" + body.markup_ + "\n</html>\n";
  return out;
}

} // namespace probity::html
