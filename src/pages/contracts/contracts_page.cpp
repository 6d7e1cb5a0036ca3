#include "pages/contracts/pages.h"
#include "pages/contracts/places.h"
#include "pages/contracts/words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

constexpr std::size_t newest_periods = 3;

Html period_links(const service::ContractListed& contract, std::size_t from, std::size_t to) {
  Html items;
  for (std::size_t i = from; i < std::min(to, contract.periods.size()); ++i) {
    const service::StatementAsked asked{contract.name, contract.periods[i], {}, {}};
    Html words = text(contract.periods[i]);
    words << element("span", {{"class", "govuk-visually-hidden"}}, ", " + contract.title);
    items << element("li",
                     element("a", {{"class", "govuk-link"}, href(local(statement_path(asked)))}, words));
  }
  return element("ul", {{"class", "plain"}}, items);
}

Html statements_of(const service::ContractListed& contract) {
  const ContractWords& words = contract_words();
  if (contract.periods.empty()) return text(words.not_begun);
  Html out = period_links(contract, 0, newest_periods);
  if (contract.periods.size() <= newest_periods) return out;
  Html summary = text(words.earlier_periods);
  summary << element("span", {{"class", "govuk-visually-hidden"}}, ", " + contract.title);
  return out << details(summary, period_links(contract, newest_periods, contract.periods.size()));
}

} // namespace

std::string contracts_page(const service::ContractsShown& shown, const Reader& reader) {
  const ContractWords& words = contract_words();
  Html main = element("h1", words.title);
  main << paragraph(shown.contracts.empty() ? words.no_contracts : words.explained);
  for (const service::ContractListed& one : shown.contracts) {
    SummaryList list;
    SummaryCard card;
    card.title = text(one.title.empty() ? one.id : one.title);
    list.card = card;
    list.rows = {{std::string(words.authority), text(one.authority)},
                 {std::string(words.providers),
                  text(one.providers.empty() ? std::string(words.every_body) : listed(one.providers))},
                 {std::string(words.statements), statements_of(one)}};
    main << summary_list(list);
  }
  main << as_at_note(shown.on, shown.size);
  Frame frame{std::string(words.title), false, {}, main};
  frame.section = Section::statements;
  return staff_page(frame, reader.caller, reader.form_token);
}

Waiting settling_page(const service::StatementAsked& asked) {
  const ContractWords& words = contract_words();
  Waiting out{words.settling, words.settling_text, statement_path(asked), statement_path(asked, true),
              way_back("/contracts", words.back_to_statements)};
  out.section = Section::statements;
  return out;
}

} // namespace probity::pages
