// TOML as a tree of texts, integers, booleans, lists and tables. Floats are refused: money and percentages
// are texts.
#pragma once

#include <string_view>

#include "base/json.h"

namespace probity::base {

// Native TOML dates become texts ("2016-03-07"). The error names the line.
base::Result<base::json::Value> read_toml(std::string_view text, std::string_view name);

} // namespace probity::base
