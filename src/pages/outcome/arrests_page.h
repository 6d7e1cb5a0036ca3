// First arrests as one page: shares, chart and table side by side, when they happened, what a trial's arm
// made of them. It computes no figure: each is the report's own.
#pragma once

#include <string>

#include "outcome/arrest_report.h"
#include "pages/outcome/outcomes_page.h"

namespace probity::pages {

// UTF-8, one self-contained file; the same report gives the same bytes.
std::string arrests_page(const outcome::ArrestReport& report, const OutcomeFiles& files);

} // namespace probity::pages
