// HTML and SVG in which text can never become markup. `Html` is markup and is made only by the functions
// below; everything else that goes in is text and is escaped. Names of elements and attributes are literals
// of the program, checked when it is compiled; addresses go through `Url`.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace probity::html {

// The name of an element. Not compiled: anything but letters and digits, and the elements whose content is
// not escaped text or that fetch or run something (script, style, iframe, object, …).
class ElementName {
 public:
  consteval ElementName(const char* literal) : name_(literal) { // NOLINT(google-explicit-constructor)
    check(name_);
  }
  [[nodiscard]] constexpr std::string_view text() const { return name_; }

 private:
  static constexpr void check(std::string_view name) {
    if (name.empty()) throw "an element needs a name";
    for (const char c : name)
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')))
        throw "not an element name";
    for (const std::string_view refused :
         {"script", "style", "iframe", "object", "embed", "link", "base", "template", "noscript", "textarea",
          "title", "plaintext", "xmp", "foreignObject"})
      if (name == refused) throw "this element is not written by element()";
  }
  std::string_view name_;
};

// The name of an attribute. Not compiled: event handlers, `style`, and whatever holds an address.
class AttributeName {
 public:
  consteval AttributeName(const char* literal) : name_(literal) { // NOLINT(google-explicit-constructor)
    check(name_);
  }
  [[nodiscard]] constexpr std::string_view text() const { return name_; }

 private:
  static constexpr void check(std::string_view name) {
    if (name.empty()) throw "an attribute needs a name";
    for (const char c : name)
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'))
        throw "not an attribute name";
    if (name.starts_with("on")) throw "event handlers are not written";
    for (const std::string_view refused : {"style", "href", "src", "srcset", "srcdoc", "action", "formaction",
                                           "data", "poster", "background", "ping", "cite"})
      if (name == refused) throw "this attribute is not written by its name";
  }
  std::string_view name_;
};

// An address that a page may point at.
class Url {
 public:
  // Part of the same page. Whatever an id may not hold is percent-encoded.
  static Url fragment(std::string_view id);
  // "#part", "/path" on the same host, "page.html#part" a page beside this one, "https://…",
  // "mailto:name@host"; nothing for any other scheme, for "//host", and for text with blanks, quotes,
  // backslashes, control or non-ASCII characters.
  static std::optional<Url> parse(std::string_view text);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  explicit Url(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

class Attribute {
 public:
  Attribute(AttributeName name, std::string_view value); // the value is text
  [[nodiscard]] const std::string& written() const { return written_; }

 private:
  friend Attribute action(const Url& url);
  friend Attribute href(const Url& url);
  explicit Attribute(std::string written) : written_(std::move(written)) {}
  std::string written_; // ` name="value"`, escaped
};
Attribute action(const Url& url); // where a form is sent
Attribute href(const Url& url);

// A style sheet: a literal of the program that cannot end its element.
class StyleSheet {
 public:
  consteval StyleSheet(const char* literal) : css_(literal) { // NOLINT(google-explicit-constructor)
    if (css_.find("</") != std::string_view::npos) throw "a style sheet cannot hold \"</\"";
  }
  [[nodiscard]] constexpr std::string_view text() const { return css_; }

 private:
  std::string_view css_;
};

// Well-formed markup. Cheap to move; `<<` puts more after it.
class Html {
 public:
  Html() = default;
  Html& operator<<(const Html& more) {
    markup_ += more.markup_;
    return *this;
  }
  [[nodiscard]] const std::string& markup() const& { return markup_; }
  [[nodiscard]] std::string markup() && { return std::move(markup_); }
  [[nodiscard]] bool empty() const { return markup_.empty(); }

 private:
  friend Html text(std::string_view text);
  friend Html element(ElementName name, std::initializer_list<Attribute> attributes, const Html& content);
  friend Html element(ElementName name, const std::vector<Attribute>& attributes, const Html& content);
  friend Html title(std::string_view text);
  friend Html text_area(const std::vector<Attribute>& attributes, std::string_view text);
  friend Html style(StyleSheet sheet);
  friend Html style_sheet_at(const Url& url);
  friend Html icon_at(const Url& url);
  friend std::string document(std::string_view language, const Html& head, const Html& body);
  std::string markup_;
};

// Text: & < > " ' are escaped; control characters other than tab and line feed, broken UTF-8, and characters
// that reorder what stands around them (bidirectional controls) become U+FFFD.
Html text(std::string_view text);
Html element(ElementName name, std::initializer_list<Attribute> attributes, const Html& content = {});
Html element(ElementName name, const std::vector<Attribute>& attributes, const Html& content = {});
inline Html element(ElementName name, const Html& content) {
  return element(name, std::initializer_list<Attribute>{}, content);
}
// An element that holds text alone.
inline Html element(ElementName name, std::string_view words) {
  return element(name, text(words));
}
inline Html element(ElementName name, std::initializer_list<Attribute> attributes, std::string_view words) {
  return element(name, attributes, text(words));
}
// <title> of a page or of a drawing.
Html title(std::string_view text);
// <textarea>: its text is escaped, and a first line that is empty stays.
Html text_area(const std::vector<Attribute>& attributes, std::string_view text);
Html style(StyleSheet sheet);
Html style_sheet_at(const Url& url); // <link rel="stylesheet">
Html icon_at(const Url& url);        // <link rel="icon"> of an SVG file

// A whole page, from doctype to </html>.
std::string document(std::string_view language, const Html& head, const Html& body);

} // namespace probity::html
