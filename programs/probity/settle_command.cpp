#include <filesystem>

#include "app/files.h"
#include "pages/account/statement_page.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

// One side of a comparison: a contract file, CLAUSE=NAME readings, a ledger size, or a day.
base::Result<SettlementChoice> side(SettlementChoice choice, const std::string& asked) {
  std::error_code ignored;
  if (asked.find('=') != std::string::npos) {
    PROBITY_ASSIGN(const auto readings, parse_readings({asked}));
    for (const auto& [measure, reading] : readings)
      choice.readings[measure] = reading;
  } else if (const auto day = base::parse_day(asked)) {
    choice.known_as = {std::nullopt, *day};
  } else if (!asked.empty() && asked.size() <= 18 &&
             asked.find_first_not_of("0123456789") == std::string::npos) {
    choice.known_as = {std::stoull(asked), std::nullopt};
  } else if (asked.ends_with(".toml") || std::filesystem::exists(asked, ignored)) {
    choice.contract = asked;
    choice.file = contract::FileAsked::any;
  } else {
    return base::fail(base::ErrorCode::invalid_input, "\"" + asked + "\" cannot be compared", "--compare",
                      "give two of a kind: ledger sizes, days, contract files, or readings CLAUSE=NAME");
  }
  if (choice.contract.empty())
    return base::fail(base::ErrorCode::invalid_input, "which contract?", "--contract",
                      "name the contract file, or compare two of them");
  return choice;
}

base::Result<ExitStatus> compare(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const SettlementChoice both, settlement_choice(arguments));
  const std::string& first = arguments.all("compare").at(0);
  const std::string& second = arguments.all("compare").at(1);
  PROBITY_ASSIGN(const SettlementChoice before, side(both, first));
  PROBITY_ASSIGN(const SettlementChoice after, side(both, second));
  const auto all = [](const contract::CellKey&) { return true; };
  PROBITY_ASSIGN(const SettlementInput old_input, settlement_input(before, terminal));
  PROBITY_ASSIGN(const contract::Settlement old_one, settle(old_input, arguments.text("period"), all));
  PROBITY_ASSIGN(const SettlementInput new_input, settlement_input(after, terminal));
  PROBITY_ASSIGN(const contract::Settlement new_one, settle(new_input, arguments.text("period"), all));
  const contract::Comparison comparison =
      contract::compare(old_one, old_input.contract, first, new_one, new_input.contract, second);
  if (arguments.has("csv")) {
    PROBITY_TRY(app::write_file(arguments.text("csv"), contract::comparison_csv(comparison)));
  }
  if (terminal.json()) {
    base::json::Value out = contract::comparison_json(comparison);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
  } else {
    print_comparison(comparison, terminal);
  }
  return ExitStatus::good;
}

base::Result<ExitStatus> run_settle(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("compare")) return compare(arguments, terminal);
  if (!arguments.has("contract"))
    return base::fail(base::ErrorCode::invalid_input, "which contract?", "--contract",
                      "name the contract file");
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
                  {.name = "contract",
                   .value = "FILE",
                   .help = "the contract file; may be left out where two are compared"},
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
                  {.name = "compare",
                   .value = "A B",
                   .help = "two ledger sizes, days, contract files or readings, line by line"},
                  json_option},
      .examples = {"settle --ledger area.ledger --contract contracts/crc-2015.toml --period 2016-03",
                   "settle --ledger s3.ledger --contract s3.toml --period 2016-03 --reading plan_filed=gated",
                   "settle --ledger s3.ledger --contract s3.toml --period 2016-03 --as-known 2016-05-03",
                   "settle --ledger a.ledger --period 2018-01 --compare crc-2015.toml crc-2017.toml",
                   "settle --ledger s3.ledger --contract s3.toml --period 2016-03 --compare 40 2016-05-03"},
      .run = run_settle};
}

} // namespace probity::program
