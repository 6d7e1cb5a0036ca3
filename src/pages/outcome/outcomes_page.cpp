#include "pages/outcome/outcomes_page.h"

#include <cmath>

#include "html/components.h"
#include "html/page.h"
#include "pages/outcome/outcome_charts.h"
#include "pages/outcome/outcome_parts.h"
#include "pages/outcome/outcome_words.h"

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
  const OutcomePageWords& words = outcome_page_words();
  const outcome::Rates all = outcome::rates(figure.counts);
  html::Row out;
  out.cells.push_back(html::text(&figure == &report.all ? words.all : outcome::words_for(figure.label)));
  std::vector<std::string> cells(proven(report) ? 7 : 5, std::string(words.withheld));
  if (!figure.withheld) {
    cells = {outcome::count_text(figure.counts.people), outcome::text_of(figure.counts.reoffenders),
             outcome::percent_text(all.binary), outcome::percent_text(figure.interval)};
    if (proven(report)) {
      cells.push_back(outcome::text_of(figure.counts.reoffences));
      cells.push_back(all.per_reoffender ? all.per_reoffender->decimal(2) : std::string(words.none));
      cells.push_back(all.per_person ? (*all.per_person * base::Rational(100)).decimal(1)
                                     : std::string(words.none));
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
  const OutcomePageWords& words = outcome_page_words();
  html::Table out;
  out.caption = report.rows_by.empty() ? report.title : titled_by(report.title, report.rows_by);
  out.columns.push_back({report.rows_by.empty() ? std::string(words.group) : column_by(report.rows_by)});
  const auto add = [&](std::string_view title) {
    out.columns.push_back({std::string(title), Align::numeric});
  };
  add(proven(report) ? words.people : words.releases);
  add(proven(report) ? words.reoffended : words.returned);
  add(words.rate);
  add(words.interval);
  if (proven(report)) {
    add(words.reoffences);
    add(words.reoffences_each);
    add(words.reoffences_hundred);
  } else {
    add(report.rule.proof == outcome::Proof::any ? words.technical_among : words.technical_apart);
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
    sentences.push_back(not_compared(reason));
  if (sentences.empty()) return {};
  Html out = html::text("\n");
  out << element("h2", {{"id", "compared"}}, outcome_page_words().compared) << list_part(sentences);
  return out;
}

Html curves(const Report& report) {
  if (!report.curves) return {};
  using html::Align;
  const auto percent = [](double share) {
    return html::text(outcome::percent_text(base::Rational::of(std::llround(share * 1e6), 1'000'000)));
  };
  const OutcomePageWords& words = outcome_page_words();
  html::Table out;
  out.caption = words.curves_caption;
  out.columns.push_back({std::string(words.group_and_day)});
  for (const std::string_view title :
       {words.at_risk, proven(report) ? words.reoffence : words.return_to_custody, words.interval,
        words.technical_return, words.other_custody, words.death, words.if_nothing_competed})
    out.columns.push_back({std::string(title), Align::numeric});
  for (const outcome::Curve& curve : report.curves->groups)
    for (std::size_t at = 2; at < curve.points.size(); at += 3) {
      const outcome::CurvePoint& point = curve.points[at];
      html::Row row;
      row.cells = {html::text(on_day_of_curve(outcome::words_for(curve.label), point.day)),
                   html::text(outcome::count_text(point.at_risk)),
                   percent(point.share[0]),
                   html::text(point.interval ? outcome::percent_text(*point.interval) : words.none),
                   percent(point.share[1]),
                   percent(point.share[2]),
                   percent(point.share[3]),
                   percent(point.alone)};
      out.rows.push_back(std::move(row));
    }
  Html part = html::text("\n");
  part << element("h2", {{"id", "when"}}, words.when) << curve_figures(report) << html::table(out);
  return part;
}

Html scores(const Report& report) {
  if (!report.scores) return {};
  const OutcomePageWords& words = outcome_page_words();
  html::Table out;
  out.caption = beside_scores_caption(report.scores->rule.text());
  for (const std::string& column : outcome::score_table_columns())
    out.columns.push_back({column, out.columns.empty() ? html::Align::start : html::Align::numeric});
  for (const std::vector<std::string>& cells : outcome::score_table_rows(*report.scores)) {
    html::Row row;
    for (const std::string& cell : cells)
      row.cells.push_back(html::text(cell));
    out.rows.push_back(std::move(row));
  }
  out.rows.back().cells.front() = html::text(words.all);
  if (!report.scores->figures.empty()) {
    out.totals.push_back(std::move(out.rows.back()));
    out.rows.pop_back();
  }
  Html part = html::text("\n");
  part << element("h2", {{"id", "scores"}}, words.beside_scores) << html::paragraph(report.scores->sentence)
       << html::table(out) << list_part(report.scores->workings);
  return part;
}

Html basis(const Report& report) {
  std::vector<html::SummaryRow> rows = snapshot_rows(report.origin, report.replayed, report.snapshot);
  const OutcomePageWords& words = outcome_page_words();
  std::string state(report.status == outcome::Status::final ? words.final_state : words.provisional);
  if (report.status != outcome::Status::final && report.final_from)
    state = provisional_until(*report.final_from);
  rows.push_back({std::string(words.state), html::text(state)});
  return html::summary_list(rows);
}

} // namespace

Html outcomes_part(const Report& report) {
  const OutcomePageWords& words = outcome_page_words();
  Html out = takeaway_part(report.takeaway);
  out << html::text("\n") << element("h2", {{"id", "rates-part"}}, words.rates) << rates_figure(report)
      << html::text("\n") << table(report) << html::text("\n") << funnel_figure(report) << comparisons(report)
      << scores(report) << curves(report);
  if (!report.notes.empty())
    out << html::text("\n") << element("h2", {{"id", "read-with"}}, words.read_with)
        << list_part(report.notes);
  out << html::text("\n") << element("h2", {{"id", "workings"}}, words.workings)
      << list_part(report.workings);
  return out;
}

std::string outcomes_page(const Report& report, const OutcomeFiles& files) {
  const OutcomePageWords& words = outcome_page_words();
  html::Page page;
  page.section = words.outcomes;
  page.title = report.title + " - " + page.section;
  page.main = element("h1", report.title);
  page.main << outcomes_part(report) << html::text("\n") << element("h2", {{"id", "basis"}}, words.basis)
            << basis(report) << html::text("\n") << check_part(files, report.snapshot);
  page.footer = html::paragraph(words.footer);
  return html::to_document(page);
}

} // namespace probity::pages
