#include "html/chart/histogram.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/result.h"
#include "html/chart/chart_words.h"
#include "html/chart/number_text.h"
#include "html/chart/plot.h"

namespace probity::html {
namespace {

constexpr std::size_t most_ticks = 7;

bool is_late(const Histogram& histogram, std::size_t bin) {
  return histogram.late_from && bin >= *histogram.late_from;
}

std::int64_t in_all(const Histogram& histogram) {
  std::int64_t out = 0;
  for (const Bin& bin : histogram.bins)
    out += bin.count;
  return out;
}

std::string share_of(std::int64_t count, std::int64_t all) {
  return all == 0 ? std::string(chart_words().none)
                  : percent_text(static_cast<double>(count) / static_cast<double>(all));
}

// First and last, the last before the deadline, and others between, evenly and apart from it.
std::vector<std::size_t> ticked(const Histogram& histogram) {
  const std::size_t bins = histogram.bins.size();
  const std::size_t every = (bins + most_ticks - 1) / most_ticks;
  const std::size_t anchor = histogram.late_from && *histogram.late_from > 0 ? *histogram.late_from - 1 : 0;
  std::vector<std::size_t> out;
  for (std::size_t i = anchor % every; i < bins; i += every)
    out.push_back(i);
  if (out.empty() || bins - 1 - out.back() > every / 2) out.push_back(bins - 1);
  return out;
}

// Of this chart: a page may have several, and an id stands once.
std::string stripes_id(const Histogram& histogram) {
  return "late-pattern-" + histogram.head.id;
}

std::string filled_with_stripes(const Histogram& histogram) {
  return "url(#" + stripes_id(histogram) + ")";
}

Html stripes(const Histogram& histogram) {
  Html inside = element("rect", {{"width", "6"}, {"height", "6"}, {"class", "late-ground"}});
  inside << element("line", {{"x1", "0"}, {"y1", "0"}, {"x2", "0"}, {"y2", "6"}, {"class", "late-stripe"}});
  return element("pattern",
                 {{"id", stripes_id(histogram)},
                  {"width", "6"},
                  {"height", "6"},
                  {"patternUnits", "userSpaceOnUse"},
                  {"patternTransform", "rotate(45)"}},
                 inside);
}

Html drawing(const Histogram& histogram) {
  std::int64_t most = 0;
  for (const Bin& bin : histogram.bins)
    most = std::max(most, bin.count);
  PlotAxis along;
  along.least = 0;
  along.most = static_cast<double>(histogram.bins.size());
  along.title = histogram.along;
  for (const std::size_t i : ticked(histogram))
    along.ticks.push_back({static_cast<double>(i) + 0.5, histogram.bins[i].tick});
  Plot plot(along,
            count_axis(static_cast<double>(most),
                       fmt::format(fmt::runtime(chart_words().number_of), histogram.cases)),
            220);
  if (histogram.late_from) plot.define(stripes(histogram));
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    if (histogram.bins[i].count == 0) continue;
    const double from = static_cast<double>(i);
    const auto count = static_cast<double>(histogram.bins[i].count);
    if (is_late(histogram, i))
      plot.bar("bin-late", from + 0.06, from + 0.94, count, filled_with_stripes(histogram));
    else
      plot.bar("bin", from + 0.06, from + 0.94, count);
  }
  if (histogram.late_from) {
    const auto line = static_cast<double>(*histogram.late_from);
    plot.vertical("deadline", line);
  }
  return plot.drawing(histogram.head.title, takeaway(histogram));
}

Html histogram_key(const Histogram& histogram) {
  if (!histogram.late_from) return {};
  const ChartWords& words = chart_words();
  return key(
      {{element("rect", {{"class", "bin"}, {"width", "30"}, {"height", "14"}}),
        std::string(words.key_in_time)},
       {element("line", {{"class", "deadline"}, {"x1", "15"}, {"y1", "0"}, {"x2", "15"}, {"y2", "14"}}),
        fmt::format(fmt::runtime(words.key_deadline), histogram.deadline)},
       {element("rect", {{"class", "bin-late"},
                         {"fill", filled_with_stripes(histogram)},
                         {"width", "30"},
                         {"height", "14"}}),
        std::string(words.key_late)}});
}

} // namespace

std::string takeaway(const Histogram& histogram) {
  const ChartWords& words = chart_words();
  const std::int64_t all = in_all(histogram);
  if (all == 0) return fmt::format(fmt::runtime(words.there_were_no), histogram.cases);
  const auto largest = std::max_element(histogram.bins.begin(), histogram.bins.end(),
                                        [](const Bin& a, const Bin& b) { return a.count < b.count; });
  const std::string most = fmt::format(fmt::runtime(words.most_fell_on), largest->label,
                                       count_text(largest->count), share_of(largest->count, all));
  if (!histogram.late_from)
    return fmt::format(fmt::runtime(words.there_were), counted(all, histogram.cases)) + " " + most;
  std::int64_t late = 0;
  for (std::size_t i = *histogram.late_from; i < histogram.bins.size(); ++i)
    late += histogram.bins[i].count;
  const std::int64_t last = *histogram.late_from == 0 ? 0 : histogram.bins[*histogram.late_from - 1].count;
  return fmt::format(fmt::runtime(words.came_in_time), counted(all, histogram.cases), count_text(all - late),
                     share_of(all - late, all), count_text(last), count_text(late)) +
         " " + most;
}

Html figure(const Histogram& histogram) {
  PROBITY_ENSURE(!histogram.bins.empty());
  const ChartWords& words = chart_words();
  Figure out;
  out.id = histogram.head.id;
  out.title = histogram.head.title;
  out.takeaway = takeaway(histogram);
  out.method = histogram.head.method;
  out.key = histogram_key(histogram);
  out.drawing = drawing(histogram);
  out.layout = Figure::Layout::folded;
  const std::int64_t all = in_all(histogram);
  out.table.caption = words.same_values;
  out.table.columns = {{histogram.along},
                       {std::string(words.number), Align::numeric},
                       {std::string(words.share), Align::numeric}};
  if (histogram.late_from) out.table.columns.push_back({std::string(words.against_deadline)});
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    const Bin& bin = histogram.bins[i];
    Row row{{text(bin.label), text(count_text(bin.count)), text(share_of(bin.count, all))}, ""};
    if (histogram.late_from) row.cells.emplace_back(text(is_late(histogram, i) ? words.late : words.in_time));
    out.table.rows.push_back(std::move(row));
  }
  return figure(out);
}

} // namespace probity::html
