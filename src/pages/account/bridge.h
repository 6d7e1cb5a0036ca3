// From nothing to the sum due, in steps: the statement's own lines added up clause by clause, fees first,
// then what is taken off and given back, then corrections of earlier periods.
#pragma once

#include <string>
#include <vector>

#include "contract/statement.h"

namespace probity::pages {

struct Step {
  enum class Kind { change, sum } kind = Kind::change;
  std::string label;
  std::string part;   // id of the part of the page that the step is made of; empty: none
  base::Money amount; // of a change: what it adds; of a sum: the statement's own total or due
  base::Money after;  // running sum
  std::size_t lines = 0;
};

// The last step before the first sum runs up to `statement.total`; the last step is `statement.due`.
std::vector<Step> bridge(const contract::Statement& statement, const contract::Terms& terms);

} // namespace probity::pages
