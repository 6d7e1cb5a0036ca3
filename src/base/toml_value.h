// TOML as a tree of texts, integers, booleans, lists and tables. Floats are refused: money and percentages
// are texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace probity::base {

// Native TOML dates become texts ("2016-03-07"). The error names the line.
base::Result<base::json::Value> read_toml(std::string_view text, std::string_view name);

// Where a table of the file's top level begins: `deduction_cap`, or one of a list such as `[[fee]]`.
struct TableLine {
  std::string key;
  std::size_t position = 0; // in its list
  std::int64_t line = 0;    // from 1
};
// Of a text that `read_toml` reads; none of one that it does not.
std::vector<TableLine> table_lines(std::string_view text);

} // namespace probity::base
