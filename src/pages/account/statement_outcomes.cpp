#include <fmt/format.h>

#include "pages/account/statement_sections.h"
#include "pages/account/statement_words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::OutcomeShown;
using html::element;
using html::Html;

Html state_tag(const OutcomeShown& shown) {
  const StatementWords& words = statement_words();
  switch (shown.state) {
  case OutcomeShown::State::not_known:
    return html::tag(words.not_known, html::Tone::neutral);
  case OutcomeShown::State::provisional:
    return html::tag(words.provisional, html::Tone::attention);
  case OutcomeShown::State::determined:
    return html::tag(words.determined, html::Tone::good);
  }
  return {};
}

Html count(std::int64_t number) {
  return html::text(with_commas(static_cast<std::uint64_t>(number)));
}

} // namespace

html::Html outcome_payments_section(const StatementView& view) {
  using html::Align;
  if (view.statement.outcomes.empty()) return {};
  const StatementWords& words = statement_words();
  html::Table table;
  table.caption = words.cohorts;
  table.columns = {
      {std::string(words.clause_and_cohort)},          {std::string(words.state)},
      {std::string(words.people), Align::numeric},     {std::string(words.reoffenders), Align::numeric},
      {std::string(words.reoffences), Align::numeric}, {std::string(words.against_expected)}};
  for (const OutcomeShown& shown : view.statement.outcomes) {
    const contract::PeopleCounts& counts = shown.counts.cohort;
    Html cohort = named(shown.title, outcome::to_text(shown.cohort));
    if (view.statement.providers.size() != 1 && !shown.provider.empty())
      cohort << html::text(" ") << element("span", {{"class", "small"}}, shown.provider);
    const bool counted = counts.people > 0;
    std::string test = shown.words;
    if (shown.state == OutcomeShown::State::provisional)
      test += "; " + fmt::format(fmt::runtime(words.determined_on), in_words(shown.snapshot));
    table.rows.push_back({{std::move(cohort), state_tag(shown), counted ? count(counts.people) : Html(),
                           counted ? count(counts.reoffenders) : Html(),
                           counted ? count(counts.reoffences) : Html(), html::text(test + ".")},
                          ""});
  }
  Html out = section_heading("outcome-payments", words.outcome_payments);
  out << html::paragraph(words.cohorts_explained);
  out << html::table(table);
  return out;
}

} // namespace probity::pages
