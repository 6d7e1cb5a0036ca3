// Parts that every page of outcomes has.
#pragma once

#include <string>
#include <vector>

#include "html/summary_list.h"
#include "outcome/cohort.h"
#include "pages/outcome/outcomes_page.h"

namespace probity::pages {

html::Html takeaway_part(const std::vector<std::string>& sentences);
html::Html list_part(const std::vector<std::string>& lines);
// What the 95 % interval of a rate says, and does not say.
html::Html interval_method();
// Ledger, clock, size, root and the day it was known on.
std::vector<html::SummaryRow> snapshot_rows(const std::string& origin, bool replayed,
                                            const outcome::Snapshot& snapshot);
// The command that computes the figures again.
html::Html check_part(const OutcomeFiles& files, const outcome::Snapshot& snapshot);

} // namespace probity::pages
