// A folder of contract files, for the service.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "service/settling.h"

namespace probity::app {

// Every FILE.toml of the folder, by name. `not_found` when there is no such folder; errors of reading name
// the file and the clause; `invalid_input` for a file whose name cannot stand in an address.
base::Result<std::vector<std::shared_ptr<const service::ContractFile>>>
load_contracts(const std::string& folder);

} // namespace probity::app
