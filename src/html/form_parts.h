// What the fields of forms have in common when they are written.
#pragma once

#include "html/form.h"

namespace probity::html {

// Both with a blank between; one alone when the other is empty.
std::string joined(const std::string& first, const std::string& second);

// Hint and error message, and the ids by which the field names them.
struct Said {
  Html markup;
  std::string described_by;
};
Said said(const Around& around, const std::string& id, std::string described_by);
// The group around a field, marked when something is to be put right.
Html group(const Around& around, const Html& content);
void add_unless_empty(std::vector<Attribute>& attributes, AttributeName name, std::string_view value);

} // namespace probity::html
