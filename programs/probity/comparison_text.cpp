#include "settlement_options.h"

namespace probity::program {
namespace {

constexpr std::size_t most_cases = 8;

void print_why(const contract::LineCompared& line, Terminal& terminal) {
  const auto width = static_cast<std::size_t>(terminal.width());
  terminal.out << wrapped(line.key + ": " + line.title, width, 2) << "\n";
  for (const std::string& reason : line.reasons)
    terminal.out << wrapped("  " + reason + ".", width, 4) << "\n";
  std::size_t shown = 0;
  for (const contract::CaseChanged& changed : line.cases) {
    if (shown++ == most_cases) break;
    std::string events;
    for (const std::uint64_t index : changed.events)
      events += (events.empty() ? "event " : ", event ") + std::to_string(index);
    terminal.out << wrapped("    " + changed.person.hex().substr(0, 12) + ": " +
                                (changed.before.empty() ? "not counted" : changed.before) + " → " +
                                (changed.after.empty() ? "not counted" : changed.after) + " (" + events + ")",
                            width, 6)
                 << "\n";
  }
  if (line.cases.size() > most_cases)
    terminal.out << "    … and " << line.cases.size() - most_cases << " more (--json lists them).\n";
}

std::string side_text(const contract::Side& side) {
  return side.label + ": " + side.contract + " at " + std::to_string(side.size) + " events, known on " +
         base::to_text(side.known_on) + ", contract file " + side.terms.hex().substr(0, 16) + "…";
}

} // namespace

void print_comparison(const contract::Comparison& comparison, Terminal& terminal) {
  terminal.out << terminal.paint("Compared: " + comparison.period.text, Tone::strong) << "\nFirst,  "
               << side_text(comparison.before) << ".\nSecond, " << side_text(comparison.after) << ".\n\n";
  constexpr auto right = Table::Align::right;
  Table table({{"Line"}, {"First", right}, {"Second", right}, {"Change", right}});
  for (const contract::LineCompared& line : comparison.lines)
    table.add({(line.section == contract::LineCompared::Section::correction ? "correction " : "") + line.key,
               line.kind == contract::LineCompared::Kind::only_after ? "-" : to_text(line.before),
               line.kind == contract::LineCompared::Kind::only_before ? "-" : to_text(line.after),
               line.kind == contract::LineCompared::Kind::same ? "" : to_text(line.after - line.before)});
  table.add_rule();
  table.add({"Total", to_text(comparison.before.total), to_text(comparison.after.total),
             to_text(comparison.change())});
  table.print(terminal);
  bool any = false;
  for (const contract::LineCompared& line : comparison.lines) {
    if (line.kind == contract::LineCompared::Kind::same) continue;
    if (!any) terminal.out << "\n" << terminal.paint("What differs", Tone::strong) << "\n";
    any = true;
    print_why(line, terminal);
  }
  if (!any) terminal.out << "\nNo line differs.\n";
}

} // namespace probity::program
