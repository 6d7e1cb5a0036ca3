// Reads triggers, exclusions and clock rules of a contract file.
#pragma once

#include "contract/clause_reader.h"
#include "contract/terms.h"

namespace probity::contract {

// {event, at, where = {fact = value | [values] | {at_least, at_most}}}. `at_default` empty: `at` must be
// stated.
duty::Trigger read_trigger(const base::json::Value& table, const std::string& where, Faults& faults,
                           const base::Zone& zone, std::string_view at_default = "");
duty::Exclusion read_exclusion(const base::json::Value& item, const std::string& where, Faults& faults,
                               const base::Zone& zone);
// The clock of a measure clause.
duty::ClockRule read_clock_rule(ClauseReader& clause, const base::Zone& zone);
// How `counts` stops a clock where the clause states no stop of its own; empty when the word is unknown.
std::vector<duty::Trigger> stops_of(std::string_view counts, const base::Zone& zone);
std::vector<std::string_view> ways_of_counting();

} // namespace probity::contract
