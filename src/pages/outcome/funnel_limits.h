// The limits of a funnel as it is drawn: outcome/funnel.h's, at the size of each unit and along the lines.
#pragma once

#include "html/chart/funnel.h"
#include "outcome/funnel.h"

namespace probity::pages {

// Gives the plot its centre, its lines and the limits of its points, which are the funnel's in their order.
// `plot.units` must be set: the words about over-dispersion name them.
void put_limits(html::FunnelPlot& plot, const outcome::Funnel& funnel);

} // namespace probity::pages
