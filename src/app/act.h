// A command of casework on a ledger: load the case, decide, append.
#pragma once

#include "casework/command.h"
#include "casework/policy.h"
#include "ledger/ledger.h"

namespace probity::app {

struct Acted {
  std::vector<base::json::Value> events; // that it made, as appended; none when it had acted before
  bool had_acted = false;
};

// `command` says when it was given (`recorded`): by the clock of a live log, or as replayed. All its events
// are appended as one submission, or none. Sent twice, it acts once.
base::Result<Acted> act(ledger::Ledger& ledger, const base::json::Value& command,
                        const casework::Readings& readings = {});

} // namespace probity::app
