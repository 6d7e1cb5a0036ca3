// Outcomes as one page: the rate, chart and table side by side, what must be read with them, how they were
// worked out. It computes no figure: each is the report's own.
#pragma once

#include <string>

#include "html/writer.h"
#include "outcome/report.h"

namespace probity::pages {

// What the command under "How to check this" says.
struct OutcomeFiles {
  std::string ledger = "LEDGER";
  std::string options; // " --measure return --within 3y"
};

// UTF-8, one self-contained file; the same report gives the same bytes.
std::string outcomes_page(const outcome::Report& report, const OutcomeFiles& files);
// The parts between heading and footer, for pages that show outcomes among other things.
html::Html outcomes_part(const outcome::Report& report);

} // namespace probity::pages
