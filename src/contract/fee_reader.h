// Reads fee clauses, each in all its readings.
#pragma once

#include "contract/clause_reader.h"
#include "contract/terms.h"

namespace probity::contract {

Fee read_fee(const base::json::Value& table, Faults& faults, const base::Zone& zone);

} // namespace probity::contract
