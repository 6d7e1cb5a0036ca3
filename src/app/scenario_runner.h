// Runs a scenario: a fresh replayed ledger, the records, the settlements, and what was expected of them.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace probity::app {

struct ScenarioReport {
  std::string name;
  int checks = 0;                    // expectations held against what came out
  std::vector<std::string> failures; // "FILE:LINE: expected …, came out …"
};

// `folder`: an empty folder for the ledger. The contract file is looked for beside the scenario, then in
// `contracts`. An error when the scenario cannot be read or a record is refused.
base::Result<ScenarioReport> run_scenario(const std::string& file, const std::string& folder,
                                          const std::string& contracts);

} // namespace probity::app
