#include "pages/account/statement_page.h"

#include "html/page.h"
#include "pages/account/statement_sections.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using html::element;
using html::Html;

Html contents(const contract::Statement& statement) {
  std::vector<html::PagePart> parts = {
      {"bridge", "How the sum comes about"}, {"lines", "Lines"}, {"levels", "Service levels"}};
  if (!statement.outcomes.empty()) parts.push_back({"outcome-payments", "Outcome payments"});
  parts.push_back({"deductions", "Cases behind the deductions, and relief"});
  parts.push_back({"corrections", "Corrections, earlier periods and payments"});
  parts.push_back({"clauses", "Clauses, readings and assumptions"});
  parts.push_back({"basis", "What this was computed from"});
  parts.push_back({"check", "How to check this"});
  return html::parts_of_page(parts);
}

} // namespace

html::Html section_heading(std::string_view id, std::string_view words) {
  return element("h2", {{"id", id}}, words);
}

html::Html named(std::string_view title, std::string_view id) {
  Html out = element("span", title);
  out << html::text(" ") << element("span", {{"class", "small"}}, html::code(id));
  return out;
}

html::Html sum(base::Money money) {
  return html::text(base::to_text(money));
}

std::string statement_page(const contract::Settlement& settlement, const contract::Contract& contract,
                           const StatementFiles& files) {
  const contract::Statement& statement = settlement.statement;
  const contract::Terms& terms = contract.terms_at(statement.period.first(), statement.known_on);
  const StatementView view{settlement, statement, contract, terms, files, bridge(statement, terms)};
  Html main = total_section(view);
  main << contents(statement);
  for (const auto section :
       {bridge_section, lines_section, levels_section, outcome_payments_section, deductions_section,
        corrections_section, clauses_section, basis_section, check_section})
    main << html::text("\n") << section(view);

  html::Page page;
  page.title = "Statement for " + in_words(statement.period) + " - " + statement.title;
  page.section = "Contract statements";
  page.main = std::move(main);
  page.footer =
      html::paragraph("Probity is open-source software for community supervision. Records are facts, "
                      "figures are computed from them: whoever holds the ledger, the contract file and "
                      "the rules can compute every figure on this page again.");
  page.footer << html::paragraph("Contract " + statement.contract + ", " + in_words(statement.period) +
                                 ", as known at " + with_commas(statement.size) + " events of " +
                                 statement.origin + ".");
  return html::to_document(page);
}

} // namespace probity::pages
