// What a publication withholds of groups: docs/methods/small-numbers.md.
#pragma once

#include <span>
#include <vector>

#include "outcome/report.h"

namespace probity::outcome {

// Whether a rate of so few people, or of so few of whom it happened or did not, is withheld.
bool too_small(const Proportion& group);
// For each group, in the order given, whether it is withheld: it is too small, or it is the smallest of the
// others where one alone is, since the total would give that one away.
std::vector<bool> withheld_groups(std::span<const Proportion> groups);

} // namespace probity::outcome
