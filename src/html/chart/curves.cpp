#include "html/chart/curves.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/result.h"
#include "html/chart/chart_words.h"
#include "html/chart/number_text.h"
#include "html/chart/plot.h"

namespace probity::html {
namespace {

std::string time_text(double time) {
  return fmt::format("{:g}", time);
}

// The classes of the mark of a curve: what it is, and which curve's.
std::string classes(std::string_view mark, std::string_view of_curve, std::size_t i) {
  return fmt::format("{} {}-{}", mark, of_curve, i);
}

std::string band_classes(std::size_t i) {
  return classes("band", "band", i);
}

std::string curve_classes(std::size_t i) {
  return classes("curve", "series", i);
}

std::string with_interval(const CurvePoint& point) {
  std::string out = percent_text(point.value);
  if (point.low && point.high) out += " (" + range_text(*point.low, *point.high) + ")";
  return out;
}

std::string followed_words(const StillFollowed& row) {
  const ChartWords& words = chart_words();
  return row.of.empty() ? std::string(words.still_followed)
                        : fmt::format(fmt::runtime(words.still_followed_of), row.of);
}

// Each curve's share at a time: "18.5 %", or "new crime 18.5 %, death 0.9 %" of several.
std::string shares_at(const StepCurves& curves, double time, bool intervals) {
  std::vector<std::string> out;
  for (const Curve& curve : curves.curves) {
    const CurvePoint* point = at(curve, time);
    if (point == nullptr) continue;
    const std::string share = intervals ? with_interval(*point) : percent_text(point->value);
    out.push_back(curves.curves.size() == 1 ? share : curve.name + " " + share);
  }
  return listed_text(out);
}

// The points up to the last time, and one there.
std::vector<CurvePoint> until_end(const StepCurves& curves, const Curve& curve) {
  const double end = curves.times.back();
  std::vector<CurvePoint> out;
  for (const CurvePoint& point : curve.points)
    if (point.time <= end) out.push_back(point);
  if (!out.empty() && out.back().time < end) {
    out.push_back(out.back());
    out.back().time = end;
  }
  return out;
}

void add_curve(Plot& plot, const StepCurves& curves, std::size_t i) {
  Plot::Points line;
  Plot::Points upper;
  Plot::Points lower;
  for (const CurvePoint& point : until_end(curves, curves.curves[i])) {
    line.emplace_back(point.time, point.value);
    upper.emplace_back(point.time, point.high.value_or(point.value));
    lower.emplace_back(point.time, point.low.value_or(point.value));
  }
  const Course course = curves.points_are == StepCurves::Points::changes ? Course::steps : Course::straight;
  plot.area(band_classes(i), upper, lower, course);
  plot.curve(curve_classes(i), line, course);
}

Html drawing(const StepCurves& curves) {
  const ChartWords& words = chart_words();
  double least = 1;
  double most = 0;
  for (const Curve& curve : curves.curves)
    for (const CurvePoint& point : until_end(curves, curve)) {
      least = std::min(least, point.low.value_or(point.value));
      most = std::max(most, point.high.value_or(point.value));
    }
  PlotAxis along;
  along.least = 0;
  along.most = curves.times.back();
  along.title = fmt::format(fmt::runtime(words.time_since_in), curves.since, curves.time_unit);
  for (const double time : curves.times)
    along.ticks.push_back({time, time_text(time)});
  const bool free = curves.kind == StepCurves::Kind::free_of;
  // Shares start at nought or end at the whole: a cut axis would make little look like much.
  PlotAxis up = share_axis(
      free ? std::min(least, 0.0) : 0, free ? 1 : most,
      fmt::format(fmt::runtime(free ? words.share_that_had_not_yet : words.share_that_had), curves.event));
  Plot plot(along, up);
  for (std::size_t i = 0; i < curves.curves.size(); ++i)
    add_curve(plot, curves, i);
  for (const StillFollowed& row : curves.still_followed) {
    std::vector<std::string> numbers;
    for (const std::int64_t number : row.numbers)
      numbers.push_back(count_text(number));
    plot.row_below(followed_words(row), numbers);
  }
  return plot.drawing(curves.head.title, takeaway(curves));
}

Html curves_key(const StepCurves& curves) {
  std::vector<KeyEntry> entries;
  for (std::size_t i = 0; i < curves.curves.size(); ++i) {
    Html sample = element("rect", {{"class", band_classes(i)}, {"width", "30"}, {"height", "14"}});
    sample << element("line",
                      {{"class", curve_classes(i)}, {"x1", "0"}, {"y1", "7"}, {"x2", "30"}, {"y2", "7"}});
    const std::vector<CurvePoint>& points = curves.curves[i].points;
    const bool has_band = std::any_of(points.begin(), points.end(),
                                      [](const CurvePoint& point) { return point.low.has_value(); });
    entries.push_back({sample, has_band ? fmt::format(fmt::runtime(chart_words().curve_with_interval),
                                                      curves.curves[i].name, curves.confidence)
                                        : curves.curves[i].name});
  }
  return key(entries);
}

} // namespace

const CurvePoint* at(const Curve& curve, double time) {
  const CurvePoint* out = nullptr;
  for (const CurvePoint& point : curve.points)
    if (point.time <= time) out = &point;
  return out;
}

std::string takeaway(const StepCurves& curves) {
  PROBITY_ENSURE(!curves.times.empty() && !curves.curves.empty());
  const double end = curves.times.back();
  double middle = curves.times.front();
  for (const double time : curves.times)
    if (time <= end / 2) middle = time;
  const auto unit_of = [&](double time) {
    // The unit is a plural in "s".
    return time == 1 ? curves.time_unit.substr(0, curves.time_unit.size() - 1) : curves.time_unit;
  };
  const std::string at_end = shares_at(curves, end, true);
  const std::string at_middle = shares_at(curves, middle, false);
  const ChartWords& words = chart_words();
  if (curves.curves.size() > 1)
    return fmt::format(fmt::runtime(words.shares_of_several), time_text(end), unit_of(end), at_end,
                       time_text(middle), unit_of(middle), at_middle);
  return fmt::format(fmt::runtime(curves.kind == StepCurves::Kind::free_of ? words.share_that_had_not
                                                                           : words.share_that_had_by),
                     time_text(end), unit_of(end), at_end, curves.event, time_text(middle), unit_of(middle),
                     at_middle);
}

Html figure(const StepCurves& curves) {
  const ChartWords& words = chart_words();
  Figure out;
  out.id = curves.head.id;
  out.title = curves.head.title;
  out.takeaway = takeaway(curves);
  out.method = curves.head.method;
  out.key = curves_key(curves);
  out.drawing = drawing(curves);
  out.table.caption = fmt::format(fmt::runtime(words.curves_at_times), curves.confidence);
  std::string unit = curves.time_unit;
  unit[0] = static_cast<char>(unit[0] >= 'a' && unit[0] <= 'z' ? unit[0] - 'a' + 'A' : unit[0]);
  out.table.columns = {{fmt::format(fmt::runtime(words.time_since), unit, curves.since)}};
  const bool one = curves.curves.size() == 1;
  for (const Curve& curve : curves.curves)
    out.table.columns.push_back({one ? std::string(words.share) : curve.name, Align::numeric});
  for (const StillFollowed& row : curves.still_followed)
    out.table.columns.push_back({followed_words(row), Align::numeric});
  for (std::size_t i = 0; i < curves.times.size(); ++i) {
    Row row;
    row.cells.emplace_back(text(time_text(curves.times[i])));
    for (const Curve& curve : curves.curves) {
      const CurvePoint* point = at(curve, curves.times[i]);
      row.cells.emplace_back(text(point == nullptr ? "" : with_interval(*point)));
      row.cells.back().extra.classes = "probity-wraps"; // several curves side by side need the room
    }
    for (const StillFollowed& followed : curves.still_followed)
      row.cells.emplace_back(text(count_text(followed.numbers.at(i))));
    out.table.rows.push_back(std::move(row));
  }
  out.layout = curves.curves.size() > 1 ? Figure::Layout::below : Figure::Layout::beside;
  return figure(out);
}

} // namespace probity::html
