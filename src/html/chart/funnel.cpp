#include "html/chart/funnel.h"

#include <algorithm>

#include "base/result.h"
#include "html/chart/number_text.h"
#include "html/chart/plot.h"

namespace probity::html {
namespace {

constexpr std::size_t most_labels = 8;
constexpr int label_room = 16; // pixels between labels

double rate_of(const FunnelUnit& unit) {
  return static_cast<double>(unit.count) / static_cast<double>(unit.of);
}

std::string place_words(const FunnelUnit& unit, double centre) {
  const Place place = place_of(unit);
  if (place == Place::within) return "Within the 95 % limits";
  const std::string side = rate_of(unit) > centre ? "Above" : "Below";
  return side + (place == Place::beyond_998 ? " the 99.8 % limits" : " the 95 % limits");
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
  double most_size = 1;
  double least = funnel.centre;
  double most = funnel.centre;
  for (const FunnelUnit& unit : funnel.points) {
    most_size = std::max(most_size, static_cast<double>(unit.of));
    least = std::min({least, rate_of(unit), unit.limits.low_95});
    most = std::max({most, rate_of(unit), unit.limits.high_95});
  }
  PlotAxis along = count_axis(most_size, "Number of " + funnel.cases + " of each of the " + funnel.units);
  Plot plot(along, share_axis(least, most, "Share that " + funnel.rate));
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
  return key({{mark_at(Mark::dot, "dot", 15, 7), "within the 95 % limits"},
              {mark_at(Mark::ring, "dot-warned", 15, 7), "outside the 95 % limits"},
              {mark_at(Mark::diamond, "dot-beyond", 15, 7), "outside the 99.8 % limits"},
              {line("limit"), "95 % limits"},
              {line("limit-outer"), "99.8 % limits"},
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
  const auto all = static_cast<std::int64_t>(funnel.points.size());
  std::vector<std::string> said;
  std::size_t beyond_998 = 0;
  std::size_t beyond_95 = 0;
  for (const bool above : {true, false}) {
    const auto far = names_at(funnel, Place::beyond_998, above);
    beyond_998 += far.size();
    beyond_95 += names_at(funnel, Place::beyond_95, above).size();
    if (!far.empty() && far.size() <= 4)
      said.push_back(listed_text(far) + (above ? " above" : " below"));
    else if (!far.empty())
      said.push_back(std::to_string(far.size()) + (above ? " above" : " below"));
  }
  std::string out = count_text(static_cast<std::int64_t>(beyond_998)) + " of " + count_text(all) + " " +
                    funnel.units + (beyond_998 == 1 ? " lies" : " lie") + " outside the 99.8 % limits";
  if (!said.empty()) out += ": " + listed_text(said);
  out += ". ";
  out += beyond_95 == 0 ? (beyond_998 == 0 ? "None lies" : "No other lies")
                        : count_text(static_cast<std::int64_t>(beyond_95)) + " more " +
                              (beyond_95 == 1 ? "lies" : "lie");
  return out + " outside the 95 % limits; the comparator is " + funnel.centre_name + ", " +
         percent_text(funnel.centre) + ".";
}

Html figure(const FunnelPlot& funnel) {
  Figure out;
  out.id = funnel.head.id;
  out.title = funnel.head.title;
  out.takeaway = takeaway(funnel);
  out.method = element("p", "Limits: " + funnel.limits_are + ".");
  out.method << funnel.head.method;
  out.key = funnel_key(funnel);
  out.drawing = drawing(funnel);
  out.layout = Figure::Layout::below;
  out.table.caption = "The same values as a table, in the order of their names";
  out.table.columns = {{"Name"},
                       {"Out of", Align::numeric},
                       {"Count", Align::numeric},
                       {"Rate", Align::numeric},
                       {"95 % limits", Align::numeric},
                       {"99.8 % limits", Align::numeric},
                       {"Against " + funnel.centre_name + ", " + percent_text(funnel.centre)}};
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
    out.table.rows.push_back({{text(name), text("withheld"), text("withheld"), text("withheld"), Html(),
                               Html(), text("Too few to publish")},
                              ""});
  return figure(out);
}

} // namespace probity::html
