#include "pages/outcome/outcomes_page.h"

#include <cmath>

#include "html/components.h"
#include "html/page.h"
#include "pages/outcome/outcome_charts.h"
#include "pages/outcome/outcome_parts.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using html::element;
using html::Html;
using outcome::Figure;
using outcome::Measure;
using outcome::Report;

bool proven(const Report& report) {
  return report.rule.measure == Measure::proven_reoffending;
}

html::Row row(const Figure& figure, const Report& report) {
  const outcome::Rates all = outcome::rates(figure.counts);
  html::Row out;
  out.cells.push_back(html::text(&figure == &report.all ? "All" : outcome::words_for(figure.label)));
  std::vector<std::string> cells(proven(report) ? 7 : 5, "withheld");
  if (!figure.withheld) {
    cells = {outcome::count_text(figure.counts.people), outcome::text_of(figure.counts.reoffenders),
             outcome::percent_text(all.binary), outcome::percent_text(figure.interval)};
    if (proven(report)) {
      cells.push_back(outcome::text_of(figure.counts.reoffences));
      cells.push_back(all.per_reoffender ? all.per_reoffender->decimal(2) : "none");
      cells.push_back(all.per_person ? (*all.per_person * base::Rational(100)).decimal(1) : "none");
    } else {
      cells.push_back(outcome::count_text(figure.technical));
    }
  }
  for (const std::string& cell : cells)
    out.cells.push_back(html::text(cell));
  return out;
}

Html table(const Report& report) {
  using html::Align;
  html::Table out;
  out.caption = report.title + (report.rows_by.empty() ? "" : ", by " + report.rows_by);
  out.columns = {{report.rows_by.empty() ? "Group" : "By " + report.rows_by, Align::start},
                 {proven(report) ? "People" : "Releases", Align::numeric},
                 {proven(report) ? "Reoffended" : "Returned", Align::numeric},
                 {"Rate", Align::numeric},
                 {"95 % interval", Align::numeric}};
  if (proven(report)) {
    out.columns.push_back({"Reoffences", Align::numeric});
    out.columns.push_back({"Reoffences for each who reoffended", Align::numeric});
    out.columns.push_back({"Reoffences for every 100 people", Align::numeric});
  } else {
    out.columns.push_back(
        {report.rule.proof == outcome::Proof::any ? "Of these, technical" : "Technical, not counted",
         Align::numeric});
  }
  for (const Figure& figure : report.figures)
    out.rows.push_back(row(figure, report));
  (report.figures.empty() ? out.rows : out.totals).push_back(row(report.all, report));
  return html::table(out);
}

Html comparisons(const Report& report) {
  std::vector<std::string> sentences;
  for (const outcome::Comparison& comparison : report.comparisons)
    sentences.push_back(comparison.sentence);
  if (report.frequency) sentences.push_back(report.frequency->sentence);
  for (const std::string& reason : report.not_compared)
    sentences.push_back("Not compared: " + reason + ".");
  if (sentences.empty()) return {};
  Html out = html::text("\n");
  out << element("h2", {{"id", "compared"}}, "Compared") << list_part(sentences);
  return out;
}

Html curves(const Report& report) {
  if (!report.curves) return {};
  using html::Align;
  const auto percent = [](double share) {
    return html::text(outcome::percent_text(base::Rational::of(std::llround(share * 1e6), 1'000'000)));
  };
  html::Table out;
  out.caption = "Share for whom it had happened first, by day";
  out.columns = {{"Group and day", Align::start},
                 {"At risk", Align::numeric},
                 {proven(report) ? "Reoffence" : "Return", Align::numeric},
                 {"95 % interval", Align::numeric},
                 {"Technical return", Align::numeric},
                 {"Other custody", Align::numeric},
                 {"Death", Align::numeric},
                 {"If nothing competed", Align::numeric}};
  for (const outcome::Curve& curve : report.curves->groups)
    for (std::size_t at = 2; at < curve.points.size(); at += 3) {
      const outcome::CurvePoint& point = curve.points[at];
      html::Row row;
      row.cells = {html::text(outcome::words_for(curve.label) + ", day " + std::to_string(point.day)),
                   html::text(outcome::count_text(point.at_risk)),
                   percent(point.share[0]),
                   html::text(point.interval ? outcome::percent_text(*point.interval) : "none"),
                   percent(point.share[1]),
                   percent(point.share[2]),
                   percent(point.share[3]),
                   percent(point.alone)};
      out.rows.push_back(std::move(row));
    }
  Html part = html::text("\n");
  part << element("h2", {{"id", "when"}}, "When") << curve_figures(report) << html::table(out);
  return part;
}

Html scores(const Report& report) {
  if (!report.scores) return {};
  html::Table out;
  out.caption = "Observed beside what the scores " + report.scores->rule.text() + " led one to expect";
  for (const std::string& column : outcome::score_table_columns())
    out.columns.push_back({column, out.columns.empty() ? html::Align::start : html::Align::numeric});
  for (const std::vector<std::string>& cells : outcome::score_table_rows(*report.scores)) {
    html::Row row;
    for (const std::string& cell : cells)
      row.cells.push_back(html::text(cell));
    out.rows.push_back(std::move(row));
  }
  out.rows.back().cells.front() = html::text("All");
  if (!report.scores->figures.empty()) {
    out.totals.push_back(std::move(out.rows.back()));
    out.rows.pop_back();
  }
  Html part = html::text("\n");
  part << element("h2", {{"id", "scores"}}, "Beside the risk scores of the same people")
       << html::paragraph(report.scores->sentence) << html::table(out) << list_part(report.scores->workings);
  return part;
}

Html basis(const Report& report) {
  std::vector<html::SummaryRow> rows = snapshot_rows(report.origin, report.replayed, report.snapshot);
  rows.push_back(
      {"State", html::text(report.status == outcome::Status::final
                               ? "Final"
                               : "Provisional" + (report.final_from ? " until " + in_words(*report.final_from)
                                                                    : std::string()))});
  return html::summary_list(rows);
}

} // namespace

Html outcomes_part(const Report& report) {
  Html out = takeaway_part(report.takeaway);
  out << html::text("\n") << element("h2", {{"id", "rates-part"}}, "Rates") << rates_figure(report)
      << html::text("\n") << table(report) << html::text("\n") << funnel_figure(report) << comparisons(report)
      << scores(report) << curves(report);
  if (!report.notes.empty())
    out << html::text("\n") << element("h2", {{"id", "read-with"}}, "What to read with these figures")
        << list_part(report.notes);
  out << html::text("\n") << element("h2", {{"id", "workings"}}, "How we worked this out")
      << list_part(report.workings);
  return out;
}

std::string outcomes_page(const Report& report, const OutcomeFiles& files) {
  html::Page page;
  page.section = "Outcomes";
  page.title = report.title + " - " + page.section;
  page.main = element("h1", report.title);
  page.main << outcomes_part(report) << html::text("\n")
            << element("h2", {{"id", "basis"}}, "What this was computed from") << basis(report)
            << html::text("\n") << check_part(files, report.snapshot);
  page.footer =
      html::paragraph("Rates are exact fractions of counts, rounded for display only. Intervals are "
                      "Wilson's and speak of chance variation alone.");
  return html::to_document(page);
}

} // namespace probity::pages
