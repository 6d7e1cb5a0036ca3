// What a statement shows of outcome clauses beside their lines.
#pragma once

#include "contract/statement.h"

namespace probity::contract {

// Adds to the drift what the lines of determined cohorts would be if proofs and corrections that came after
// the snapshot counted. `priced`: the lines as they stand.
void add_late_outcomes(Statement& statement, const Contract& contract, const Measured& measured,
                       const std::vector<Decision>& decisions, const std::vector<Line>& priced);

// The cohorts that end in the statement's period, and those whose lines it corrects.
std::vector<OutcomeShown> outcomes_shown(const Statement& statement, const Contract& contract,
                                         const Cells& cells);

base::json::Value outcome_json(const OutcomeShown& shown);

} // namespace probity::contract
