#include "conformance/listed_components.h"

#include <fstream>
#include <sstream>
#include <utility>

namespace probity::conformance {

std::vector<ListedRow> listed_under(const std::string& heading) {
  std::vector<ListedRow> out;
  std::ifstream lines(PROBITY_SOURCE "/docs/components.md");
  bool in_part = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) in_part = line == "## " + heading;
    if (!in_part || !line.starts_with("| `")) continue;
    std::istringstream cells(line.substr(2));
    const auto bare = [&cells] {
      std::string text;
      std::getline(cells, text, '|');
      std::erase(text, '`');
      text.erase(0, text.find_first_not_of(' '));
      text.erase(text.find_last_not_of(' ') + 1);
      return text;
    };
    ListedRow row;
    row.component = bare();
    row.what = bare();
    row.reason = bare();
    out.push_back(std::move(row));
  }
  return out;
}

} // namespace probity::conformance
