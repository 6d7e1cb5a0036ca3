#include "app/statement_issue.h"
#include "record/vocabulary.h"
#include "settlement_options.h"
#include "writing_options.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_statement_issue(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const SettlementInput input, settlement_input(arguments, terminal));
  PROBITY_ASSIGN(const contract::Settlement settlement, settle(input, arguments.text("period")));
  PROBITY_ASSIGN(auto ledger, open_for_writing(arguments));
  PROBITY_ASSIGN(const app::Issuer issuer, issuer_of(arguments, ledger));
  PROBITY_ASSIGN(const ledger::Receipt receipt,
                 app::issue_statement(ledger, input.book, settlement.statement, issuer));
  const std::uint64_t event = receipt.index + receipt.count - 1;
  if (terminal.json()) {
    base::json::Value out;
    out.set("ok", base::json::Value(true));
    out.set("event", base::json::Value(static_cast<std::int64_t>(event)));
    out.set("repeated", base::json::Value(receipt.repeated));
    out.set("total_pence", base::json::Value(settlement.statement.total.pence));
    out.set("due_pence", base::json::Value(settlement.statement.due.pence));
    terminal.print(out);
    return ExitStatus::good;
  }
  if (!receipt.repeated) print_statement(settlement.statement, terminal);
  terminal.out << "\n"
               << (receipt.repeated ? "This statement was issued before, as event " : "Issued as event ")
               << event << "; its lines are on the account.\n";
  return ExitStatus::good;
}

} // namespace

Command statement_issue_command() {
  return {
      .name = "statement issue",
      .group = Group::account,
      .summary = "Put a period's statement on the running account",
      .details =
          "Settles the period and appends the statement to the contract's stream: ledger size, root, hashes, "
          "total and lines. Later statements take what was issued into account and correct it by lines of "
          "their own. Where no contract file was adopted yet, this one is.",
      .options = {ledger_option,
                  contract_option,
                  {.name = "period",
                   .value = "PERIOD",
                   .help = "a month like 2016-03, or a contract year like 2010",
                   .need = Need::required},
                  reading_option,
                  as_known_option,
                  rules_option,
                  operator_option,
                  recorded_option,
                  json_option},
      .examples = {"statement issue --ledger area.ledger --contract contracts/crc-2015.toml --period 2016-03 "
                   "--operator 5d0c2f0e9b7a4c1885e6a1f0d2b39c47"},
      .run = run_statement_issue};
}

} // namespace probity::program
