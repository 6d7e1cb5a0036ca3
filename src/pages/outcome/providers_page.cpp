#include "pages/outcome/providers_page.h"

#include <fmt/format.h>

#include "html/components.h"
#include "html/page.h"
#include "outcome/report.h"
#include "pages/outcome/funnel_limits.h"
#include "pages/outcome/outcome_parts.h"
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

std::string cases(const ProviderVerdicts& verdicts) {
  return returns(verdicts) ? "releases" : "people";
}

Html tag_of(Verdict verdict) {
  const html::Tone tone = verdict == Verdict::paid       ? html::Tone::good
                          : verdict == Verdict::deducted ? html::Tone::attention
                                                         : html::Tone::neutral;
  return html::tag(contract::to_text(verdict), tone);
}

html::Row row(const ProviderVerdict& verdict) {
  if (verdict.withheld) {
    html::Row withheld;
    withheld.cells.push_back(html::text(verdict.provider));
    withheld.cells.insert(withheld.cells.end(), 8, html::text("withheld"));
    return withheld;
  }
  const contract::OutcomeResult& result = verdict.by_clause;
  std::vector<std::string> cells = {verdict.provider, outcome::count_text(verdict.counts.cohort.people),
                                    outcome::count_text(verdict.counts.cohort.reoffenders)};
  if (verdict.paid_by_clause == Verdict::not_measured)
    cells.insert(cells.end(), 4, "none");
  else
    cells.insert(cells.end(), {result.rate.decimal(2) + " %", result.expected.decimal(2) + " %",
                               signed_number(result.difference, 2),
                               result.deviation ? fmt::format("{:+.2f}", result.deviation->z()) : "none"});
  html::Row out;
  for (const std::string& cell : cells)
    out.cells.push_back(html::text(cell));
  out.cells.push_back(tag_of(verdict.paid_by_rate));
  out.cells.push_back(tag_of(verdict.paid_by_clause));
  return out;
}

Html table(const ProviderVerdicts& verdicts, const ProviderCohort& cohort, const std::string& caption) {
  html::Table out;
  out.caption = caption;
  out.columns = {{"Body", Align::start},
                 {returns(verdicts) ? "Releases" : "People", Align::numeric},
                 {returns(verdicts) ? "Returned" : "Reoffended", Align::numeric},
                 {"Rate", Align::numeric},
                 {"Against", Align::numeric},
                 {"Points", Align::numeric},
                 {"z", Align::numeric},
                 {"By the rate alone", Align::start},
                 {"By the clause", Align::start}};
  for (const ProviderVerdict& verdict : cohort.verdicts)
    out.rows.push_back(row(verdict));
  return html::table(out);
}

html::Row sums_row(const std::string& name, const contract::VerdictSums& sums, bool luck) {
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
  html::Table out;
  out.caption = "Cohorts, each of one body in one period";
  out.columns = {{"How it is judged", Align::start},
                 {"Paid", Align::numeric},
                 {"Deducted", Align::numeric},
                 {"Left alone", Align::numeric},
                 {"Not measured", Align::numeric}};
  if (luck) {
    out.columns.push_back({"Paid by luck alone", Align::numeric});
    out.columns.push_back({"Deducted by luck alone", Align::numeric});
  }
  out.rows = {sums_row("By the rate alone", verdicts.by_rate, luck),
              sums_row("By the clause", verdicts.by_clause, luck)};
  return html::table(out);
}

