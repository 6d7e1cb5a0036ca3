#include "app/files.h"
#include "command.h"
#include "contract/findings.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_contract_check(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const contract::Contract contract, app::load_contract(arguments.text("file")));
  const std::vector<contract::Finding> findings = contract::findings_of(contract);
  const ExitStatus status = findings.empty() ? ExitStatus::good : ExitStatus::finding;
  if (terminal.json()) {
    base::json::Array found;
    for (const contract::Finding& finding : findings)
      found.emplace_back(base::json::Object{{"clause", base::json::Value(finding.clause)},
                                            {"line", base::json::Value(finding.line)},
                                            {"message", base::json::Value(finding.message)}});
    base::json::Array measures;
    for (const contract::Measure& measure : contract.terms().measures) {
      base::json::Array readings;
      for (const contract::Reading& reading : measure.readings)
        readings.emplace_back(reading.name);
      measures.push_back(base::json::Value(base::json::Object{
          {"id", base::json::Value(measure.id)}, {"readings", base::json::Value(std::move(readings))}}));
    }
    terminal.print(
        base::json::Value(base::json::Object{{"file", base::json::Value(contract.file_hash().hex())},
                                             {"findings", base::json::Value(std::move(found))},
                                             {"id", base::json::Value(contract.terms().id)},
                                             {"measures", base::json::Value(std::move(measures))},
                                             {"ok", base::json::Value(findings.empty())}}));
    return status;
  }
  terminal.out << contract.explanation() << "\nThe file leaves no question open. Its SHA-256 is "
               << contract.file_hash().hex() << ".\n";
  if (!findings.empty())
    terminal.out << "\n" << terminal.paint("What its clauses do not do", Tone::strong) << "\n";
  for (const contract::Finding& finding : findings)
    terminal.out << wrapped("line " + std::to_string(finding.line) + ", " + finding.clause + ": " +
                                finding.message + ".",
                            static_cast<std::size_t>(terminal.width()), 2)
                 << "\n";
  return status;
}

} // namespace

Command contract_check_command() {
  return {.name = "contract check",
          .group = Group::account,
          .summary = "Refuse a contract that leaves a question open, otherwise explain it in plain words",
          .details = "Every clause must answer: unit of account, who owns a clock that crosses a transfer, "
                     "which schedule "
                     "counts, day type and calendar knowledge, which time is read, linked people, "
                     "exclusions, zero cases, "
                     "rounding, restatement and imported records. What clauses then still do not do (a "
                     "ceiling over no clause, monitoring without a level) is found with its line: exit "
                     "status 1.",
          .positionals = {{.name = "file", .help = "the contract file (TOML)"}},
          .options = {json_option},
          .examples = {"contract check contracts/s3.toml"},
          .run = run_contract_check};
}

} // namespace probity::program
