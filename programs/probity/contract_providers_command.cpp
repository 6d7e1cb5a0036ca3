#include <fmt/format.h>

#include "app/files.h"
#include "contract/provider_verdicts.h"
#include "outcome/report.h"
#include "pages/outcome/providers_page.h"
#include "pages/wording.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using contract::ProviderCohort;
using contract::ProviderVerdict;
using contract::ProviderVerdicts;
using contract::Verdict;
using Align = Table::Align;

std::vector<std::string> cells_of(const ProviderVerdict& verdict) {
  const contract::OutcomeResult& result = verdict.by_clause;
  if (verdict.withheld) {
    std::vector<std::string> withheld(7, "withheld");
    withheld[0] = verdict.provider;
    return withheld;
  }
  std::vector<std::string> out = {verdict.provider, outcome::count_text(verdict.counts.cohort.people),
                                  outcome::count_text(verdict.counts.cohort.reoffenders)};
  if (verdict.paid_by_clause == Verdict::not_measured)
    out.insert(out.end(), 4, "none");
  else
    out.insert(out.end(), {result.rate.decimal(2) + " %", result.expected.decimal(2) + " %",
                           pages::signed_number(result.difference, 2),
                           result.deviation ? fmt::format("{:+.2f}", result.deviation->z()) : "none"});
  return out;
}

std::vector<Table::Column> columns(std::string_view first) {
  return {{first, Align::left},          {"body", Align::left},  {"people", Align::right},
          {"counted", Align::right},     {"rate", Align::right}, {"against", Align::right},
          {"points", Align::right},      {"z", Align::right},    {"by the rate", Align::left},
          {"by the clause", Align::left}};
}

void add_rows(Table& table, const ProviderCohort& cohort, const std::string& period) {
  for (const ProviderVerdict& verdict : cohort.verdicts) {
    std::vector<std::string> cells = {period};
    for (std::string& cell : cells_of(verdict))
      cells.push_back(std::move(cell));
    cells.emplace_back(verdict.withheld ? "withheld" : to_text(verdict.paid_by_rate));
    cells.emplace_back(verdict.withheld ? "withheld" : to_text(verdict.paid_by_clause));
    table.add(std::move(cells));
  }
}

void print(const ProviderVerdicts& verdicts, Terminal& terminal) {
  const auto width = static_cast<std::size_t>(terminal.width());
  terminal.out << terminal.paint(verdicts.clause.id + ": " + verdicts.clause.title, Tone::strong) << "\n";
  for (const std::string& sentence : verdicts.takeaway)
    terminal.out << wrapped(sentence, width, 0) << "\n";
  terminal.out << "\n";
  Table table(columns("period"));
  for (const ProviderCohort& cohort : verdicts.cohorts)
    add_rows(table, cohort, cohort.period);
  if (verdicts.cohorts.size() > 1) {
    table.add_rule();
    add_rows(table, verdicts.together, "all");
  }
  table.print(terminal);
  terminal.out << "\n";
  for (const std::string& note : verdicts.notes)
    terminal.out << wrapped(note, width, 0) << "\n";
  terminal.out << "\n" << terminal.paint("How this was worked out", Tone::strong) << "\n";
  for (const std::string& working : verdicts.workings)
    terminal.out << wrapped(working, width, 2) << "\n";
}

base::Result<ExitStatus> run_contract_providers(const Arguments& arguments, Terminal& terminal) {
  SettlementChoice choice;
  choice.ledger = arguments.text("ledger");
  choice.contract = arguments.text("contract");
  choice.known_as = known_as(arguments);
  PROBITY_ASSIGN(const SettlementInput input, settlement_input(choice, terminal));
  const contract::Terms& terms = input.contract.terms();
  contract::MeasureOptions options;
  for (const auto& [day, book] : input.snapshots)
    options.snapshots[day] = &book;
  const contract::Period last = terms.period_of(std::clamp(input.book.known_on, terms.from, terms.to));
  const contract::Measured measured =
      contract::measure(input.book, input.contract, input.working_days, last, options);
  PROBITY_ASSIGN(
      const ProviderVerdicts verdicts,
      contract::provider_verdicts(
          input.book, input.contract, measured.cells,
          {arguments.optional_text("clause").value_or(""), arguments.optional_text("period").value_or(""),
           arguments.has("public") ? outcome::Audience::publication : outcome::Audience::inside}));
  if (arguments.has("csv"))
    PROBITY_TRY(app::write_file(arguments.text("csv"), contract::provider_verdicts_csv(verdicts)));
  if (arguments.has("html")) {
    pages::ProvidersFiles files{arguments.text("ledger"), arguments.text("contract"), ""};
    for (const char* option : {"clause", "period"})
      if (arguments.has(option)) files.options += " --" + std::string(option) + " " + arguments.text(option);
    if (arguments.has("public")) files.options += " --public";
    PROBITY_TRY(app::write_file(arguments.text("html"), pages::providers_page(verdicts, files)));
  }
  if (terminal.json()) {
    base::json::Value out = contract::provider_verdicts_json(verdicts);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
  } else {
    print(verdicts, terminal);
  }
  return ExitStatus::good;
}

} // namespace

Command contract_providers_command() {
  return {
      .name = "contract providers",
      .group = Group::account,
      .summary = "Say whom an outcome clause pays, deducts or leaves alone, and how much of that is luck",
      .details =
          "For each cohort that is known and each body under the contract: the rate beside what it is judged "
          "against, what the rate alone would have paid, and what the clause pays at the size of the cohort. "
          "Then all cohorts together in a funnel, over-dispersion tested first. Bodies that the clause does "
          "not compare are refused by name. Writes nothing to the ledger.",
      .options = {ledger_option,
                  contract_option,
                  {.name = "clause",
                   .value = "ID",
                   .help = "the outcome clause, where the contract has several"},
                  {.name = "period", .value = "PERIOD", .help = "only the cohort that ends in this period"},
                  {.name = "public", .help = "withhold figures of few people, for publication"},
                  as_known_option,
                  {.name = "csv", .value = "FILE", .help = "write the table as CSV too"},
                  {.name = "html", .value = "FILE", .help = "write one self-contained page too"},
                  json_option},
      .examples =
          {"contract providers --ledger iowa.ledger --contract contracts/iowa-2015-shape.toml",
           "contract providers --ledger area.ledger --contract contracts/crc-2015.toml --clause binary"},
      .run = run_contract_providers};
}

} // namespace probity::program
