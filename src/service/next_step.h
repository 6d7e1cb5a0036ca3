// What answers an obligation: the command by which it is done, so that a list of what is owed leads to its
// form.
#pragma once

#include <string>

#include "access/sessions.h"
#include "casework/custody/release_board.h"
#include "casework/worklists/owed.h"

namespace probity::service {

struct NextStep {
  std::string command;      // empty: there is none, or it is for others than the caller
  std::string field, value; // of the command, that the obligation answers already; may be empty
};

NextStep next_step(const access::Session& caller, const casework::CaseState& state,
                   const casework::Obligation& one);

// By which what a release lacks is given. None for what it does not lack, for what can be done only on a
// later day, and for what others than the service's staff do.
NextStep next_step(const access::Session& caller, const casework::CaseState& state,
                   const casework::ReleaseBoard& board, casework::ReleaseItem item, base::Day on);

} // namespace probity::service
