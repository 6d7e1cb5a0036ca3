#include "pages/outcome/providers_page.h"

#include <fmt/format.h>

#include "html/components.h"
#include "html/page.h"
#include "outcome/report.h"
#include "pages/outcome/funnel_limits.h"
#include "pages/outcome/outcome_parts.h"
#include "pages/outcome/outcome_words.h"
#include "pages/outcome/provider_words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::ProviderCohort;
using contract::ProviderVerdict;
using contract::ProviderVerdicts;
using contract::Verdict;
using html::Align;
using html::element;
using html::Html;

bool returns(const ProviderVerdicts& verdicts) {
  return verdicts.clause.terms.rule.measure == outcome::Measure::return_to_custody;
}

html::Column cases_column(const ProviderVerdicts& verdicts) {
  const OutcomePageWords& words = outcome_page_words();
  return {std::string(returns(verdicts) ? words.releases : words.people), Align::numeric};
}

Html tag_of(Verdict verdict) {
  const html::Tone tone = verdict == Verdict::paid       ? html::Tone::good
                          : verdict == Verdict::deducted ? html::Tone::attention
                                                         : html::Tone::neutral;
  return html::tag(contract::to_text(verdict), tone);
}

html::Row row(const ProviderVerdict& verdict) {
  const OutcomePageWords& words = outcome_page_words();
  if (verdict.withheld) {
    html::Row withheld;
    withheld.cells.push_back(html::text(verdict.provider));
    withheld.cells.insert(withheld.cells.end(), 8, html::text(words.withheld));
    return withheld;
  }
  const contract::OutcomeResult& result = verdict.by_clause;
  std::vector<std::string> cells = {verdict.provider, outcome::count_text(verdict.counts.cohort.people),
                                    outcome::count_text(verdict.counts.cohort.reoffenders)};
  if (verdict.paid_by_clause == Verdict::not_measured)
    cells.insert(cells.end(), 4, std::string(words.none));
  else
    cells.insert(cells.end(), {result.rate.decimal(2) + " %", result.expected.decimal(2) + " %",
                               signed_number(result.difference, 2),
                               result.deviation ? fmt::format("{:+.2f}", result.deviation->z())
                                                : std::string(words.none)});
  html::Row out;
  for (const std::string& cell : cells)
    out.cells.push_back(html::text(cell));
  out.cells.push_back(tag_of(verdict.paid_by_rate));
  out.cells.push_back(tag_of(verdict.paid_by_clause));
  return out;
}

Html table(const ProviderVerdicts& verdicts, const ProviderCohort& cohort, std::string_view caption) {
  const OutcomePageWords& common = outcome_page_words();
  const ProviderWords& words = provider_words();
  html::Table out;
  out.caption = caption;
  out.columns = {{std::string(words.body)}, cases_column(verdicts)};
  for (const std::string_view title : {returns(verdicts) ? common.returned : common.reoffended, common.rate,
                                       words.against, words.points, words.z})
    out.columns.push_back({std::string(title), Align::numeric});
  out.columns.push_back({std::string(words.by_rate)});
  out.columns.push_back({std::string(words.by_clause)});
  for (const ProviderVerdict& verdict : cohort.verdicts)
    out.rows.push_back(row(verdict));
  return html::table(out);
}

html::Row sums_row(std::string_view name, const contract::VerdictSums& sums, bool luck) {
  html::Row out;
  out.cells.push_back(html::text(name));
  for (const Verdict verdict : {Verdict::paid, Verdict::deducted, Verdict::left_alone, Verdict::not_measured})
    out.cells.push_back(html::text(outcome::count_text(sums.count(verdict))));
  if (luck) {
    out.cells.push_back(html::text(fmt::format("{:.1f}", sums.by_luck.pays)));
    out.cells.push_back(html::text(fmt::format("{:.1f}", sums.by_luck.takes)));
  }
  return out;
}

Html sums(const ProviderVerdicts& verdicts) {
  const bool luck = verdicts.clause.terms.baseline_from == contract::OutcomeTerms::BaselineFrom::others;
  const ProviderWords& words = provider_words();
  html::Table out;
  out.caption = words.sums_caption;
  out.columns.push_back({std::string(words.how_judged)});
  for (const std::string_view title : {words.paid, words.deducted, words.left_alone, words.not_measured})
    out.columns.push_back({std::string(title), Align::numeric});
  if (luck)
    for (const std::string_view title : {words.paid_by_luck, words.deducted_by_luck})
      out.columns.push_back({std::string(title), Align::numeric});
  out.rows = {sums_row(words.by_rate, verdicts.by_rate, luck),
              sums_row(words.by_clause, verdicts.by_clause, luck)};
  return html::table(out);
}

