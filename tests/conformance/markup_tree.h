// Markup as a tree, so that two spellings of one page part can be compared. Reads what templates and our
// writer write: elements, attributes, text, the entities they use. Not a reader for hostile pages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace probity::conformance {

struct MarkupNode {
  std::string name; // empty: text
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<MarkupNode> children;
};

// A node without a name whose children are the markup's. Throws std::runtime_error on markup it cannot read.
MarkupNode read_markup(std::string_view markup);

// One line a node, indented; attributes in the order of their names; white space as a browser shows it: runs
// are one space, none at the borders of blocks.
std::string normalised(const MarkupNode& tree);

} // namespace probity::conformance
