#include "pages/outcome/outcome_charts.h"

#include <algorithm>

#include "html/chart/curves.h"
#include "html/chart/funnel.h"
#include "html/chart/interval_plot.h"
#include "html/components.h"
#include "outcome/funnel.h"
#include "pages/outcome/funnel_limits.h"
#include "pages/outcome/outcome_parts.h"
#include "pages/outcome/outcome_words.h"

namespace probity::pages {
namespace {

using html::Html;
using outcome::Figure;
using outcome::Report;

constexpr std::size_t least_for_funnel = 4;
constexpr std::size_t most_curves = 4;

bool proven(const Report& report) {
  return report.rule.measure == outcome::Measure::proven_reoffending;
}

std::string_view cases(const Report& report) {
  return proven(report) ? outcome_chart_words().people : outcome_chart_words().releases;
}

std::string_view happened(const Report& report) {
  return proven(report) ? outcome_chart_words().reoffended : outcome_chart_words().returned_to_custody;
}

std::string rate_words(const Report& report) {
  return within_span(happened(report), outcome::span_text(report.rule.window_months));
}

std::string_view rows_of(const Report& report) {
  return report.rows_by.empty() ? outcome_chart_words().rows : outcome_chart_words().groups;
}

double share(const Figure& figure) {
  return static_cast<double>(figure.counts.reoffenders.certain) / static_cast<double>(figure.counts.people);
}

outcome::Proportion proportion(const Figure& figure) {
  return {figure.counts.reoffenders.certain, figure.counts.people};
}

html::IntervalRow row(const Figure& figure, const std::string& name) {
  html::IntervalRow out;
  out.name = name;
  out.of = figure.counts.people;
  out.instead = figure.withheld ? outcome_page_words().withheld : outcome_chart_words().nobody;
  if (figure.withheld || figure.counts.people == 0) return out;
  out.value = share(figure);
  out.low = figure.interval.low;
  out.high = figure.interval.high;
  return out;
}

// "new crime", in the words of the measure.
std::string_view cause_words(const Report& report, int cause) {
  const OutcomeChartWords& words = outcome_chart_words();
  switch (outcome::shown_causes[cause]) {
  case outcome::Cause::reoffence:
    return proven(report) ? words.reoffence : words.return_to_custody;
  case outcome::Cause::technical_return:
    return words.technical_return;
  case outcome::Cause::custody:
    return words.other_custody;
  case outcome::Cause::death:
    return words.death;
  case outcome::Cause::none:
    break;
  }
  return "";
}

// The axis: quarters of the window, in days.
std::vector<double> times_of(const outcome::Curve& curve) {
  std::vector<double> out{0};
  for (std::size_t at = 2; at < curve.points.size(); at += 3)
    out.push_back(curve.points[at].day);
  return out;
}

html::StillFollowed followed(const outcome::Curve& curve, const std::string& of) {
  html::StillFollowed out;
  out.of = of;
  out.numbers.push_back(curve.people - curve.left_out);
  for (std::size_t at = 2; at < curve.points.size(); at += 3)
    out.numbers.push_back(curve.points[at].at_risk);
  return out;
}

html::StepCurves frame(const Report& report, const outcome::Curve& curve, std::string id,
                       std::string_view title) {
  const OutcomeChartWords& words = outcome_chart_words();
  html::StepCurves out;
  out.head.id = std::move(id);
  out.head.title = title;
  out.event = happened(report);
  out.time_unit = words.days;
  out.since = proven(report) ? words.the_index_event : words.release;
  out.times = times_of(curve);
  out.points_are = html::StepCurves::Points::samples;
  return out;
}

Html curves_method(const outcome::Curve& curve) {
  std::string method(outcome_chart_words().curves_method);
  if (curve.left_out > 0) method += " " + left_out_of_curves(static_cast<std::uint64_t>(curve.left_out));
  return html::paragraph(method);
}

Html causes_figure(const Report& report, const outcome::Curve& curve) {
  html::StepCurves out = frame(report, curve, "first", outcome_chart_words().happened_first);
  for (int cause = 0; cause < outcome::shown_cause_count; ++cause) {
    if (curve.points.back().share[cause] <= 0) continue;
    html::Curve drawn;
    drawn.name = cause_words(report, cause);
    drawn.points.push_back({0, 0, {}, {}});
    for (const outcome::CurvePoint& point : curve.points) {
      html::CurvePoint at{static_cast<double>(point.day), point.share[cause], {}, {}};
      if (cause == 0 && point.interval) {
        at.low = point.interval->low;
        at.high = point.interval->high;
      }
      drawn.points.push_back(at);
    }
    out.curves.push_back(std::move(drawn));
  }
  if (out.curves.empty()) return {};
  out.still_followed = {followed(curve, "")};
  out.head.method = curves_method(curve);
  return html::figure(out);
}

Html survival_figure(const Report& report, const outcome::Curve& curve) {
  const OutcomeChartWords& words = outcome_chart_words();
  html::StepCurves out = frame(report, curve, "survival", words.still_free);
  out.kind = html::StepCurves::Kind::free_of;
  html::Curve counted;
  counted.name = words.as_it_was;
  html::Curve alone;
  alone.name = words.if_nothing_competed;
  counted.points.push_back({0, 1, {}, {}});
  alone.points.push_back({0, 1, {}, {}});
  for (const outcome::CurvePoint& point : curve.points) {
    html::CurvePoint at{static_cast<double>(point.day), 1 - point.share[0], {}, {}};
    if (point.interval) {
      at.low = 1 - point.interval->high;
      at.high = 1 - point.interval->low;
    }
    counted.points.push_back(at);
    alone.points.push_back({static_cast<double>(point.day), 1 - point.alone, {}, {}});
  }
  out.curves = {std::move(counted), std::move(alone)};
  out.still_followed = {followed(curve, "")};
  out.head.method = html::paragraph(words.still_free_method);
  return html::figure(out);
}

Html groups_figure(const Report& report) {
  std::vector<const outcome::Curve*> groups;
  for (const outcome::Curve& curve : report.curves->groups)
    if (!curve.points.empty() && curve.people > 0) groups.push_back(&curve);
  std::stable_sort(groups.begin(), groups.end(),
                   [](const outcome::Curve* a, const outcome::Curve* b) { return a->people > b->people; });
  const std::size_t all = groups.size();
  if (all == 0) return {};
  if (all > most_curves) groups.resize(most_curves);
  html::StepCurves out = frame(report, *groups.front(), "groups", when_it_happened_by(report.rows_by));
  for (const outcome::Curve* curve : groups) {
    html::Curve drawn;
    drawn.name = outcome::words_for(curve->label);
    drawn.points.push_back({0, 0, {}, {}});
    for (const outcome::CurvePoint& point : curve->points) {
      html::CurvePoint at{static_cast<double>(point.day), point.share[0], {}, {}};
      if (point.interval) {
        at.low = point.interval->low;
        at.high = point.interval->high;
      }
      drawn.points.push_back(at);
    }
    out.still_followed.push_back(followed(*curve, drawn.name));
    out.curves.push_back(std::move(drawn));
  }
  out.head.method = curves_method(*groups.front());
  if (all > most_curves) out.head.method << html::paragraph(largest_drawn(most_curves, all));
  return html::figure(out);
}

} // namespace

Html rates_figure(const Report& report) {
  html::IntervalPlot plot;
  plot.head = {"rates", report.rows_by.empty() ? report.title : titled_by(report.title, report.rows_by),
               interval_method()};
  plot.rows_are = rows_of(report);
  plot.cases = cases(report);
  plot.rate = rate_words(report);
  for (const Figure& figure : report.figures)
    plot.rows.push_back(row(figure, outcome::words_for(figure.label)));
  if (report.figures.empty()) {
    plot.rows.push_back(row(report.all, std::string(outcome_page_words().all)));
  } else if (!report.all.withheld && report.all.counts.people > 0) {
    plot.comparator = share(report.all);
    plot.comparator_name = all_together(cases(report));
  }
  return html::figure(plot);
}

Html funnel_figure(const Report& report) {
  if (!report.rule.strata.empty() && report.rule.strata.front() == outcome::Grouping::release_year) return {};
  if (report.rows_by.empty() || report.cohorts.size() > 1) return {};
  html::FunnelPlot plot;
  std::vector<outcome::Proportion> units;
  for (const Figure& figure : report.figures) {
    const std::string name = outcome::words_for(figure.label);
    if (figure.withheld) plot.withheld.push_back(name);
    if (figure.withheld || figure.counts.people == 0) continue;
    units.push_back(proportion(figure));
    plot.points.push_back({name, units.back().count, units.back().of, {}});
  }
  if (units.size() < least_for_funnel) return {};
  const double target = outcome::pooled_rate(units);
  if (target <= 0 || target >= 1) return {};
  const OutcomeChartWords& words = outcome_chart_words();
  plot.head = {"funnel", each_group_at_its_size(report.title), html::paragraph(words.funnel_method)};
  plot.units = words.groups;
  plot.cases = cases(report);
  plot.rate = rate_words(report);
  plot.centre_name = plot.withheld.empty() ? words.rate_of_all : words.rate_of_all_shown;
  put_limits(plot, outcome::funnel(units, target));
  return html::figure(plot);
}

Html curve_figures(const Report& report) {
  if (!report.curves) return {};
  if (report.curves->groups.size() > 1) return groups_figure(report);
  Html out;
  for (const outcome::Curve& curve : report.curves->groups) {
    if (curve.points.empty() || curve.people == 0) continue;
    out << causes_figure(report, curve) << html::text("\n") << survival_figure(report, curve);
  }
  return out;
}

} // namespace probity::pages
