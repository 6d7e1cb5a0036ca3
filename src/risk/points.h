// What the point scales share: chances that follow from points, and tables of them.
#pragma once

#include "risk/score.h"

namespace probity::risk {

// The whole points of the sum so far. Point scales add whole numbers only.
Scaled points_of(const Evaluation& evaluation);
// 100 × e^(slope × points − constant) / (1 + …), whole and within 1 to 99.
Scaled percent_of_points(const Evaluation& evaluation, std::string_view constant);
// Writes points, one_year_pct and two_year_pct, and bands the last.
void add_point_figures(Evaluation& evaluation);

} // namespace probity::risk
