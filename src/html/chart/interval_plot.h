// Estimates with their intervals, one row each, in the order given, against one named comparator.
#pragma once

#include <cstdint>
#include <optional>

#include "html/chart/figure.h"

namespace probity::html {

struct IntervalRow {
  std::string name;
  // None: withheld, or nothing to estimate; the row says which.
  std::optional<double> value; // a share
  double low = 0;
  double high = 1;
  std::int64_t of = 0;      // how many it was measured on
  std::string instead = {}; // words when there is no value
};

struct IntervalPlot {
  ChartHead head;
  std::string rows_are; // plural: "release years"
  std::string cases;    // plural: "releases"
  std::string rate;     // "returned within 3 years"
  std::vector<IntervalRow> rows;
  std::optional<double> comparator;
  std::string comparator_name; // "all releases together"
  std::string confidence = "95 %";
};
// How many intervals leave the comparator out, on which side, and over what the estimates range.
std::string takeaway(const IntervalPlot& plot);
Html figure(const IntervalPlot& plot);

} // namespace probity::html
