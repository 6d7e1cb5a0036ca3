// Which program made a view. A fold that was changed makes other rows of the same ledger, and nobody has to
// think of raising a number for it: what is hashed are the files that decide what is in a row.
#pragma once

#include <string_view>

namespace probity::views {

// SHA-256, in hexadecimal digits, over the sources of vocabulary and folds and over the rules.
std::string_view folding_sources();

} // namespace probity::views
