#include "settlement_options.h"

namespace probity::program {
namespace {

using contract::Statement;

std::string shortened(const base::Digest& digest) {
  return digest.hex().substr(0, 16) + "…";
}

// What each line is, and what is to be said about it.
void print_notes(const Statement& statement, Terminal& terminal) {
  terminal.out << "\n" << terminal.paint("What the lines are", Tone::strong) << "\n";
  for (const contract::Line& line : statement.lines) {
    std::string text = line.id.substr(line.id.find('/') + 1) + ": " + line.title;
    if (const std::string said = said_of(line); !said.empty()) text += "; " + said;
    if (!line.authority.empty()) text += "; approved by " + line.authority;
    terminal.out << wrapped(text + ".", static_cast<std::size_t>(terminal.width()), 2) << "\n";
  }
}

void print_counted(const Statement& statement, Terminal& terminal) {
  if (statement.counted.empty()) return;
  terminal.out << "\n" << terminal.paint("What was counted, over all bodies", Tone::strong) << "\n";
  for (const contract::Counted& counted : statement.counted) {
    std::string text = counted.clause + ": " + std::to_string(counted.cell.started) + " in all, " +
                       std::to_string(counted.cell.met) + " counted";
    if (counted.cell.undetermined > 0) text += ", " + std::to_string(counted.cell.undetermined) + " unsure";
    for (const auto& [reason, count] : counted.cell.excluded)
      text += ", " + std::to_string(count) + " left out (" + reason + ")";
    terminal.out << wrapped(text + ".", static_cast<std::size_t>(terminal.width()), 2) << "\n";
  }
}

// The three figures that are only read together, and what the clause makes of one of them.
void print_outcomes(const Statement& statement, Terminal& terminal) {
  if (statement.outcomes.empty()) return;
  terminal.out << "\n" << terminal.paint("Outcomes", Tone::strong) << "\n";
  for (const contract::OutcomeShown& shown : statement.outcomes) {
    const contract::PeopleCounts& counts = shown.counts.cohort;
    std::string text = shown.clause + ", cohort " + outcome::to_text(shown.cohort) +
                       (shown.provider.empty() ? "" : ", " + shown.provider) + " (" +
                       std::string(to_text(shown.state)) + "): ";
    if (counts.people > 0)
      text += std::to_string(counts.people) + " people, " + std::to_string(counts.reoffenders) +
              " reoffenders, " + std::to_string(counts.reoffences) + " reoffences; ";
    text += shown.words;
    if (shown.state == contract::OutcomeShown::State::provisional)
      text += "; determined on " + base::to_text(shown.snapshot);
    terminal.out << wrapped(text + ".", static_cast<std::size_t>(terminal.width()), 2) << "\n";
  }
}

void print_reliefs(const Statement& statement, Terminal& terminal) {
  if (statement.reliefs.empty()) return;
  terminal.out << "\n" << terminal.paint("Relief", Tone::strong) << "\n";
  Table table({{"Case"}, {"Measure"}, {"Due"}, {"Relief"}, {"Reason"}, {"Event", Table::Align::right}});
  for (const contract::ReliefShown& relief : statement.reliefs)
    table.add({relief.person.substr(0, 12), relief.clause, base::to_text(relief.due),
               std::string(to_text(relief.state)), relief.reason, std::to_string(relief.event)});
  table.print(terminal);
}

void print_head(const Statement& statement, Terminal& terminal) {
  std::string providers;
  for (const std::string& provider : statement.providers)
    providers += (providers.empty() ? "" : ", ") + provider;
  terminal.out << terminal.paint(statement.title + ", " + statement.period.text, Tone::strong) << "\n";
  terminal.out << statement.authority << " and " << (providers.empty() ? "every accountable body" : providers)
               << ". "
               << "This statement is " << to_text(statement.state) << ".\n";
  terminal.out << "Computed from " << statement.origin << " at " << statement.size << " events (known on "
               << base::to_text(statement.known_on) << "), root " << shortened(statement.root)
               << ", contract file " << shortened(statement.terms) << ", rules " << shortened(statement.rules)
               << ".\n";
  if (statement.replayed)
    terminal.out << "A replayed log: its times were stamped by whoever submitted the records.\n";
  for (const auto& [measure, reading] : statement.readings)
    terminal.out << "Measure " << measure << " is read as \"" << reading << "\".\n";
  for (const std::string& variation : statement.variations)
    terminal.out << "Variation " << variation << " is in force.\n";
  terminal.out << "\n";
}

void print_corrections(const std::vector<contract::Correction>& corrections, std::string_view title,
                       Terminal& terminal) {
  if (corrections.empty()) return;
  terminal.out << "\n" << terminal.paint(title, Tone::strong) << "\n";
  Table table({{"Line"}, {"Issued", Table::Align::right}, {"Change", Table::Align::right}, {"Corrects"}});
  for (const contract::Correction& correction : corrections) {
    std::string events;
    for (const std::uint64_t index : correction.supersedes)
      events += (events.empty() ? "event " : ", event ") + std::to_string(index);
    table.add({correction.line.id, to_text(correction.issued), to_text(correction.change), events});
  }
  table.print(terminal);
}

void print_levels(const Statement& statement, Terminal& terminal) {
  if (statement.levels.empty()) return;
  terminal.out << "\n" << terminal.paint("How each measure did", Tone::strong) << "\n";
  Table table({{"Measure"},
               {"Body"},
               {"Cases", Table::Align::right},
               {"Met", Table::Align::right},
               {"Missed", Table::Align::right},
               {"Open", Table::Align::right},
               {"Unsure", Table::Align::right},
               {"Out", Table::Align::right},
               {"Achieved", Table::Align::right},
               {"Target", Table::Align::right},
               {"Honest twin"}});
  for (const contract::ServiceLevel& level : statement.levels) {
    const auto percent = [](const std::optional<base::Rational>& value) {
      return value ? value->decimal(2) + " %" : std::string();
    };
    table.add({level.measure, level.provider.empty() ? "(no body)" : level.provider,
               std::to_string(level.cell.started), std::to_string(level.cell.met),
               std::to_string(level.cell.missed), std::to_string(level.cell.open),
               std::to_string(level.cell.undetermined), std::to_string(level.cell.excluded_in_all()),
               level.measured            ? percent(level.achieved)
               : level.cell.started == 0 ? "no cases"
                                         : "not measured",
               percent(level.target), level.twin});
  }
  table.print(terminal);
  for (const contract::ServiceLevel& level : statement.levels)
    for (const auto& [reason, count] : level.cell.excluded)
      terminal.out << level.measure << (level.provider.empty() ? "" : ", " + level.provider) << ": " << count
                   << " left out, " << reason << "\n";
}

} // namespace

std::string quantity_text(const contract::Line& line) {
  std::string text = line.quantity.decimal(2);
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  const bool one = text == "1" && line.unit.ends_with("s");
  return text + " " + (one ? line.unit.substr(0, line.unit.size() - 1) : line.unit);
}

void print_statement(const Statement& statement, Terminal& terminal) {
  print_head(statement, terminal);
  Table table({{"Line"}, {"Quantity", Table::Align::right}, {"Amount", Table::Align::right}});
  for (const contract::Line& line : statement.lines)
    table.add({line.id.substr(line.id.find('/') + 1), quantity_text(line), to_text(line.amount)});
  table.add_rule();
  table.add({"Total of this statement", "", to_text(statement.total)});
  if (statement.issued_already.pence != 0) {
    table.add({"Issued already for this period", "", to_text(-statement.issued_already)});
    table.add({"Due now", "", to_text(statement.due)});
  }
  for (const contract::Payment& payment : statement.payments)
    table.add({"Paid, event " + std::to_string(payment.event), "", to_text(payment.amount)});
  table.print(terminal);
  print_notes(statement, terminal);
  print_corrections(statement.corrections, "Corrections to periods issued before (in the total)", terminal);
  print_corrections(statement.drift, "Changes that came too late to be paid (outside the total)", terminal);
  print_counted(statement, terminal);
  print_levels(statement, terminal);
  print_outcomes(statement, terminal);
  print_reliefs(statement, terminal);
  if (!statement.earlier.empty()) {
    terminal.out << "\n"
                 << terminal.paint("Earlier periods never issued (outside the total)", Tone::strong) << "\n";
    Table earlier({{"Period"}, {"Entitlement", Table::Align::right}});
    for (const contract::EarlierPeriod& period : statement.earlier)
      earlier.add({period.period.text, to_text(period.amount)});
    earlier.print(terminal);
  }
  if (!statement.lines.empty())
    terminal.out << "\nWhat any line rests on: probity why LINE, e.g. " << statement.lines.front().id << "\n";
}

} // namespace probity::program
