#include "casework/help/help_report.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;
using casework::HelpCounts;

// In tenths, rounded down: "12.5".
std::string average_days(const HelpCounts& counts) {
  if (counts.received == 0) return "";
  const std::int64_t tenths = counts.days_to * 10 / counts.received;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

Value counts_json(const HelpCounts& counts) {
  const auto number = [](std::int64_t n) { return Value(n); };
  Value out(base::json::Object{{"arranged", number(counts.arranged)},
                               {"days_to_receipt", number(counts.days_to)},
                               {"declined", number(counts.declined)},
                               {"longest_wait", number(counts.longest_wait)},
                               {"met", number(counts.met)},
                               {"needed", number(counts.needed)},
                               {"not_met", number(counts.not_met)},
                               {"partly_met", number(counts.partly_met)},
                               {"received", number(counts.received)},
                               {"resolved_otherwise", number(counts.resolved_otherwise)},
                               {"signposted_only", number(counts.signposted_only)},
                               {"waiting", number(counts.waiting)}});
  if (!counts.kind.empty()) out.set("kind", Value(counts.kind.text()));
  return out;
}

void add_row(Table& table, const HelpCounts& counts) {
  table.add({counts.kind.empty() ? "all" : std::string(counts.kind.text()), std::to_string(counts.needed),
             std::to_string(counts.arranged), std::to_string(counts.signposted_only),
             std::to_string(counts.received), std::to_string(counts.waiting),
             counts.waiting > 0 ? std::to_string(counts.longest_wait) : "", average_days(counts),
             std::to_string(counts.declined), std::to_string(counts.met), std::to_string(counts.partly_met),
             std::to_string(counts.not_met), std::to_string(counts.resolved_otherwise)});
}

base::Result<ExitStatus> run_help_received(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  service::KnownAs known;
  if (arguments.has("on")) known.day = arguments.day("on");
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known));
  const base::Day on = known.day.value_or(book.known_on);
  std::optional<record::Symbol> provider;
  if (arguments.has("provider")) provider = record::Symbol(arguments.text("provider"));
  const casework::HelpReport report = casework::report_help(book, ledger.zone(), on, provider);
  if (terminal.json()) {
    base::json::Array kinds;
    for (const HelpCounts& counts : report.kinds)
      kinds.push_back(counts_json(counts));
    terminal.print(Value(base::json::Object{{"all", counts_json(report.all)},
                                            {"kinds", Value(std::move(kinds))},
                                            {"ok", Value(true)},
                                            {"on", Value(base::to_text(on))},
                                            {"size", Value(static_cast<std::int64_t>(book.size))}}));
    return ExitStatus::good;
  }
  terminal.out << terminal.paint("Help needed and received by " + base::to_text(on), Tone::strong)
               << ", as known at size " << book.size << "\n";
  if (report.kinds.empty()) {
    terminal.out << "No need for help is recorded.\n";
    return ExitStatus::good;
  }
  const auto right = Table::Align::right;
  Table table({{"help with"},
               {"needed", right},
               {"arranged", right},
               {"signposted only", right},
               {"received", right},
               {"waiting", right},
               {"longest, days", right},
               {"average days to it", right},
               {"declined", right},
               {"met", right},
               {"partly", right},
               {"not met", right},
               {"otherwise", right}});
  for (const HelpCounts& counts : report.kinds)
    add_row(table, counts);
  add_row(table, report.all);
  table.print(terminal);
  return ExitStatus::good;
}

} // namespace

Command help_received_command() {
  return {.name = "help-received",
          .group = Group::record,
          .summary = "Count needs for help by kind: arranged, received, or left at being told where to go",
          .details =
              "A need counts as received only when somebody confirmed that help was given. Whoever was told "
              "where to go, and no more, is counted apart and goes on waiting.",
          .options = {ledger_option,
                      {.name = "on",
                       .value = "DAY",
                       .help = "the count of that day, by what was known then (default: the last day known)",
                       .form = Form::day},
                      {.name = "provider", .value = "NAME", .help = "people whom this body answers for"},
                      json_option},
          .examples = {"help-received --ledger area.ledger",
                       "help-received --ledger area.ledger --provider CRC1 --on 2016-03-31 --json"},
          .run = run_help_received};
}

} // namespace probity::program
