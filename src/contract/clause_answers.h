// The questions that most clauses answer: what the clause is called, where it comes from, how its lines are
// rounded and put right, and whom it counts.
#pragma once

#include "contract/clause_reader.h"
#include "contract/terms.h"

namespace probity::contract {

// For messages: "?" where the clause has no id.
std::string id_of(const base::json::Value& table);
void read_clause(Clause& out, ClauseReader& reader);
// A fault for each key that is said to be assumed and is not stated.
void check_assumed(const Clause& clause, const base::json::Value& table, const ClauseReader& reader);
base::Rounding read_rounding(ClauseReader& reader);
Restate read_restate(ClauseReader& reader);
timeline::Linked read_linked(ClauseReader& reader);
duty::Imported read_imported(ClauseReader& reader);

} // namespace probity::contract
