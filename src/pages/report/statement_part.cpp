#include "pages/report/report_view.h"
#include "pages/report/report_words.h"

namespace probity::pages {
namespace {

using contract::Line;
using html::element;
using html::Html;

Html contents(const contract::Statement& statement) {
  const ReportWords& words = report_words();
  std::vector<html::PagePart> parts = {{"bridge", words.bridge}, {"lines", words.lines}};
  if (!statement.outcomes.empty()) parts.push_back({"outcome-payments", words.outcome_payments});
  parts.push_back({"behind", words.behind});
  parts.push_back({"corrections", words.corrections});
  return html::parts_of_page(parts);
}

const std::string& counted_clause(const contract::Terms& terms, const Line& line) {
  for (const contract::Deduction& deduction : terms.deductions)
    if (deduction.id == line.clause) return deduction.of;
  return line.clause;
}

Html behind(const ReportView& view) {
  const ReportWords& words = report_words();
  Html out = section_heading("behind", words.behind);
  if (view.published()) {
    out << html::paragraph(words.no_case_published);
    return out;
  }
  html::Table table;
  table.caption = words.lines_and_cases;
  table.columns = {{std::string(words.line)},
                   {std::string(words.amount), html::Align::numeric},
                   {std::string(words.cases)}};
  for (const Line& line : view.statement.statement.lines) {
    Html link =
        cases_link(view, counted_clause(view.statement.terms, line), std::string(words.cases_counted));
    if (link.empty()) continue;
    // For those who hear the link alone.
    link << element("span", {{"class", "govuk-visually-hidden"}}, " " + for_line(line.title));
    table.rows.push_back({{named(line.title, line.id), sum(line.amount), std::move(link)}, ""});
  }
  if (table.rows.empty())
    out << html::paragraph(words.no_line_counted);
  else
    out << html::table(table);
  return out;
}

} // namespace

Html statement_part(const ReportView& view) {
  const ReportWords& words = report_words();
  Html out = total_section(view.statement);
  if (view.published()) out << html::inset_text(html::paragraph(words.published_statement));
  out << contents(view.statement.statement) << html::text("\n") << bridge_section(view.statement)
      << html::text("\n") << lines_section(view.statement);
  out << workings(words.lines, html::paragraph(words.lines_workings));
  out << html::text("\n") << outcome_payments_section(view.statement) << behind(view) << html::text("\n")
      << corrections_section(view.statement);
  return out;
}

Html checking_part(const ReportView& view) {
  const ReportWords& words = report_words();
  Html out = element("h1", words.check);
  out << element("p", {{"class", "takeaway"}}, words.check_text);
  out << basis_section(view.statement) << html::text("\n") << check_section(view.statement);
  if (view.input.outcomes != nullptr)
    out << html::paragraph(words.count_outcomes)
        << html::commands(words.count_outcomes_command,
                          "probity outcomes --ledger " + view.input.files.ledger +
                              view.input.outcome_options + " --as-known " +
                              std::to_string(view.input.outcomes->snapshot.size));
  out << html::text("\n") << clauses_section(view.statement);
  return out;
}

} // namespace probity::pages
