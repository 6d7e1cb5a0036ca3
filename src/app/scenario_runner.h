// Runs a scenario: a fresh replayed ledger, the records, the settlements, and what was expected of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace probity::app {

struct ScenarioReport {
  std::string name;
  int checks = 0;                    // expectations held against what came out
  std::vector<std::string> failures; // "FILE:LINE: expected …, came out …"
};

// Runs every case of a file, each on a ledger of its own, or the one with this number, counted from 0.
// `folder`: an empty folder for the ledgers. The contract file is looked for beside the scenario, then in
// `contracts`. An error when the file cannot be read; a record that is refused is a failure of its case.
base::Result<std::vector<ScenarioReport>> run_scenarios(const std::string& file, const std::string& folder,
                                                        const std::string& contracts,
                                                        std::optional<std::size_t> only = {});
// The names of the cases of a file, in order.
base::Result<std::vector<std::string>> scenario_names(const std::string& file, const std::string& contracts);

} // namespace probity::app
