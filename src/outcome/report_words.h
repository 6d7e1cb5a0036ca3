// The sentences of a report, from its figures. Inside the folder.
#pragma once

#include "outcome/report.h"

namespace probity::outcome {

// Title, takeaway, notes and workings.
void put_in_words(Report& report);
std::string_view words_for(Exclusion reason);

} // namespace probity::outcome
