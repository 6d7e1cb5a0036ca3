#include "app/files.h"
#include "pages/account/statement_page.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const SettlementInput input, settlement_input(arguments, terminal));
  const bool page = arguments.has("html");
  // The page lists the missed cases of deductions; a statement alone needs no evidence.
  PROBITY_ASSIGN(const contract::Settlement settlement,
                 settle(input, arguments.text("period"),
                        page ? [](const contract::CellKey&) { return true; }
                             : std::function<bool(const contract::CellKey&)>{}));
  const contract::Statement& statement = settlement.statement;
  if (arguments.has("csv")) {
    PROBITY_TRY(app::write_file(arguments.text("csv"), contract::statement_csv(statement)));
  }
  if (page) {
    const pages::StatementFiles files{arguments.text("ledger"), arguments.text("contract"),
                                      arguments.optional_text("rules").value_or("")};
    PROBITY_TRY(
        app::write_file(arguments.text("html"), pages::statement_page(settlement, input.contract, files)));
  }
  if (terminal.json()) {
    base::json::Value out = contract::statement_json(statement);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
  } else {
    print_statement(statement, terminal);
    for (const std::string& oddity : input.book.oddities)
      terminal.err << "Note: an odd correction, " << oddity << "\n";
  }
  return ExitStatus::good;
}

} // namespace

Command settle_command() {
  return {
      .name = "settle",
      .group = Group::account,
      .summary = "Settle one period of a contract from the ledger",
      .details =
          "Measures every clause over the effective events, prices the cells and sets the lines against what "
          "earlier statements put on the account. Writes nothing to the ledger; the same ledger size, "
          "contract file and rules give the same bytes.",
      .options = {ledger_option,
                  contract_option,
                  {.name = "period",
                   .value = "PERIOD",
                   .help = "a month like 2016-03, or a contract year like 2010",
                   .need = Need::required},
                  as_known_option,
                  reading_option,
                  rules_option,
                  {.name = "csv", .value = "FILE", .help = "write the lines as CSV too"},
                  {.name = "html",
                   .value = "FILE",
                   .help = "write the statement as one self-contained page too"},
                  json_option},
      .examples = {"settle --ledger area.ledger --contract contracts/crc-2015.toml --period 2016-03",
                   "settle --ledger s3.ledger --contract contracts/s3.toml --period 2016-03 --reading "
                   "release_recorded=notified,plan_filed=gated",
                   "settle --ledger area.ledger --contract contracts/crc-2015.toml --period 2016-03 "
                   "--as-known 2016-05-03"},
      .run = run};
}

} // namespace probity::program
