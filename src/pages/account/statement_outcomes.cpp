#include "pages/account/statement_sections.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::OutcomeShown;
using html::element;
using html::Html;

Html state_tag(const OutcomeShown& shown) {
  switch (shown.state) {
  case OutcomeShown::State::not_known:
    return html::tag("Not known", html::Tone::neutral);
  case OutcomeShown::State::provisional:
    return html::tag("Provisional", html::Tone::attention);
  case OutcomeShown::State::determined:
    return html::tag("Determined", html::Tone::good);
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
  html::Table table;
  table.caption = "Cohorts that this period pays or charges for";
  table.columns = {{"Clause and cohort"},          {"State"},
                   {"People", Align::numeric},     {"Reoffenders", Align::numeric},
                   {"Reoffences", Align::numeric}, {"Against what was expected"}};
  for (const OutcomeShown& shown : view.statement.outcomes) {
    const contract::PeopleCounts& counts = shown.counts.cohort;
    Html cohort = named(shown.title, outcome::to_text(shown.cohort));
    if (view.statement.providers.size() != 1 && !shown.provider.empty())
      cohort << html::text(" ") << element("span", {{"class", "small"}}, shown.provider);
    const bool counted = counts.people > 0;
    std::string words = shown.words;
    if (shown.state == OutcomeShown::State::provisional)
      words += "; determined on " + in_words(shown.snapshot);
    table.rows.push_back({{std::move(cohort), state_tag(shown), counted ? count(counts.people) : Html(),
                           counted ? count(counts.reoffenders) : Html(),
                           counted ? count(counts.reoffences) : Html(), html::text(words + ".")},
                          ""});
  }
  Html out = section_heading("outcome-payments", "Outcome payments");
  out << html::paragraph(
      "Each cohort's rate stands beside what was expected of it, with the test that the clause "
      "names. A difference that chance could have made is no change, whatever its sign.");
  out << html::table(table);
  return out;
}

} // namespace probity::pages
