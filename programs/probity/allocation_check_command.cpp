#include <algorithm>

#include "casework/allocation/allocation_check.h"
#include "rules/register.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;
using casework::AllocationRun;

Value json_of(const AllocationRun& run) {
  return Value(base::json::Object{{"body", Value(run.body.text())},
                                  {"came_out", Value(run.came_out)},
                                  {"case", Value(run.person.hex())},
                                  {"decided", Value(base::to_text(run.decided))},
                                  {"event", Value(static_cast<std::int64_t>(run.index))},
                                  {"reasons", Value(run.reasons)},
                                  {"recorded", Value(run.recorded)},
                                  {"result", Value(casework::to_text(run.result))}});
}

void print(const std::vector<AllocationRun>& runs, const std::vector<AllocationRun>& different,
           Terminal& terminal) {
  const auto count = [&](AllocationRun::Result result) {
    return std::to_string(
        std::count_if(runs.begin(), runs.end(), [&](const auto& run) { return run.result == result; }));
  };
  Table counts({{"run again"}, {"allocations", Table::Align::right}});
  counts.add({"come out as recorded", count(AllocationRun::Result::same)});
  counts.add({"come out differently", count(AllocationRun::Result::differs)});
  counts.add({"lack an input that could change them", count(AllocationRun::Result::unclear)});
  counts.add({"no rule for their day", count(AllocationRun::Result::no_rule)});
  counts.print(terminal);
  if (different.empty()) return;
  terminal.out << "\n" << terminal.paint("These come out differently", Tone::strong) << "\n";
  Table table({{"case"},
               {"event", Table::Align::right},
               {"decided"},
               {"body"},
               {"recorded"},
               {"by the rule"},
               {"because of"}});
  for (const AllocationRun& run : different)
    table.add({run.person.hex().substr(0, 8), std::to_string(run.index), base::to_text(run.decided),
               std::string(run.body.text()), run.recorded, run.came_out, run.reasons});
  table.print(terminal);
}

base::Result<ExitStatus> run_allocation_check(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known_as(arguments)));
  PROBITY_ASSIGN(const auto score, casework::parse_allocation_score(arguments.text("score")));
  const std::vector<AllocationRun> runs = casework::run_again(book, rules::england_wales(), score);
  std::vector<AllocationRun> different;
  std::copy_if(runs.begin(), runs.end(), std::back_inserter(different),
               [](const AllocationRun& one) { return one.result == AllocationRun::Result::differs; });
  if (terminal.json()) {
    base::json::Array all;
    for (const AllocationRun& one : runs)
      all.push_back(json_of(one));
    terminal.print(Value(base::json::Object{{"allocations", Value(std::move(all))},
                                            {"different", Value(static_cast<std::int64_t>(different.size()))},
                                            {"ok", Value(different.empty())},
                                            {"size", Value(static_cast<std::int64_t>(book.size))}}));
  } else {
    print(runs, different, terminal);
  }
  return different.empty() ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

Command allocation_check_command() {
  return {.name = "allocation check",
          .group = Group::account,
          .summary = "Run every recorded allocation again, and name those that come out differently",
          .details =
              "Each is run from its recorded inputs by the rule known on the day it was recorded. An older "
              "entry that records no advice is held to the kind of its body. Where an input that could "
              "open a route is not recorded, nothing is claimed.",
          .options = {ledger_option,
                      as_known_option,
                      {.name = "score",
                       .value = "READING",
                       .help = "quoted (from 6.89 %) or band (from 6.90 %), for entries that do not say",
                       .otherwise = "quoted"},
                      json_option},
          .examples = {"allocation check --ledger area.ledger"},
          .run = run_allocation_check};
}

} // namespace probity::program
