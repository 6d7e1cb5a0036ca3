#include <algorithm>

#include "settlement_options.h"

namespace probity::program {
namespace {

using contract::Evidence;

constexpr std::size_t most_shown = 40;

std::string records(const Evidence& evidence) {
  std::string out;
  for (const std::uint64_t index : evidence.events)
    out += (out.empty() ? "event " : ", event ") + std::to_string(index);
  return out;
}

void print_evidence(const std::vector<Evidence>& evidence, bool all, Terminal& terminal) {
  Table table({{"Case"}, {"Why"}, {"Records"}});
  std::size_t shown = 0;
  for (const Evidence& one : evidence) {
    if (!all && shown++ == most_shown) break;
    table.add({one.person.hex(), one.sentence, records(one)});
  }
  table.print(terminal);
  if (!all && evidence.size() > most_shown)
    terminal.out << "… and " << evidence.size() - most_shown << " more (--all lists them).\n";
}

base::Result<ExitStatus> why_line(const Arguments& arguments, Terminal& terminal) {
  const std::string& line_id = arguments.text("line");
  const std::size_t from = line_id.find('/') + 1;
  const std::size_t to = line_id.find('/', from);
  if (from == 0 || to == std::string::npos)
    return base::fail(
        base::ErrorCode::invalid_input, "\"" + line_id + "\" is not a line id", "line",
        "write it as `settle` prints it: CONTRACT/PERIOD/CLAUSE/N, e.g. s3/2016-03/release_penalty/1");
  PROBITY_ASSIGN(const SettlementInput input, settlement_input(arguments, terminal));
  PROBITY_ASSIGN(
      const contract::Settlement settlement,
      settle(input, line_id.substr(from, to - from), [](const contract::CellKey&) { return true; }));
  PROBITY_ASSIGN(const contract::Why why, contract::why(settlement, input.contract, line_id));
  if (terminal.json()) {
    base::json::Value out = service::to_json(why);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
    return ExitStatus::good;
  }
  const contract::Line& line = why.line;
  terminal.out << terminal.paint(line.id + ": " + to_text(line.amount), Tone::strong) << "\n";
  terminal.out << line.title << ": " << quantity_text(line) << " at " << line.rate << " = "
               << line.exact.text() << " pence, rounded once to " << to_text(line.amount) << ".\n";
  if (const std::string said = said_of(line); !said.empty()) terminal.out << "Note: " << said << ".\n";
  if (!line.authority.empty()) terminal.out << "Approved by: " << line.authority << ".\n";
  for (const std::uint64_t event : line.events)
    terminal.out << "Decided in event " << event << ".\n";
  terminal.out << "Clause source: " << why.clause_source << ".\n";
  for (const std::string& key : why.assumed)
    terminal.out << "Assumed, not in the source: " << key << ".\n";
  for (const std::string& parent : line.parents)
    terminal.out << "Computed from line " << parent << ".\n";
  if (why.evidence.empty() && !line.parents.empty())
    terminal.out << "It is worked out from those lines: `why` of each shows its records.\n";
  else if (why.evidence.empty())
    terminal.out << "It rests on the contract file alone: no records are counted.\n";
  else {
    terminal.out << "\nThe records it was counted from (`probity show CASE` shows each):\n";
    print_evidence(why.evidence, arguments.has("all"), terminal);
  }
  return ExitStatus::good;
}

// Clocks of one case under one measure, whatever became of them.
base::Result<ExitStatus> why_not(const Arguments& arguments, Terminal& terminal) {
  const std::string& wanted = arguments.all("not").at(0);
  const std::string& measure = arguments.all("not").at(1);
  PROBITY_ASSIGN(const SettlementInput input, settlement_input(arguments, terminal));
  const contract::Terms& terms = input.contract.terms();
  std::string known;
  for (const contract::Measure& candidate : terms.measures)
    known += (known.empty() ? "" : ", ") + candidate.id;
  for (const contract::OutcomeClause& candidate : terms.outcomes)
    known += (known.empty() ? "" : ", ") + candidate.id;
  if (terms.measure(measure) == nullptr && terms.outcome(measure) == nullptr)
    return base::fail(base::ErrorCode::not_found,
                      "the contract has no measure or outcome clause \"" + measure + "\"; it has: " + known,
                      "--not");
  const base::Day last_day = std::min(std::max(input.book.known_on, terms.from), terms.to);
  PROBITY_ASSIGN(const contract::Settlement settlement,
                 settle(input, terms.period_of(last_day).text,
                        [&](const contract::CellKey& key) { return key.clause == measure; }));
  std::vector<Evidence> found;
  for (const Evidence& evidence : settlement.evidence)
    if (evidence.person.hex().starts_with(wanted)) found.push_back(evidence);
  std::stable_sort(found.begin(), found.end(),
                   [](const Evidence& a, const Evidence& b) { return a.due < b.due; });
  const bool case_exists =
      std::any_of(input.book.people.begin(), input.book.people.end(),
                  [&](const timeline::Case& person) { return person.name.hex().starts_with(wanted); });
  if (!case_exists)
    return base::fail(base::ErrorCode::not_found, "no case begins with \"" + wanted + "\"", "--not",
                      "give the case's stream, or its first digits, as `why LINE` shows it");
  if (terminal.json()) {
    base::json::Array clocks;
    for (const Evidence& evidence : found)
      clocks.push_back(service::to_json(evidence));
    terminal.print(base::json::Value(base::json::Object{{"clocks", base::json::Value(std::move(clocks))},
                                                        {"measure", base::json::Value(measure)},
                                                        {"ok", base::json::Value(true)}}));
    return ExitStatus::good;
  }
  if (found.empty()) {
    terminal.out << "Measure " << measure
                 << " has no clock for this case in the contract's term: nothing started one while "
                 << "a body of the contract answered for the person.\n";
    return ExitStatus::good;
  }
  for (const Evidence& evidence : found)
    terminal.out << evidence.person.hex() << " " << evidence.key.provider << " " << evidence.key.period.text
                 << ": " << evidence.sentence << " (" << records(evidence) << ")\n";
  return ExitStatus::good;
}

base::Result<ExitStatus> run_why(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("not")) return why_not(arguments, terminal);
  if (arguments.has("line")) return why_line(arguments, terminal);
  return base::fail(base::ErrorCode::invalid_input, "say which line, or --not CASE MEASURE", "why",
                    "`probity settle` prints the ids of its lines");
}

} // namespace

Command why_command() {
  return {
      .name = "why",
      .group = Group::account,
      .summary = "Explain a line of a statement down to its records, or why a case did not count",
      .details = "Takes settle's options. A line id is CONTRACT/PERIOD/CLAUSE/N as settle prints it.",
      .positionals = {{.name = "line", .help = "id of the line", .need = Need::optional}},
      .options = {ledger_option,
                  contract_option,
                  {.name = "not", .value = "CASE MEASURE", .help = "what became of a case under a measure"},
                  as_known_option,
                  reading_option,
                  rules_option,
                  {.name = "all", .help = "list every record, however many"},
                  json_option},
      .examples = {"why --ledger s3.ledger --contract contracts/s3.toml s3/2016-03/release_penalty/1",
                   "why --ledger s3.ledger --contract contracts/s3.toml --not 5d0c2f release_recorded"},
      .run = run_why};
}

} // namespace probity::program