Html funnel(const ProviderVerdicts& verdicts) {
  if (!verdicts.funnel || verdicts.funnel->points.empty()) return {};
  const ProviderWords& words = provider_words();
  const OutcomeChartWords& chart_words = outcome_chart_words();
  html::FunnelPlot plot;
  plot.head.id = "funnel";
  plot.head.title = words.funnel_title;
  plot.head.method = html::paragraph(words.funnel_method);
  for (const ProviderVerdict* verdict : contract::shown_verdicts(verdicts.together))
    plot.points.push_back(
        {verdict->provider, verdict->counts.cohort.reoffenders, verdict->counts.cohort.people, {}});
  plot.units = words.bodies;
  plot.cases = returns(verdicts) ? chart_words.releases : chart_words.people;
  plot.rate = within_span(returns(verdicts) ? chart_words.returned_to_custody : chart_words.reoffended,
                          outcome::span_text(verdicts.clause.terms.rule.window_months));
  plot.centre_name = words.rate_of_all;
  put_limits(plot, *verdicts.funnel);
  Html out = element("h2", {{"id", "side-by-side"}}, words.side_by_side);
  out << html::figure(plot) << html::text("\n");
  return out;
}

Html refused(const ProviderVerdicts& verdicts) {
  if (verdicts.left_out.empty()) return {};
  const ProviderWords& words = provider_words();
  html::Table out;
  out.caption = words.refused_caption;
  out.columns = {{std::string(words.body)}, cases_column(verdicts), {std::string(words.why)}};
  for (const contract::BodyLeftOut& left : verdicts.left_out)
    out.rows.push_back(
        {{html::text(left.body),
          html::text(left.withheld ? outcome_page_words().withheld : outcome::count_text(left.people)),
          html::text(left.because)},
         {}});
  return html::table(out);
}

Html basis(const ProviderVerdicts& verdicts) {
  const ProviderWords& words = provider_words();
  std::vector<html::SummaryRow> rows = {
      {std::string(words.contract), html::code(verdicts.contract)},
      {std::string(words.clause), html::text(verdicts.clause.id + ": " + verdicts.clause.title)},
      {std::string(words.source), html::text(verdicts.clause.source)},
      {std::string(words.assumed),
       html::text(verdicts.clause.assumed.empty() ? words.nothing : listed(verdicts.clause.assumed))}};
  for (html::SummaryRow& one : snapshot_rows(verdicts.origin, verdicts.replayed, verdicts.snapshot))
    rows.push_back(std::move(one));
  return html::summary_list(rows);
}

} // namespace

std::string providers_page(const ProviderVerdicts& verdicts, const ProvidersFiles& files) {
  const OutcomePageWords& common = outcome_page_words();
  const ProviderWords& words = provider_words();
  html::Page page;
  const std::string title = who_would_be_paid(verdicts.clause.title);
  page.section = common.outcomes;
  page.title = title + " - " + page.section;
  page.main = element("h1", title);
  page.main << takeaway_part(verdicts.takeaway) << html::text("\n")
            << element("h2", {{"id", "verdicts"}}, words.verdicts) << sums(verdicts) << html::text("\n");
  if (verdicts.cohorts.size() > 1)
    page.main << table(verdicts, verdicts.together, words.all_cohorts) << html::text("\n");
  page.main << refused(verdicts) << html::text("\n") << funnel(verdicts)
            << element("h2", {{"id", "cohorts"}}, words.each_cohort);
  for (const ProviderCohort& cohort : verdicts.cohorts) {
    const std::string months = outcome::to_text(*cohort.cohort);
    page.main << table(verdicts, cohort,
                       cohort.determined ? cohort_caption(cohort.period, months)
                                         : provisional_cohort_caption(cohort.period, months))
              << html::text("\n");
  }
  page.main << element("h2", {{"id", "read-with"}}, words.read_with) << list_part(verdicts.notes)
            << html::text("\n") << element("h2", {{"id", "workings"}}, common.workings)
            << list_part(verdicts.workings) << html::text("\n")
            << element("h2", {{"id", "basis"}}, common.basis) << basis(verdicts) << html::text("\n")
            << element("h2", {{"id", "check"}}, common.check) << html::paragraph(words.check_text)
            << html::commands(words.check_command, "probity contract providers --ledger " + files.ledger +
                                                       " --contract " + files.contract + files.options +
                                                       " --as-known " +
                                                       std::to_string(verdicts.snapshot.size));
  page.footer = html::paragraph(words.footer);
  return html::to_document(page);
}

} // namespace probity::pages
