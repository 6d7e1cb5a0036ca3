// A checkpoint note kept elsewhere, which the ledger must have grown from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/note.h"
#include "ledger/verify.h"

namespace probity::ledger {

// What `options.against_note` says, absent without one. A note that none of the log's own key and the trusted
// keys signed is a finding; text that is no note, or a key that is none, is an error.
base::Result<std::optional<Checkpoint>> read_note(const VerifyOptions& options, const std::string& own_key,
                                                  std::vector<Finding>& findings);

} // namespace probity::ledger
