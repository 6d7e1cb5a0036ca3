// The product's mark: two links of a chain.
#pragma once

#include <string>

#include "html/writer.h"

namespace probity::html {

// For a page: takes the colour of the text beside it, and is nothing to a screen reader.
Html product_mark();
// A file of its own for the tabs of browsers, image/svg+xml: the mark in white on our colour, without a
// style.
std::string product_icon();

} // namespace probity::html
