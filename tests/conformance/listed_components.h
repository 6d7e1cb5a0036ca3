// The tables of docs/components.md that tests hold it to.
#pragma once

#include <string>
#include <vector>

namespace probity::conformance {

struct ListedRow {
  std::string component; // as its folder in govuk-frontend
  std::string what;      // the second column: a fixture, or a number of them
  std::string reason;
};

// The rows of the table under this heading; none where there is no such heading.
std::vector<ListedRow> listed_under(const std::string& heading);

} // namespace probity::conformance
