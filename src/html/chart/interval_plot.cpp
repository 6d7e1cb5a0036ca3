#include "html/chart/interval_plot.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "html/chart/chart_words.h"
#include "html/chart/number_text.h"
#include "html/chart/plot.h"

namespace probity::html {
namespace {

constexpr int row_height = 46;
constexpr int name_line = 15;
constexpr int whisker_line = 29;

enum class Side { includes, below, above };

Side side_of(const IntervalPlot& plot, const IntervalRow& row) {
  if (!plot.comparator || !row.value) return Side::includes;
  if (row.high < *plot.comparator) return Side::below;
  return row.low > *plot.comparator ? Side::above : Side::includes;
}

std::string_view side_words(const IntervalPlot& plot, const IntervalRow& row) {
  const ChartWords& words = chart_words();
  if (!row.value || !plot.comparator) return "";
  switch (side_of(plot, row)) {
  case Side::includes:
    return words.cannot_be_told;
  case Side::below:
    return words.below_it;
  case Side::above:
    return words.above_it;
  }
  return "";
}

// The axis: a share's place in hundredths of a percent of the width.
struct Scale {
  PlotAxis axis;
  [[nodiscard]] std::string place(double value) const {
    const double share = (value - axis.least) / (axis.most - axis.least);
    const auto at = std::llround(share * 9600) + 200;
    return fmt::format("{}.{:02}%", at / 100, at % 100);
  }
};

Scale scale_of(const IntervalPlot& plot) {
  double least = plot.comparator.value_or(1);
  double most = plot.comparator.value_or(0);
  for (const IntervalRow& row : plot.rows) {
    if (!row.value) continue;
    least = std::min(least, row.low);
    most = std::max(most, row.high);
  }
  return {share_axis(std::min(least, most), most, "")};
}

Html at_line(std::string_view css_class, const std::string& x, int from, int to) {
  return element(
      "line",
      {{"class", css_class}, {"x1", x}, {"x2", x}, {"y1", std::to_string(from)}, {"y2", std::to_string(to)}});
}

Html row_drawing(const IntervalPlot& plot, const Scale& scale, const IntervalRow& row, int top) {
  Html out = element("text", {{"x", "0"}, {"y", std::to_string(top + name_line)}}, row.name);
  out << element(
      "text",
      {{"class", "sum-text"}, {"x", "100%"}, {"y", std::to_string(top + name_line)}, {"text-anchor", "end"}},
      row.value ? percent_text(*row.value) : row.instead);
  if (!row.value) return out;
  const std::string y = std::to_string(top + whisker_line);
  out << element("line", {{"class", "whisker"},
                          {"x1", scale.place(row.low)},
                          {"x2", scale.place(row.high)},
                          {"y1", y},
                          {"y2", y}});
  for (const double end : {row.low, row.high})
    out << at_line("whisker", scale.place(end), top + whisker_line - 5, top + whisker_line + 5);
  const bool apart = side_of(plot, row) != Side::includes;
  out << element(
      "svg",
      {{"class", "probity-mark"}, {"width", "1"}, {"height", "1"}, {"x", scale.place(*row.value)}, {"y", y}},
      mark_at(apart ? Mark::diamond : Mark::dot, apart ? "dot-beyond" : "dot", 0, 0));
  return out;
}

Html drawing(const IntervalPlot& plot) {
  const Scale scale = scale_of(plot);
  const int height = static_cast<int>(plot.rows.size()) * row_height;
  Html out = title(plot.head.title);
  out << element("desc", takeaway(plot));
  for (const Tick& tick : scale.axis.ticks) {
    out << at_line("grid", scale.place(tick.at), 0, height);
    const bool first = &tick == &scale.axis.ticks.front();
    const bool last = &tick == &scale.axis.ticks.back();
    out << element("text",
                   {{"class", "soft"},
                    {"x", scale.place(tick.at)},
                    {"y", std::to_string(height + 18)},
                    {"text-anchor", first  ? "start"
                                    : last ? "end"
                                           : "middle"}},
                   tick.label);
  }
  if (plot.comparator) out << at_line("middle", scale.place(*plot.comparator), 0, height);
  for (std::size_t i = 0; i < plot.rows.size(); ++i)
    out << row_drawing(plot, scale, plot.rows[i], static_cast<int>(i) * row_height) << text("\n");
  return element("svg",
                 {{"role", "img"},
                  {"aria-label", plot.head.title},
                  {"width", "100%"},
                  {"height", std::to_string(height + 24)}},
                 out);
}

Html interval_key(const IntervalPlot& plot) {
  const ChartWords& words = chart_words();
  Html whisker = element("line", {{"class", "whisker"}, {"x1", "0"}, {"y1", "7"}, {"x2", "30"}, {"y2", "7"}});
  whisker << mark_at(Mark::dot, "dot", 15, 7);
  std::vector<KeyEntry> entries{
      {whisker, fmt::format(fmt::runtime(words.estimate_and_interval), plot.confidence)}};
  if (plot.comparator) {
    Html apart = element("line", {{"class", "whisker"}, {"x1", "0"}, {"y1", "7"}, {"x2", "30"}, {"y2", "7"}});
    apart << mark_at(Mark::diamond, "dot-beyond", 15, 7);
    entries.push_back({apart, std::string(words.leaves_comparator_out)});
    entries.push_back(
        {element("line", {{"class", "middle"}, {"x1", "15"}, {"y1", "0"}, {"x2", "15"}, {"y2", "14"}}),
         plot.comparator_name});
  }
  return key(entries);
}

} // namespace

std::string takeaway(const IntervalPlot& plot) {
  const ChartWords& words = chart_words();
  if (plot.rows.size() == 1 && plot.rows.front().value && !plot.comparator) {
    const IntervalRow& row = plot.rows.front();
    return fmt::format(fmt::runtime(words.one_rate_with_interval), percent_text(*row.value),
                       count_text(row.of), plot.cases, plot.rate, plot.confidence,
                       range_text(row.low, row.high));
  }
  std::int64_t below = 0;
  std::int64_t above = 0;
  std::int64_t shown = 0;
  double least = 1;
  double most = 0;
  for (const IntervalRow& row : plot.rows) {
    if (!row.value) continue;
    ++shown;
    below += side_of(plot, row) == Side::below ? 1 : 0;
    above += side_of(plot, row) == Side::above ? 1 : 0;
    least = std::min(least, *row.value);
    most = std::max(most, *row.value);
  }
  if (shown == 0) return std::string(words.no_rate);
  const std::string range = shown == 1
                                ? fmt::format(fmt::runtime(words.one_rate_shown), percent_text(least))
                                : fmt::format(fmt::runtime(words.rates_range), range_text(least, most));
  if (!plot.comparator)
    return fmt::format(fmt::runtime(words.rows_shown), count_text(shown),
                       count_text(static_cast<std::int64_t>(plot.rows.size())), plot.rows_are) +
           " " + range;
  return fmt::format(fmt::runtime(words.rows_apart_from_comparator), plot.comparator_name,
                     percent_text(*plot.comparator), count_text(above), count_text(shown), plot.rows_are,
                     count_text(below)) +
         " " + range;
}

Html figure(const IntervalPlot& plot) {
  const ChartWords& words = chart_words();
  Figure out;
  out.id = plot.head.id;
  out.title = plot.head.title;
  out.takeaway = takeaway(plot);
  out.method = plot.head.method;
  out.key = interval_key(plot);
  out.drawing = drawing(plot);
  out.table.caption = words.same_values;
  out.table.columns = {{std::string(words.name)},
                       {fmt::format(fmt::runtime(words.number_of), plot.cases), Align::numeric},
                       {fmt::format(fmt::runtime(words.share_that), plot.rate), Align::numeric},
                       {fmt::format(fmt::runtime(words.interval), plot.confidence), Align::numeric}};
  if (plot.comparator)
    out.table.columns.push_back(
        {fmt::format(fmt::runtime(words.against), plot.comparator_name, percent_text(*plot.comparator))});
  for (const IntervalRow& row : plot.rows) {
    Row cells;
    cells.cells = {text(row.name), text(row.value ? count_text(row.of) : row.instead),
                   text(row.value ? percent_text(*row.value) : row.instead),
                   row.value ? text(range_text(row.low, row.high)) : Html()};
    if (plot.comparator) cells.cells.emplace_back(text(side_words(plot, row)));
    out.table.rows.push_back(std::move(cells));
  }
  return figure(out);
}

} // namespace probity::html
