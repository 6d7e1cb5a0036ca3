#include "pages/report/report_view.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::Line;
using html::element;
using html::Html;

Html contents(const contract::Statement& statement) {
  std::vector<html::PagePart> parts = {{"bridge", "How the sum comes about"}, {"lines", "Lines"}};
  if (!statement.outcomes.empty()) parts.push_back({"outcome-payments", "Outcome payments"});
  parts.push_back({"behind", "What the lines were counted from"});
  parts.push_back({"corrections", "Corrections, earlier periods and payments"});
  return html::parts_of_page(parts);
}

const std::string& counted_clause(const contract::Terms& terms, const Line& line) {
  for (const contract::Deduction& deduction : terms.deductions)
    if (deduction.id == line.clause) return deduction.of;
  return line.clause;
}

Html behind(const ReportView& view) {
  Html out = section_heading("behind", "What the lines were counted from");
  if (view.published()) {
    out << html::paragraph(
        "The published version lists no case. Both parties hold the cases behind every line.");
    return out;
  }
  html::Table table;
  table.caption = "Lines and their cases";
  table.columns = {{"Line"}, {"Amount", html::Align::numeric}, {"Cases"}};
  for (const Line& line : view.statement.statement.lines) {
    Html link = cases_link(view, counted_clause(view.statement.terms, line), "Cases counted");
    if (link.empty()) continue;
    // For those who hear the link alone.
    link << element("span", {{"class", "govuk-visually-hidden"}}, " for " + line.title);
    table.rows.push_back({{named(line.title, line.id), sum(line.amount), std::move(link)}, ""});
  }
  if (table.rows.empty())
    out << html::paragraph("No line of this period is counted from cases.");
  else
    out << html::table(table);
  return out;
}

} // namespace

Html statement_part(const ReportView& view) {
  Html out = total_section(view.statement);
  if (view.published())
    out << html::inset_text(html::paragraph("This is the published version. Lines that fewer than 5 cases "
                                            "would show through stand together in one "
                                            "line; every total is what was settled."));
  out << contents(view.statement.statement) << html::text("\n") << bridge_section(view.statement)
      << html::text("\n") << lines_section(view.statement);
  out << workings(
      "Lines",
      html::paragraph("Each line is a clause of the contract over the month's counts, in exact fractions, "
                      "rounded once to the penny by the rule that the clause names. The total is the sum of "
                      "the lines and corrections; what earlier statements put on the account is taken off. "
                      "Nothing here was typed in: the page “How to check this” has the commands."));
  out << html::text("\n") << outcome_payments_section(view.statement) << behind(view) << html::text("\n")
      << corrections_section(view.statement);
  return out;
}

Html checking_part(const ReportView& view) {
  Html out = element("h1", "How to check this");
  out << element(
      "p", {{"class", "takeaway"}},
      "Every figure in this report follows from three things: the ledger, the contract file and the "
      "rules. Their fingerprints are below, with the commands that compute the figures again.");
  out << basis_section(view.statement) << html::text("\n") << check_section(view.statement);
  if (view.input.outcomes != nullptr)
    out << html::paragraph("Count the outcomes again.")
        << html::commands("Command that counts the outcomes again",
                          "probity outcomes --ledger " + view.input.files.ledger +
                              view.input.outcome_options + " --as-known " +
                              std::to_string(view.input.outcomes->snapshot.size));
  out << html::text("\n") << clauses_section(view.statement);
  return out;
}

} // namespace probity::pages
