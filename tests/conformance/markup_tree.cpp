#include "conformance/markup_tree.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace probity::conformance {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 5> names{"br", "hr", "img", "input", "meta"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Text runs through these; at the borders of all others a line begins.
bool is_inline(std::string_view name) {
  constexpr std::array<std::string_view, 10> names{"a",    "abbr",   "b",     "code", "em",
                                                   "span", "strong", "label", "i",    "small"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string unescaped(std::string_view text) {
  static const std::map<std::string_view, std::string_view> known{
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#39", "'"}, {"#x27", "'"}, {"ctdot", "⋯"}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    const auto found = known.find(text.substr(at + 1, end - at - 1));
    if (found == known.end())
      throw std::runtime_error("entity " + std::string(text.substr(at, end - at + 1)));
    out += found->second;
    at = end + 1;
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view markup) : markup_(markup) {}

  void read_children(MarkupNode& parent) {
    while (at_ < markup_.size()) {
      if (markup_[at_] != '<') {
        const std::size_t end = std::min(markup_.find('<', at_), markup_.size());
        MarkupNode text;
        text.text = unescaped(markup_.substr(at_, end - at_));
        parent.children.push_back(std::move(text));
        at_ = end;
      } else if (markup_.substr(at_).starts_with("</")) {
        const std::size_t end = markup_.find('>', at_);
        if (end == std::string_view::npos || markup_.substr(at_ + 2, end - at_ - 2) != parent.name)
          throw std::runtime_error("<" + parent.name + "> is not closed");
        at_ = end + 1;
        return;
      } else {
        parent.children.push_back(read_element());
      }
    }
    if (!parent.name.empty()) throw std::runtime_error("<" + parent.name + "> is not closed");
  }

 private:
  [[nodiscard]] char here() const {
    if (at_ >= markup_.size()) throw std::runtime_error("the markup ends in a tag");
    return markup_[at_];
  }

  void skip_space() {
    while (is_space(here()))
      ++at_;
  }

  std::string read_name() {
    const std::size_t from = at_;
    while (!is_space(here()) && here() != '>' && here() != '=' && here() != '/')
      ++at_;
    return std::string(markup_.substr(from, at_ - from));
  }

  MarkupNode read_element() {
    MarkupNode out;
    ++at_;
    out.name = read_name();
    for (;;) {
      skip_space();
      if (here() == '/') {
        at_ += 2;
        return out;
      }
      if (here() == '>') {
        ++at_;
        if (!is_void(out.name)) read_children(out);
        return out;
      }
      std::string name = read_name();
      if (name.empty()) throw std::runtime_error("no attribute in <" + out.name);
      std::string value;
      if (here() == '=') {
        ++at_;
        const char quote = here();
        const std::size_t end = markup_.find(quote, at_ + 1);
        if ((quote != '"' && quote != '\'') || end == std::string_view::npos)
          throw std::runtime_error("attribute " + name + " is not quoted");
        value = unescaped(markup_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
      }
      out.attributes.emplace_back(std::move(name), std::move(value));
    }
  }

  std::string_view markup_;
  std::size_t at_ = 0;
};

std::string single_spaced(std::string_view words) {
  std::string out;
  for (const char c : words)
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class Printer {
 public:
  void print_children(const MarkupNode& parent, std::size_t depth) {
    for (const MarkupNode& node : parent.children)
      if (node.name.empty())
        print_text(node.text, depth);
      else
        print_element(node, depth);
  }
  std::string lines;

 private:
  void print_text(std::string_view text, std::size_t depth) {
    std::string shown;
    for (const char c : text) {
      if (is_space(c)) {
        space_is_due_ = !line_begins_;
        continue;
      }
      if (space_is_due_) shown += ' ';
      space_is_due_ = false;
      line_begins_ = false;
      shown += c;
    }
    if (shown.empty()) return;
    // Text that stands in two pieces, markup between them or not, is one.
    lines += std::string(depth, ' ') + "\"" + shown + "\"\n";
  }

  void print_element(const MarkupNode& node, std::size_t depth) {
    const bool flows = is_inline(node.name);
    if (!flows) begin_line();
    auto attributes = node.attributes;
    std::sort(attributes.begin(), attributes.end());
    lines += std::string(depth, ' ') + node.name;
    for (const auto& [name, value] : attributes)
      lines += " " + name + "=\"" + (name == "class" ? single_spaced(value) : value) + "\"";
    lines += "\n";
    print_children(node, depth + 1);
    if (!flows) begin_line();
  }

  void begin_line() {
    line_begins_ = true;
    space_is_due_ = false;
  }

  bool line_begins_ = true;
  bool space_is_due_ = false;
};

} // namespace

MarkupNode read_markup(std::string_view markup) {
  MarkupNode out;
  Reader(markup).read_children(out);
  return out;
}

std::string normalised(const MarkupNode& tree) {
  Printer printer;
  printer.print_children(tree, 0);
  return printer.lines;
}

} // namespace probity::conformance
