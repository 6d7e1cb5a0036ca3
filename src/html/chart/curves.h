// Shares over time that change in steps: who is still free of an event (survival), or who has met each kind
// of event (cumulative incidence). With intervals as bands and, under the axis, how many are still followed.
#pragma once

#include <cstdint>
#include <optional>

#include "html/chart/figure.h"

namespace probity::html {

struct CurvePoint {
  double time = 0;
  double value = 0; // from this time on, until the next
  // Of the interval, where it can be said.
  std::optional<double> low;
  std::optional<double> high;
};

struct Curve {
  std::string name;               // "technical return"
  std::vector<CurvePoint> points; // by rising time; the first stands at the beginning
};

// Of whom, and how many at each of the chart's times.
struct StillFollowed {
  std::string of; // empty: of all
  std::vector<std::int64_t> numbers;
};

struct StepCurves {
  ChartHead head;
  enum class Kind { free_of, has_met } kind = Kind::has_met; // what the shares are of
  std::string event;                                         // "returned to custody"
  std::string time_unit;                                     // plural in "s": "months"
  std::string since;                                         // "release"
  std::vector<double> times; // for the axis, the numbers under it and the table; the last is where curves end
  std::vector<Curve> curves; // 1 to 4
  std::vector<StillFollowed> still_followed;
  std::string confidence = "95 %";
  // Steps, when each point is a time at which the share changed; joined by lines, when points are only some
  // of the times.
  enum class Points { changes, samples } points_are = Points::changes;
};
// The value of a curve that holds at `time`; none before its first point.
const CurvePoint* at(const Curve& curve, double time);
// The shares at the last time with their intervals, and those half-way.
std::string takeaway(const StepCurves& curves);
Html figure(const StepCurves& curves);

} // namespace probity::html
