// Units of different size beside one another without a league table: each rate at its size, between the
// limits that chance alone would keep it in (D. J. Spiegelhalter, Statistics in Medicine 24, 2005). The
// limits are the caller's; this draws them and says who lies outside.
#pragma once

#include <cstdint>

#include "html/chart/figure.h"

namespace probity::html {

struct Limits {
  double low_95 = 0; // shares in [0, 1], as all below
  double high_95 = 1;
  double low_998 = 0;
  double high_998 = 1;
};

struct FunnelUnit {
  std::string name;
  std::int64_t count = 0; // of `of` cases
  std::int64_t of = 0;    // > 0
  Limits limits;          // at this unit's size
};

struct LimitsAt {
  double size = 0;
  Limits limits;
};

struct FunnelPlot {
  ChartHead head;
  std::string units;       // plural: "districts"
  std::string cases;       // plural, what the size counts: "releases"
  std::string rate;        // what the rate is: "returned within 3 years"
  double centre = 0;       // the comparator
  std::string centre_name; // "the rate of all districts together"
  std::vector<FunnelUnit> points;
  std::vector<LimitsAt> limits; // by rising size, for the lines
  std::string limits_are;       // "exact binomial limits", "limits widened for over-dispersion, φ = 2.31"
  std::vector<std::string> withheld; // units that are named and not shown
};

enum class Place { within, beyond_95, beyond_998 };
Place place_of(const FunnelUnit& unit);
// How many lie outside which limits, and who; and what the comparator is.
std::string takeaway(const FunnelPlot& funnel);
Html figure(const FunnelPlot& funnel);

} // namespace probity::html
