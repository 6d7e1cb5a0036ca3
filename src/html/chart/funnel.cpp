#include "html/chart/funnel.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/result.h"
#include "html/chart/chart_words.h"
#include "html/chart/number_text.h"
#include "html/chart/plot.h"

namespace probity::html {
namespace {

constexpr std::size_t most_labels = 8;
constexpr int label_room = 16; // pixels between labels

double rate_of(const FunnelUnit& unit) {
  return static_cast<double>(unit.count) / static_cast<double>(unit.of);
}

std::string_view place_words(const FunnelUnit& unit, double centre) {
  const ChartWords& words = chart_words();
  const bool above = rate_of(unit) > centre;
  switch (place_of(unit)) {
  case Place::within:
    return words.within_95;
  case Place::beyond_95:
    return above ? words.above_95 : words.below_95;
  case Place::beyond_998:
    return above ? words.above_998 : words.below_998;
  }
  return "";
}

std::vector<std::string> names_at(const FunnelPlot& funnel, Place place, bool above) {
  std::vector<std::string> out;
  for (const FunnelUnit& unit : funnel.points)
    if (place_of(unit) == place && (rate_of(unit) > funnel.centre) == above) out.push_back(unit.name);
  return out;
}

Mark mark_of(Place place) {
  return place == Place::within ? Mark::dot : place == Place::beyond_95 ? Mark::ring : Mark::diamond;
}

std::string_view class_of(Place place) {
  return place == Place::within ? "dot" : place == Place::beyond_95 ? "dot-warned" : "dot-beyond";
}

Plot::Points points_of(const FunnelPlot& funnel, double Limits::*value) {
  Plot::Points out;
  for (const LimitsAt& at : funnel.limits)
    out.emplace_back(at.size, at.limits.*value);
  return out;
}

// Names beside the marks of units outside, pushed down until none stands on another.
void add_labels(Plot& plot, const FunnelPlot& funnel, double most_size) {
  std::vector<const FunnelUnit*> outside;
  for (const FunnelUnit& unit : funnel.points)
    if (place_of(unit) != Place::within) outside.push_back(&unit);
  std::stable_sort(outside.begin(), outside.end(),
                   [](const FunnelUnit* a, const FunnelUnit* b) { return place_of(*a) > place_of(*b); });
  if (outside.size() > most_labels) outside.resize(most_labels);
  std::stable_sort(outside.begin(), outside.end(),
                   [](const FunnelUnit* a, const FunnelUnit* b) { return rate_of(*a) > rate_of(*b); });
  int lowest = -label_room;
  for (const FunnelUnit* unit : outside) {
    const int wanted = plot.pixel(rate_of(*unit)) + 5;
    const int at = std::max(wanted, lowest + label_room);
    lowest = at;
    const bool right_half = static_cast<double>(unit->of) > most_size / 2;
    const double aside = most_size / 45;
    const double along = static_cast<double>(unit->of) + (right_half ? -aside : aside);
    plot.label(unit->name, along, rate_of(*unit), right_half ? Anchor::end : Anchor::start,
               at - plot.pixel(rate_of(*unit)));
  }
}

Html drawing(const FunnelPlot& funnel) {
  const ChartWords& words = chart_words();
  double most_size = 1;
  double least = funnel.centre;
  double most = funnel.centre;
  for (const FunnelUnit& unit : funnel.points) {
    most_size = std::max(most_size, static_cast<double>(unit.of));
    least = std::min({least, rate_of(unit), unit.limits.low_95});
    most = std::max({most, rate_of(unit), unit.limits.high_95});
  }
  PlotAxis along =
      count_axis(most_size, fmt::format(fmt::runtime(words.number_of_each), funnel.cases, funnel.units));
  Plot plot(along, share_axis(least, most, fmt::format(fmt::runtime(words.share_that), funnel.rate)));
  plot.curve("limit-outer", points_of(funnel, &Limits::low_998), Course::straight);
  plot.curve("limit-outer", points_of(funnel, &Limits::high_998), Course::straight);
  plot.curve("limit", points_of(funnel, &Limits::low_95), Course::straight);
  plot.curve("limit", points_of(funnel, &Limits::high_95), Course::straight);
  plot.horizontal("middle", funnel.centre);
  for (const FunnelUnit& unit : funnel.points)
    plot.mark(mark_of(place_of(unit)), class_of(place_of(unit)), static_cast<double>(unit.of), rate_of(unit));
  add_labels(plot, funnel, along.most);
  return plot.drawing(funnel.head.title, takeaway(funnel));
}

Html line(std::string_view css_class) {
  return element("line", {{"class", css_class}, {"x1", "0"}, {"y1", "7"}, {"x2", "30"}, {"y2", "7"}});
}

Html funnel_key(const FunnelPlot& funnel) {
  const ChartWords& words = chart_words();
  return key({{mark_at(Mark::dot, "dot", 15, 7), std::string(words.key_within_95)},
              {mark_at(Mark::ring, "dot-warned", 15, 7), std::string(words.key_outside_95)},
              {mark_at(Mark::diamond, "dot-beyond", 15, 7), std::string(words.key_outside_998)},
              {line("limit"), std::string(words.limits_95)},
              {line("limit-outer"), std::string(words.limits_998)},
              {line("middle"), funnel.centre_name}});
}

} // namespace

Place place_of(const FunnelUnit& unit) {
  PROBITY_ENSURE(unit.of > 0);
  const double rate = rate_of(unit);
  if (rate < unit.limits.low_998 || rate > unit.limits.high_998) return Place::beyond_998;
  if (rate < unit.limits.low_95 || rate > unit.limits.high_95) return Place::beyond_95;
  return Place::within;
}

std::string takeaway(const FunnelPlot& funnel) {
  const ChartWords& words = chart_words();
  const auto all = static_cast<std::int64_t>(funnel.points.size());
  std::vector<std::string> said;
  std::size_t beyond_998 = 0;
  std::size_t beyond_95 = 0;
  for (const bool above : {true, false}) {
    const auto far = names_at(funnel, Place::beyond_998, above);
    beyond_998 += far.size();
    beyond_95 += names_at(funnel, Place::beyond_95, above).size();
    if (!far.empty())
      said.push_back(fmt::format(fmt::runtime(above ? words.those_above : words.those_below),
                                 far.size() <= 4 ? listed_text(far) : std::to_string(far.size())));
  }
  std::string out =
      fmt::format(fmt::runtime(beyond_998 == 1 ? words.one_lies_outside_998 : words.several_lie_outside_998),
                  count_text(static_cast<std::int64_t>(beyond_998)), count_text(all), funnel.units);
  if (!said.empty()) out += ": " + listed_text(said);
  out += ". ";
  const std::string centre = percent_text(funnel.centre);
  if (beyond_95 > 1)
    return out + fmt::format(fmt::runtime(words.more_lie_outside_95),
                             count_text(static_cast<std::int64_t>(beyond_95)), funnel.centre_name, centre);
  const std::string_view near = beyond_95 == 1    ? words.one_more_lies_outside_95
                                : beyond_998 == 0 ? words.none_lies_outside_95
                                                  : words.no_other_lies_outside_95;
  return out + fmt::format(fmt::runtime(near), funnel.centre_name, centre);
}

Html figure(const FunnelPlot& funnel) {
  const ChartWords& words = chart_words();
  Figure out;
  out.id = funnel.head.id;
  out.title = funnel.head.title;
  out.takeaway = takeaway(funnel);
  out.method = element("p", fmt::format(fmt::runtime(words.limits_are), funnel.limits_are));
  out.method << funnel.head.method;
  out.key = funnel_key(funnel);
  out.drawing = drawing(funnel);
  out.layout = Figure::Layout::below;
  out.table.caption = words.same_values_by_name;
  out.table.columns = {
      {std::string(words.name)},
      {std::string(words.out_of), Align::numeric},
      {std::string(words.count), Align::numeric},
      {std::string(words.rate), Align::numeric},
      {std::string(words.limits_95), Align::numeric},
      {std::string(words.limits_998), Align::numeric},
      {fmt::format(fmt::runtime(words.against), funnel.centre_name, percent_text(funnel.centre))}};
  std::vector<const FunnelUnit*> by_name;
  for (const FunnelUnit& unit : funnel.points)
    by_name.push_back(&unit);
  std::stable_sort(by_name.begin(), by_name.end(),
                   [](const FunnelUnit* a, const FunnelUnit* b) { return a->name < b->name; });
  for (const FunnelUnit* unit : by_name)
    out.table.rows.push_back(
        {{text(unit->name), text(count_text(unit->of)), text(count_text(unit->count)),
          text(percent_text(rate_of(*unit))), text(range_text(unit->limits.low_95, unit->limits.high_95)),
          text(range_text(unit->limits.low_998, unit->limits.high_998)),
          text(place_words(*unit, funnel.centre))},
         ""});
  for (const std::string& name : funnel.withheld)
    out.table.rows.push_back({{text(name), text(words.withheld), text(words.withheld), text(words.withheld),
                               Html(), Html(), text(words.too_few_to_publish)},
                              ""});
  return figure(out);
}

} // namespace probity::html
