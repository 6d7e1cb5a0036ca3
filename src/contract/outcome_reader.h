// Reads outcome clauses, and refuses those that cannot be decided or would pay on chance.
#pragma once

#include "contract/clause_reader.h"
#include "contract/terms.h"

namespace probity::contract {

// `term_last`: the contract's last month, where the clause states no last cohort.
OutcomeClause read_outcome(const base::json::Value& table, Faults& faults, base::Month term_last);
OutcomeCap read_outcome_cap(const base::json::Value& table, Faults& faults);
// What an outcome clause says of other clauses and of the contract's periods.
void check_outcomes(const Terms& terms, Faults& faults);

} // namespace probity::contract
