// The sentences of a report of arrests, from its figures. Internal to it.
#pragma once

#include "outcome/arrest_report.h"

namespace probity::outcome {

// Title, takeaway and notes. `arrests` is what the figures were counted from.
void put_in_words(const FirstArrests& arrests, ArrestReport& report);

} // namespace probity::outcome
