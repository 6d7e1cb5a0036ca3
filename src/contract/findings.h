// What a contract file that leaves no question open still does not do: a clause that sets no level, a ceiling
// over nothing. A finding is a question to its author, not a refusal.
#pragma once

#include <string>
#include <vector>

#include "contract/terms.h"

namespace probity::contract {

struct Finding {
  std::string clause;    // kind and id: "monitoring monitored_days"
  std::int64_t line = 0; // of the file, where the clause begins
  std::string message;   // one sentence, no trailing full stop
  bool operator==(const Finding&) const = default;
};

// Of the terms as first made, and of what each variation makes of them that was not so before; in the order
// of the file's lines.
std::vector<Finding> findings_of(const Contract& contract);

} // namespace probity::contract
