// An outcome report's figures as charts, each with its words, table and workings. Nothing is computed here
// but where marks stand: rates, intervals and curves are the report's, limits of funnels are
// outcome/funnel.h's.
#pragma once

#include "html/writer.h"
#include "outcome/report.h"

namespace probity::pages {

// Rates with intervals, one row a group or cohort, against all together. Withheld groups are named without a
// mark.
html::Html rates_figure(const outcome::Report& report);
// Groups at their size between the limits of chance; empty for fewer than four groups that are shown, and for
// groups that follow one another in time.
html::Html funnel_figure(const outcome::Report& report);
// What happened first over time, and who was still free of the event; empty without curves.
html::Html curve_figures(const outcome::Report& report);

} // namespace probity::pages
