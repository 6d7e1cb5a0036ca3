// Reading and writing whole files.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "contract/terms.h"

namespace probity::app {

base::Result<std::string> read_file(const std::string& path);
// By a temporary file and a rename: never half-written.
base::Result<void> write_file(const std::string& path, std::string_view text);
base::Result<contract::Contract> load_contract(const std::string& path);

} // namespace probity::app
