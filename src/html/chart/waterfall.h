// Sums in steps: each bar begins where the one above ends. One row a step, the label over its bar, so that it
// is read on a phone as on a wide screen.
#pragma once

#include "base/money.h"
#include "html/chart/figure.h"

namespace probity::html {

struct WaterfallStep {
  enum class Kind { change, sum } kind = Kind::change;
  std::string label;
  base::Money amount; // of a change: what it adds; of a sum: the sum
  base::Money after;  // running sum after the step
  Html shown;         // the label in the table, with links; empty: the label as text
};

struct Waterfall {
  ChartHead head;
  std::vector<WaterfallStep> steps; // the last is a sum
};
// Two sentences: how much is added and taken off, and which step takes or adds most.
std::string takeaway(const Waterfall& waterfall);
Html figure(const Waterfall& waterfall);

} // namespace probity::html
