// What a case says of its orders and of who may read it, in words.
#pragma once

#include "casework/case_words.h"

namespace probity::casework {

// Adds `registered`, `left_open` (orders that ended with work owed or a breach running), `requirements`
// (those that run), `minutes_owed` and `allocation` of the order in force, and `access`.
void add_order_words(CaseWords& words, const CaseState& state, base::Day on);

} // namespace probity::casework
