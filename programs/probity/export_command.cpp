#include "app/export/ledger_tables.h"
#include "app/export/package.h"
#include "app/export/result_tables.h"
#include "outcome/report.h"
#include "record/system.h"
#include "rules/register.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

// What the data were taken from, for whoever cites them.
app::PackageDescription description_of(const timeline::Book& book) {
  app::PackageDescription out;
  out.name = "probity-export";
  out.title = "Facts and figures of the ledger " + book.origin;
  out.description =
      "Facts of an append-only ledger as they stand at one size of it, and figures made of them. "
      "Nothing personal that is sealed is among them. In CSV a text that begins with = + - @, a "
      "tab, a carriage return or an apostrophe is preceded by an apostrophe, so that no "
      "spreadsheet takes it for a formula; take one off to have the text. The SQLite file has "
      "the texts as they are.";
  out.made_of = {{"ledger", book.origin},
                 {"size", std::to_string(book.size)},
                 {"root", book.root.hex()},
                 {"known_on", base::to_text(book.known_on)},
                 {"zone", book.zone},
                 {"clock", book.replayed ? "replayed" : "live"},
                 {"rules", rules::england_wales().digest().hex()}};
  out.sources.push_back(
      {"Ledger " + book.origin + " at size " + std::to_string(book.size) + ", root " + book.root.hex(), ""});
  for (const timeline::Case& stream : book.others)
    for (const record::Event& event : stream.events)
      if (record::is<record::system::import_made>(event))
        out.sources.push_back(
            {"Data set " +
                 std::string(record::symbol<record::system::import_made, "data_set">(event).text()) +
                 ", file with SHA-256 " +
                 std::string(record::symbol<record::system::import_made, "file">(event).text()),
             ""});
  return out;
}

base::Result<ExitStatus> run_export(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("contract") != arguments.has("period"))
    return base::fail(base::ErrorCode::invalid_input, "a contract and a period are given together",
                      arguments.has("contract") ? "--period" : "--contract", "name both, or neither");
  PROBITY_ASSIGN(const auto ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const timeline::Book book, [&] {
    Progress progress(terminal, "Reading", "events", ledger.size());
    return service::load_book(ledger, known_as(arguments), [&](std::uint64_t read) { progress.at(read); });
  }());
  app::PackageDescription package = description_of(book);
  std::vector<app::Table> tables = app::ledger_tables(ledger, book);
  PROBITY_ASSIGN(app::OutcomeTables results, app::outcome_tables(book));
  for (app::Table& table : results.tables)
    tables.push_back(std::move(table));
  package.left_out = results.left_out;
  contract::Settlement settlement;
  if (arguments.has("contract")) {
    PROBITY_ASSIGN(const SettlementInput input, settlement_input(arguments, terminal));
    PROBITY_ASSIGN(settlement, settle(input, arguments.text("period")));
    tables.push_back(app::statement_table(settlement.statement));
    package.made_of["contract"] = settlement.statement.terms.hex();
    package.made_of["rules"] = settlement.statement.rules.hex();
    package.made_of["period"] = settlement.statement.period.text;
  }
  const std::string& folder = arguments.text("out");
  PROBITY_ASSIGN(const auto written, app::write_package(folder, package, tables));
  if (terminal.json()) {
    base::json::Value counts;
    for (const app::WrittenTable& table : written)
      counts.set(table.name, base::json::Value(table.rows));
    base::json::Value out;
    out.set("ok", base::json::Value(true));
    out.set("out", base::json::Value(folder));
    out.set("root", base::json::Value(book.root.hex()));
    out.set("size", base::json::Value(static_cast<std::int64_t>(book.size)));
    out.set("tables", std::move(counts));
    terminal.print(out);
    return ExitStatus::good;
  }
  Table table({{"Table"}, {"Rows", Table::Align::right}});
  for (const app::WrittenTable& one : written)
    table.add({one.name, outcome::count_text(one.rows)});
  table.print(terminal);
  terminal.out
      << "\nWritten to " << folder
      << ": NAME.csv for each, ledger.sqlite with all of them, datapackage.json that describes them.\n"
      << "Ledger " << book.origin << " at size " << book.size << ", root " << book.root.hex() << "\n";
  return ExitStatus::good;
}

Option optional_contract() {
  Option out = contract_option;
  out.help = "settle a period by this contract file too";
  out.need = Need::optional;
  return out;
}

} // namespace

Command export_command() {
  return {
      .name = "export",
      .group = Group::record,
      .summary = "Write facts and figures as CSV and SQLite, for R, Python, Datasette or a spreadsheet",
      .details =
          "A folder with a CSV file for each table, a SQLite file of them all, and a Frictionless "
          "datapackage.json with types, units, keys and sources, citing the ledger's size and root and the "
          "rules. Facts as they stand at that size; nothing sealed. The same size gives the same bytes. The "
          "folder appears when all of it is written; nothing is overwritten.",
      .options = {ledger_option,
                  {.name = "out", .value = "DIR", .help = "the folder to make", .need = Need::required},
                  as_known_option,
                  optional_contract(),
                  {.name = "period", .value = "PERIOD", .help = "the period to settle, like 2016-03"},
                  reading_option,
                  rules_option,
                  json_option},
      .examples =
          {"export --ledger iowa.ledger --out iowa-tables",
           "export --ledger area.ledger --out march --contract contracts/crc-2015.toml --period 2016-03"},
      .run = run_export};
}

} // namespace probity::program
