// Leaf 0 of a log, system.log_opened, whose facts are the log's constants.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "ledger/ledger.h"

namespace probity::ledger {

// `invalid_input` when the origin is not 1 to 200 plain characters; an error when the zone is unknown.
base::Result<void> check_constants(const Constants& constants);

// As the maker of a log submits it. Its id and the name of its stream derive from the seed, and are random
// without one.
base::json::Value opening_event(const CreateOptions& options, const std::optional<std::string>& seed);

// From the leaf's bytes. `corrupt`, about this file, when it is no opening event.
base::Result<Constants> constants_of(std::string_view body, const std::string& file);

} // namespace probity::ledger
