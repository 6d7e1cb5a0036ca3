// A contract file in plain words, clause by clause. Internal to explaining.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contract/terms.h"

namespace probity::contract {

std::string join(const std::vector<std::string>& texts, std::string_view between);
// The clause's source, and what it assumes.
void cite(std::string& out, const Clause& clause);
void explain(std::string& out, const OutcomeClause& clause);

} // namespace probity::contract
