// What is made of verdicts on providers before they are shown. Internal to them.
#pragma once

#include "contract/provider_verdicts.h"

namespace probity::contract {

// For a publication: marks and empties the verdicts of groups that are too small to be shown, and of others
// that would give them away (docs/methods/small-numbers.md).
void withhold_small(ProviderVerdicts& verdicts);
// Takeaway, notes and workings.
void put_in_words(ProviderVerdicts& verdicts);

} // namespace probity::contract