Html funnel(const ProviderVerdicts& verdicts) {
  if (!verdicts.funnel || verdicts.funnel->points.empty()) return {};
  html::FunnelPlot plot;
  plot.head.id = "funnel";
  plot.head.title = "Each body at its size, all cohorts together";
  plot.head.method = html::paragraph(
      "Each body's rate is set against what chance alone would do at its size, if all had one rate. A place "
      "outside the limits is a question, not a finding: nothing is ranked, and nothing here is adjusted for "
      "who "
      "was supervised.");
  for (const ProviderVerdict* verdict : contract::shown_verdicts(verdicts.together))
    plot.points.push_back(
        {verdict->provider, verdict->counts.cohort.reoffenders, verdict->counts.cohort.people, {}});
  plot.units = "bodies";
  plot.cases = cases(verdicts);
  plot.rate = (returns(verdicts) ? "returned to custody within " : "reoffended within ") +
              outcome::span_text(verdicts.clause.terms.rule.window_months);
  plot.centre_name = "the rate of all these bodies together";
  put_limits(plot, *verdicts.funnel);
  Html out = element("h2", {{"id", "side-by-side"}}, "Side by side");
  out << html::figure(plot) << html::text("\n");
  return out;
}

Html refused(const ProviderVerdicts& verdicts) {
  if (verdicts.left_out.empty()) return {};
  html::Table out;
  out.caption = "Refused: judged under nobody and compared with nobody";
  out.columns = {{"Body", Align::start},
                 {returns(verdicts) ? "Releases" : "People", Align::numeric},
                 {"Why", Align::start}};
  for (const contract::BodyLeftOut& left : verdicts.left_out)
    out.rows.push_back(
        {{html::text(left.body), html::text(left.withheld ? "withheld" : outcome::count_text(left.people)),
          html::text(left.because)},
         {}});
  return html::table(out);
}

Html basis(const ProviderVerdicts& verdicts) {
  std::vector<html::SummaryRow> rows = {
      {"Contract", html::code(verdicts.contract)},
      {"Clause", html::text(verdicts.clause.id + ": " + verdicts.clause.title)},
      {"Source", html::text(verdicts.clause.source)},
      {"Assumed", html::text(verdicts.clause.assumed.empty() ? "nothing" : listed(verdicts.clause.assumed))}};
  for (html::SummaryRow& one : snapshot_rows(verdicts.origin, verdicts.replayed, verdicts.snapshot))
    rows.push_back(std::move(one));
  return html::summary_list(rows);
}

} // namespace

std::string providers_page(const ProviderVerdicts& verdicts, const ProvidersFiles& files) {
  html::Page page;
  const std::string title = "Who would have been paid: " + verdicts.clause.title;
  page.section = "Outcomes";
  page.title = title + " - " + page.section;
  page.main = element("h1", title);
  page.main << takeaway_part(verdicts.takeaway) << html::text("\n")
            << element("h2", {{"id", "verdicts"}}, "Paid, deducted or left alone") << sums(verdicts)
            << html::text("\n");
  if (verdicts.cohorts.size() > 1)
    page.main << table(verdicts, verdicts.together, "All cohorts together") << html::text("\n");
  page.main << refused(verdicts) << html::text("\n") << funnel(verdicts)
            << element("h2", {{"id", "cohorts"}}, "Each cohort");
  for (const ProviderCohort& cohort : verdicts.cohorts)
    page.main << table(verdicts, cohort,
                       "Cohort that ends in period " + cohort.period + ", " +
                           outcome::to_text(*cohort.cohort) + (cohort.determined ? "" : ", provisional"))
              << html::text("\n");
  page.main << element("h2", {{"id", "read-with"}}, "What to read with these verdicts")
            << list_part(verdicts.notes) << html::text("\n")
            << element("h2", {{"id", "workings"}}, "How we worked this out") << list_part(verdicts.workings)
            << html::text("\n") << element("h2", {{"id", "basis"}}, "What this was computed from")
            << basis(verdicts) << html::text("\n") << element("h2", {{"id", "check"}}, "How to check this")
            << html::paragraph(
                   "With the ledger, the contract file and the program, anyone gets the same verdicts.")
            << html::commands("Command that computes the verdicts again",
                              "probity contract providers --ledger " + files.ledger + " --contract " +
                                  files.contract + files.options + " --as-known " +
                                  std::to_string(verdicts.snapshot.size));
  page.footer =
      html::paragraph("Whether a result is paid is decided in exact fractions; rates are rounded for "
                      "display only.");
  return html::to_document(page);
}

} // namespace probity::pages
