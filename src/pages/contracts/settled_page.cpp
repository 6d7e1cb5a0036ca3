#include "pages/account/statement_sections.h"
#include "pages/contracts/pages.h"
#include "pages/contracts/places.h"
#include "pages/contracts/words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html contents(const contract::Statement& statement) {
  const ContractWords& words = contract_words();
  Html items;
  const auto add = [&](std::string_view id, std::string_view said) {
    items << element("li", link_to_part(id, said));
  };
  add("bridge", words.bridge);
  add("lines", words.lines);
  add("levels", words.levels);
  if (!statement.outcomes.empty()) add("outcome-payments", words.outcome_payments);
  add("corrections", words.corrections);
  add("clauses", words.clauses);
  add("basis", words.basis);
  add("asked", words.asked);
  return element("nav", {{"class", "contents"}, {"aria-label", words.on_this_page}}, element("ul", items));
}

Html known_form(const service::Settled& settled, const StatementForm& asked) {
  const ContractWords& words = contract_words();
  Input field;
  field.name = "known";
  field.label.words = text(words.known);
  field.extra.classes = "govuk-input--width-10";
  Hint hint_words;
  hint_words.words = text(words.known_hint);
  field.around.hint = hint_words;
  if (!asked.known.empty()) field.value = asked.known;
  if (!asked.error.empty()) {
    ErrorMessage error;
    error.words = text(asked.error);
    field.around.error = error;
  }
  Html fields;
  for (const auto& [measure, reading] : settled.asked.readings)
    fields << hidden_field("reading", measure + "=" + reading);
  fields << input(field) << button(words.compute);
  const std::string path = "/contracts/" + settled.asked.file->name + "/" + settled.asked.period;
  return element("form", {action(local(path)), {"method", "get"}, {"novalidate", ""}}, fields);
}

Html reading_links(const service::Settled& settled, const contract::Terms& terms) {
  const ContractWords& words = contract_words();
  Html items;
  const auto add = [&](const std::map<std::string, std::string>& readings, const std::string& said) {
    const bool current = readings == settled.asked.readings;
    std::vector<Attribute> attributes{href(local(reading_path(settled, readings)))};
    if (current) attributes.push_back({"aria-current", "true"});
    items << element("li", element("a", attributes, text(said)));
  };
  for (const contract::Fee& fee : terms.fees)
    for (const contract::Fee& other : fee.others)
      add({{fee.id, other.reading}},
          fee.title + ", " + std::string(words.read_as) + " " + spaced(other.reading));
  for (const contract::Measure& measure : terms.measures)
    for (std::size_t i = 1; i < measure.readings.size(); ++i)
      add({{measure.id, measure.readings[i].name}},
          measure.title + ", " + std::string(words.read_as) + " " + spaced(measure.readings[i].name));
  if (items.empty()) return {};
  Html all = items;
  items = {};
  add({}, std::string(words.as_written));
  items << all;
  Html out = element("h3", words.readings);
  return out << element("ul", {{"class", "plain"}}, items);
}

} // namespace

std::string settled_page(const service::Settled& settled, const StatementForm& asked, const Reader& reader) {
  const ContractWords& words = contract_words();
  const contract::Statement& statement = settled.settlement.statement;
  const contract::Contract& contract = settled.asked.file->contract;
  const contract::Terms& terms = contract.terms_at(statement.period.first(), statement.known_on);
  const StatementFiles files;
  StatementView view{settled.settlement, statement, contract, terms, files, bridge(statement, terms)};
  view.address = [&](const contract::Line& line) -> std::optional<Url> {
    const auto path = line_path(settled, line.id);
    return path ? std::optional(local(*path)) : std::nullopt;
  };
  Html main;
  if (!asked.error.empty()) {
    ErrorSummary summary;
    summary.errors.push_back({text(asked.error), Url::fragment("known"), {}});
    main << errors_on_top(std::move(summary));
  }
  main << total_section(view) << contents(statement);
  if (!asked.known.empty()) {
    const std::string path = "/contracts/" + settled.asked.file->name + "/" + settled.asked.period;
    main << element("p", element("a",
                                 {{"class", "govuk-link"},
                                  href(local(path + "/changes?known=" + std::to_string(statement.size)))},
                                 words.see_changes));
  }
  for (const auto section : {bridge_section, lines_section, levels_section, outcome_payments_section,
                             corrections_section, clauses_section, basis_section})
    main << text("\n") << section(view);
  main << element("h2", {{"id", "asked"}}, words.asked) << known_form(settled, asked)
       << reading_links(settled, terms);
  main << element(
      "p", element("a", {{"class", "govuk-link"}, href(local(statement_csv_path(settled)))}, words.as_csv));
  main << element("p", {{"class", "caption"}}, staff_words().log_note);
  Frame frame{std::string(words.statement_for) + " " + in_words(statement.period) + ", " + statement.title,
              !asked.error.empty(), way_back("/contracts", words.back_to_statements), main};
  frame.section = Section::statements;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
