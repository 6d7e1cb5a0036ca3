// The sentences of verdicts on providers, from their figures. Internal to them.
#pragma once

#include "contract/provider_verdicts.h"

namespace probity::contract {

// Takeaway, notes and workings.
void put_in_words(ProviderVerdicts& verdicts);

} // namespace probity::contract
