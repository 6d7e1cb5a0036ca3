// Reads one version of a contract's terms from its tree.
#pragma once

#include "contract/clause_reader.h"
#include "contract/terms.h"

namespace probity::contract {

// The tree with variations already applied. Faults are collected, so that the author sees all of them.
Terms read_terms(const base::json::Value& tree, Faults& faults);
Measure read_measure(const base::json::Value& table, Faults& faults, const base::Zone& zone);

} // namespace probity::contract
