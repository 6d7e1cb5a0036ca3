#include "pages/outcome/arrests_page.h"

#include <algorithm>

#include "html/chart/curves.h"
#include "html/chart/interval_plot.h"
#include "html/components.h"
#include "html/page.h"
#include "pages/outcome/arrest_words.h"
#include "pages/outcome/outcome_parts.h"
#include "pages/outcome/outcome_words.h"

namespace probity::pages {
namespace {

using html::Align;
using html::element;
using html::Html;
using outcome::ArrestFigure;
using outcome::ArrestReport;

constexpr std::size_t most_curves = 4;
constexpr int most_periods_shown = 5; // in the table; more are a curve

std::string unit_of(const ArrestReport& report) {
  return std::string(outcome::name(report.unit));
}

std::string rows_by(const ArrestReport& report) {
  return report.by ? outcome::words_for(outcome::name(*report.by)) : std::string();
}

std::string titled(std::string_view title, const ArrestReport& report) {
  return report.by ? titled_by(title, rows_by(report)) : std::string(title);
}

std::string share_text(std::int64_t count, std::int64_t of) {
  return of == 0 ? std::string(outcome_page_words().none)
                 : outcome::percent_text(base::Rational::of(count, of));
}

// Every figure, or that of all where there is no group.
std::vector<const ArrestFigure*> figures_of(const ArrestReport& report) {
  std::vector<const ArrestFigure*> out;
  for (const ArrestFigure& figure : report.figures)
    out.push_back(&figure);
  if (out.empty()) out.push_back(&report.all);
  return out;
}

html::Row row(const ArrestFigure& figure, const ArrestReport& report, std::size_t columns) {
  const OutcomePageWords& words = outcome_page_words();
  html::Row out;
  out.cells.emplace_back(html::text(&figure == &report.all ? words.all : outcome::words_for(figure.label)));
  std::vector<std::string> cells;
  if (figure.withheld) {
    cells.assign(columns - 1, std::string(words.withheld));
  } else {
    cells.push_back(outcome::count_text(figure.people));
    if (columns > 5)
      for (const std::int64_t count : figure.in_period)
        cells.push_back(outcome::count_text(count) + " (" + share_text(count, figure.people) + ")");
    cells.insert(cells.end(),
                 {outcome::count_text(figure.arrested), share_text(figure.arrested, figure.people),
                  outcome::percent_text(figure.interval)});
  }
  for (const std::string& cell : cells)
    out.cells.emplace_back(html::text(cell));
  return out;
}

Html table(const ArrestReport& report) {
  const OutcomePageWords& words = outcome_page_words();
  html::Table out;
  out.caption = titled(report.title, report);
  out.columns.push_back({report.by ? column_by(rows_by(report)) : std::string(words.group)});
  const auto add = [&](std::string_view title) {
    out.columns.push_back({std::string(title), Align::numeric});
  };
  add(words.people);
  if (report.within > 1 && report.within <= most_periods_shown && !report.periods_withheld)
    for (int period = 1; period <= report.within; ++period)
      add(first_in_period(unit_of(report), period));
  add(arrest_words().arrested);
  add(arrest_words().share);
  add(words.interval);
  for (const ArrestFigure& figure : report.figures)
    out.rows.push_back(row(figure, report, out.columns.size()));
  (report.figures.empty() ? out.rows : out.totals).push_back(row(report.all, report, out.columns.size()));
  return html::table(out);
}

Html shares(const ArrestReport& report) {
  const OutcomePageWords& words = outcome_page_words();
  const OutcomeChartWords& chart_words = outcome_chart_words();
  html::IntervalPlot plot;
  plot.head = {"shares", titled(report.title, report), interval_method()};
  plot.rows_are = report.by ? chart_words.groups : chart_words.rows;
  plot.cases = chart_words.people;
  plot.rate = arrested_within(report.within, unit_of(report));
  for (const ArrestFigure* figure : figures_of(report)) {
    html::IntervalRow one;
    one.name = figure == &report.all ? words.all : outcome::words_for(figure->label);
    one.of = figure->people;
    one.instead = figure->withheld ? words.withheld : chart_words.nobody;
    if (figure->people > 0) {
      one.value = static_cast<double>(figure->arrested) / static_cast<double>(figure->people);
      one.low = figure->interval.low;
      one.high = figure->interval.high;
    }
    plot.rows.push_back(std::move(one));
  }
  if (report.by && report.all.people > 0) {
    plot.comparator = static_cast<double>(report.all.arrested) / static_cast<double>(report.all.people);
    plot.comparator_name = all_together(chart_words.people);
  }
  return html::figure(plot);
}

// How many had neither been arrested nor left before the end of the period.
std::int64_t followed_at(const ArrestFigure& figure, int period) {
  std::int64_t out = figure.people;
  for (const outcome::SurvivalStep& step : figure.curve.steps)
    if (step.time < period) out -= step.events + step.censored;
  return out;
}

Html curves(const ArrestReport& report) {
  if (report.periods_withheld || report.within < 2) return {};
  std::vector<const ArrestFigure*> drawn;
  for (const ArrestFigure* figure : figures_of(report))
    if (figure->people > 0) drawn.push_back(figure);
  if (drawn.empty()) return {};
  const std::size_t all = drawn.size();
  std::stable_sort(drawn.begin(), drawn.end(),
                   [](const ArrestFigure* a, const ArrestFigure* b) { return a->people > b->people; });
  if (all > most_curves) drawn.resize(most_curves);
  const ArrestWords& words = arrest_words();
  html::StepCurves plot;
  plot.head = {"when", titled(words.still_free, report), html::paragraph(words.curves_method)};
  if (all > most_curves) plot.head.method << html::paragraph(largest_drawn(most_curves, all));
  plot.kind = html::StepCurves::Kind::free_of;
  plot.event = words.been_arrested;
  plot.time_unit = units_of_time(unit_of(report));
  plot.since = outcome_chart_words().release;
  const int parts = std::min(report.within, 4);
  std::vector<int> times;
  for (int part = 0; part <= parts; ++part)
    times.push_back(report.within * part / parts);
  plot.times.assign(times.begin(), times.end());
  for (const ArrestFigure* figure : drawn) {
    html::Curve curve;
    curve.name = figure == &report.all ? outcome_chart_words().all : outcome::words_for(figure->label);
    curve.points.push_back({0, 1, {}, {}});
    for (const outcome::SurvivalStep& step : figure->curve.steps) {
      html::CurvePoint point{static_cast<double>(step.time), step.survival, {}, {}};
      if (step.interval) {
        point.low = step.interval->low;
        point.high = step.interval->high;
      }
      curve.points.push_back(point);
    }
    html::StillFollowed followed;
    followed.of = drawn.size() == 1 ? "" : curve.name;
    for (const int time : times)
      followed.numbers.push_back(followed_at(*figure, time));
    plot.still_followed.push_back(std::move(followed));
    plot.curves.push_back(std::move(curve));
  }
  Html out = element("h2", {{"id", "when-part"}}, outcome_page_words().when);
  out << html::figure(plot) << html::text("\n");
  return out;
}

Html comparison(const ArrestReport& report) {
  if (!report.comparison) return {};
  const outcome::TrialComparison& arms = *report.comparison;
  const ArrestWords& words = arrest_words();
  Html out = element("h2", {{"id", "compared"}}, outcome_page_words().compared);
  out << html::paragraph(
             arms_compared(outcome::words_for(arms.first), outcome::words_for(arms.second), arms.trial))
      << html::summary_list(
             {{std::string(words.difference),
               html::text(difference_of_shares(100 * arms.difference.estimate,
                                               100 * arms.difference.interval.low,
                                               100 * arms.difference.interval.high))},
              {std::string(words.equal_shares), html::text(test_of_shares(arms.z, arms.p_value))},
              {std::string(words.log_rank),
               html::text(
                   test_of_curves(arms.log_rank.chi_squared, arms.log_rank.degrees, arms.log_rank.p_value))}})
      << html::text("\n");
  return out;
}

} // namespace

std::string arrests_page(const ArrestReport& report, const OutcomeFiles& files) {
  const OutcomePageWords& words = outcome_page_words();
  html::Page page;
  page.section = words.outcomes;
  page.title = report.title + " - " + page.section;
  page.main = element("h1", report.title);
  page.main << takeaway_part(report.takeaway) << html::text("\n")
            << element("h2", {{"id", "shares-part"}}, arrest_words().shares) << shares(report)
            << html::text("\n") << table(report) << html::text("\n") << comparison(report) << curves(report)
            << element("h2", {{"id", "read-with"}}, words.read_with) << list_part(report.notes)
            << html::text("\n") << element("h2", {{"id", "workings"}}, words.workings)
            << html::paragraph(arrest_words().method) << element("h2", {{"id", "basis"}}, words.basis)
            << html::summary_list(snapshot_rows(report.origin, report.replayed, report.snapshot))
            << html::text("\n") << check_part(files, report.snapshot);
  page.footer = html::paragraph(arrest_words().footer);
  return html::to_document(page);
}

} // namespace probity::pages
