// What an outcome clause pays or takes: bands, stake, caps, foundation payment. Part of reading the clause.
#pragma once

#include "contract/clause_reader.h"
#include "contract/outcome_terms.h"

namespace probity::contract {

// Faults go to the clause's list.
void read_outcome_price(ClauseReader& clause, OutcomeTerms& out);

} // namespace probity::contract
