// The running account over random worlds: what is issued is what is owed, however often it is corrected.
#include "app/statement_issue.h"
#include "property/contract_world.h"

namespace probity::world {
namespace {

using base::Money;
using contract::Contract;
using contract::Statement;

Money entitlement(const Statement& statement) {
  Money out;
  for (const contract::Line& line : statement.lines)
    out += line.amount;
  return out;
}

Money issued(const Ledger& ledger, const Contract& contract, std::string_view period) {
  Money out;
  for (const auto& [id, amount] :
       contract::issued_on(good(service::load_book(ledger, {})), contract.terms().id).lines)
    if (id.starts_with(contract.terms().id + "/" + std::string(period) + "/")) out += amount;
  return out;
}

void issue(Ledger& ledger, const Contract& contract, std::string_view period, base::Day on) {
  const auto book = good(service::load_book(ledger, {}));
  const Statement statement = settled(book, contract, period).statement;
  app::Issuer issuer;
  issuer.recorded = noon_of(on);
  RC_ASSERT(app::issue_statement(ledger, book, statement, issuer).has_value());
  // Repeating it returns the first receipt.
  const auto size = ledger.size();
  const auto again = good(app::issue_statement(ledger, book, statement, issuer));
  RC_ASSERT(again.repeated);
  RC_ASSERT(ledger.size() == size);
}

TEST(AccountLaws, WhatIsIssuedIsInTheEndWhatIsOwed) {
  fixture::check_cases(15, [] {
    const fixture::TemporaryDirectory folder;
    Ledger ledger = new_ledger(folder.file("account.ledger"));
    const Contract& contract = contracts()[*rc::gen::inRange<std::size_t>(0, contracts().size())];
    const auto submitted = Writer().write(any_acts());
    // March is issued in the middle of the record, again a little later, and put right in April's statement.
    const auto record_between = [&](base::Day from, base::Day to) {
      std::vector<Submitted> part;
      for (const Submitted& one : submitted)
        if (from <= one.recorded && one.recorded < to) part.push_back(one);
      append(ledger, part);
    };
    record_between(first_day(), day("2016-03-20"));
    issue(ledger, contract, "2016-03", day("2016-03-20"));
    record_between(day("2016-03-20"), day("2016-04-01"));
    // Issuing must not itself be what lets a due day pass.
    append(ledger, day_closed(day("2016-04-01"), 2));

    const Money before = issued(ledger, contract, "2016-03");
    const Statement later = settled(ledger, contract, "2016-03").statement;
    RC_ASSERT(later.due == entitlement(later) - before);
    issue(ledger, contract, "2016-03", day("2016-04-01"));
    RC_ASSERT(issued(ledger, contract, "2016-03") == entitlement(later));
    RC_ASSERT(settled(ledger, contract, "2016-03").statement.due == Money{});

    record_between(day("2016-04-01"), day("2017-01-01"));
    append(ledger, day_closed(day("2016-06-30"), 1));
    issue(ledger, contract, "2016-04", day("2016-06-30"));
    for (const std::string_view period : {"2016-03", "2016-04"}) {
      const Statement end = settled(ledger, contract, period).statement;
      RC_ASSERT(issued(ledger, contract, period) == entitlement(end));
      RC_ASSERT(end.due == Money{});
      RC_ASSERT(end.corrections.empty());
    }
  });
}

} // namespace
} // namespace probity::world
