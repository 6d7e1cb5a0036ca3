// What a published report leaves out, so that nobody can be singled out in it: docs/methods/small-numbers.md.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "contract/statement.h"

namespace probity::pages {

constexpr std::int64_t least_published = 5; // smaller counts than this, but for nought, are withheld

bool is_small(std::int64_t count);                     // 1 to 4
std::string published(std::int64_t count);             // "12", "fewer than 5"
bool is_withheld(const contract::ServiceLevel& level); // fewer than 5, and not none, were met or were not

// The statement as it may be published. Lines that few cases would show through are put together in one line,
// with the smallest other one when they are a single line; corrections, drift and reliefs lose their cases.
// Every total stays what it was.
contract::Statement published(const contract::Statement& statement, const contract::Terms& terms);

// Neighbouring counts put together until none is small: indexes of `counts`, first to last, both inclusive.
// Bins on one side of `border` never join those on the other; empty when a whole side is small.
std::vector<std::pair<std::size_t, std::size_t>> joined(const std::vector<std::int64_t>& counts,
                                                        std::size_t border);

} // namespace probity::pages
