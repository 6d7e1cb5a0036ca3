#include "pages/account/statement_page.h"

#include <fmt/format.h>

#include "html/page.h"
#include "pages/account/statement_sections.h"
#include "pages/account/statement_words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using html::element;
using html::Html;

Html contents(const contract::Statement& statement) {
  const StatementWords& words = statement_words();
  std::vector<html::PagePart> parts = {
      {"bridge", words.how_the_sum_comes_about}, {"lines", words.lines}, {"levels", words.service_levels}};
  if (!statement.outcomes.empty()) parts.push_back({"outcome-payments", words.outcome_payments});
  parts.push_back({"deductions", words.cases_and_relief});
  parts.push_back({"corrections", words.corrections_and_payments});
  parts.push_back({"clauses", words.clauses_and_readings});
  parts.push_back({"basis", words.computed_from});
  parts.push_back({"check", words.how_to_check});
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

  const StatementWords& words = statement_words();
  html::Page page;
  page.title = fmt::format(fmt::runtime(words.page_title), in_words(statement.period), statement.title);
  page.section = words.page_section;
  page.main = std::move(main);
  page.footer = html::paragraph(words.about_probity);
  page.footer << html::paragraph(fmt::format(fmt::runtime(words.computed_at), statement.contract,
                                             in_words(statement.period), with_commas(statement.size),
                                             statement.origin));
  return html::to_document(page);
}

} // namespace probity::pages
