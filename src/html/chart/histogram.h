// How often something happened on which side of a deadline, day by day: the heap on the last day shows.
#pragma once

#include <cstdint>
#include <optional>

#include "html/chart/figure.h"

namespace probity::html {

struct Bin {
  std::string label; // "2 days before"
  std::string tick;  // the same in short: "-2"
  std::int64_t count = 0;
};

struct Histogram {
  ChartHead head;
  std::string cases; // plural, what is counted: "plans"
  std::string along; // what the bins are of: "Days from release to plan"
  std::vector<Bin> bins;
  // Bins from this one on lie after the deadline; none: there is no deadline.
  std::optional<std::size_t> late_from;
  std::string deadline; // "the due day"
};
// How many came in time and how many on the last bin before the deadline; which bin holds most.
std::string takeaway(const Histogram& histogram);
Html figure(const Histogram& histogram);

} // namespace probity::html
