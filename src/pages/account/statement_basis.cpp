#include <algorithm>

#include "pages/account/statement_sections.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::Clause;
using contract::Measure;
using contract::Statement;
using html::element;
using html::Html;

void add_clause(html::Table& table, const Clause& clause, std::string_view what) {
  std::vector<std::string> assumed;
  for (const std::string& key : clause.assumed)
    assumed.push_back(spaced(key));
  table.rows.push_back({{named(clause.title, clause.id), html::text(what), html::text(clause.source),
                         assumed.empty() ? html::text("Nothing") : html::text(listed(assumed))},
                        ""});
}

// "fee", "grant", and how it is read where it can be read otherwise.
std::string kind_of(const contract::Fee& fee, const Statement& statement) {
  const contract::Fee& read = fee.read(statement.readings);
  std::string out = read.kind == contract::Fee::Kind::grant ? "grant" : "fee";
  if (fee.others.empty()) return out;
  std::vector<std::string> names{spaced(fee.reading)};
  for (const contract::Fee& other : fee.others)
    names.push_back(spaced(other.reading));
  std::erase(names, spaced(read.reading));
  const std::string used = read.reading == "as_written" ? "as written" : "as " + spaced(read.reading);
  return out + ", read " + used + "; it can also be read " + listed(names);
}

Html sources(const StatementView& view) {
  const contract::Terms& terms = view.terms;
  html::Table table;
  table.caption = "Clauses and where they come from";
  table.columns = {{"Clause"}, {"Kind"}, {"Source"}, {"Assumed, not in the source"}};
  for (const contract::Fee& fee : terms.fees)
    add_clause(table, fee.read(view.statement.readings), kind_of(fee, view.statement));
  for (const Measure& measure : terms.measures)
    add_clause(table, measure, "measure");
  for (const contract::Deduction& deduction : terms.deductions)
    add_clause(table, deduction, "deduction");
  if (terms.deduction_cap) add_clause(table, *terms.deduction_cap, "ceiling on deductions");
  for (const contract::UnitPayment& payment : terms.unit_payments)
    add_clause(table, payment, "unit payment");
  for (const contract::Monitoring& monitoring : terms.monitoring)
    add_clause(table, monitoring, "monitoring");
  for (const contract::OutcomeClause& outcome : terms.outcomes)
    add_clause(table, outcome, "outcome payment");
  if (terms.outcome_cap) add_clause(table, *terms.outcome_cap, "ceiling on outcome payments");
  return html::table(table);
}

std::string reading_of(const Statement& statement, const Measure& measure) {
  for (const contract::ServiceLevel& level : statement.levels)
    if (level.measure == measure.id) return level.reading;
  return measure.readings.front().name;
}

Html reading_cell(const Statement& statement, const Measure& measure) {
  const std::string used = reading_of(statement, measure);
  Html out = html::text(spaced(used));
  std::vector<std::string> others;
  for (const contract::Reading& reading : measure.readings)
    if (reading.name != used) others.push_back(spaced(reading.name));
  std::string words =
      used == measure.readings.front().name ? "The contract as written" : "Chosen for this statement";
  if (!others.empty()) words += "; it can also be read " + listed(others);
  if (measure.readings.size() > 1) out << html::text(" ") << element("span", {{"class", "small"}}, words);
  return out;
}

Html readings(const StatementView& view) {
  html::Table table;
  table.caption = "How each measure was read, and what it pays for";
  table.columns = {
      {"Measure"}, {"Reading"}, {"A case is met when"}, {"It rewards"}, {"It pays to leave undone"}};
  for (const Measure& measure : view.terms.measures)
    table.rows.push_back(
        {{named(measure.title, measure.id), reading_cell(view.statement, measure), html::text(measure.counts),
          html::text(measure.rewards), html::text(measure.leaves_undone)},
         ""});
  return html::table(table);
}

Html variations(const StatementView& view) {
  html::Table table;
  table.caption = "Variations in force";
  table.columns = {{"Variation"}, {"Agreed"}, {"In force from"}, {"Changes"}, {"Source"}};
  for (const contract::Variation& variation : view.contract.variations()) {
    const auto& in_force = view.statement.variations;
    if (std::find(in_force.begin(), in_force.end(), variation.id) == in_force.end()) continue;
    Html changes;
    for (const std::string& change : variation.changes)
      changes << element("li", change);
    table.rows.push_back({{html::code(variation.id), html::text(in_words(variation.agreed_on)),
                           html::text(in_words(variation.effective_from)),
                           element("ul", {{"class", "plain"}}, changes), html::text(variation.source)},
                          ""});
  }
  return table.rows.empty() ? html::paragraph("No variation was in force for the period.")
                            : html::table(table);
}

// A word for a POSIX shell.
std::string shell_word(std::string_view word) {
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._-/=,:@+").find(c) != std::string_view::npos;
  });
  if (plain) return std::string(word);
  std::string out = "'";
  for (const char c : word)
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// What settle and why take to compute this very statement again.
std::string options_of(const StatementView& view) {
  std::string out = " --ledger " + shell_word(view.files.ledger) + " --contract " +
                    shell_word(view.files.contract) + " --as-known " + std::to_string(view.statement.size);
  std::string chosen;
  for (const auto& [measure, reading] : view.statement.readings)
    chosen += (chosen.empty() ? "" : ",") + measure + "=" + reading;
  if (!chosen.empty()) out += " --reading " + shell_word(chosen);
  if (!view.files.rules.empty()) out += " --rules " + shell_word(view.files.rules);
  return out;
}

// The line a reader would ask about first: the largest deduction, or the first line.
std::string first_asked(const Statement& statement) {
  const contract::Line* out = statement.lines.empty() ? nullptr : &statement.lines.front();
  for (const contract::Line& line : statement.lines)
    if (line.kind == contract::LineKind::deduction && line.clause != withheld_clause &&
        (out->kind != contract::LineKind::deduction || line.amount < out->amount))
      out = &line;
  return out == nullptr ? "LINE" : out->id;
}

} // namespace

html::Html clauses_section(const StatementView& view) {
  Html out = section_heading("clauses", "Clauses, readings and assumptions");
  if (!view.terms.measures.empty()) out << readings(view);
  out << sources(view) << variations(view);
  return out;
}

html::Html basis_section(const StatementView& view) {
  const Statement& statement = view.statement;
  Html out = section_heading("basis", "What this was computed from");
  out << html::summary_list(
      {{"Ledger", html::code(statement.origin)},
       {"Clock",
        html::text(statement.replayed ? "Replayed log: times were stamped by the submitter"
                                      : "Live log: times were stamped by the log as records arrived")},
       {"Size", html::text(count_of(statement.size, "events"))},
       {"Root", html::code(statement.root.hex())},
       {"Known on", html::text(in_words(statement.known_on) + ", the day of the last recorded event")},
       {"Civil time", html::text(statement.zone)},
       {"Contract file, SHA-256", html::code(statement.terms.hex())},
       {"Rules, SHA-256", html::code(statement.rules.hex())}});
  return out;
}

html::Html check_section(const StatementView& view) {
  const Statement& statement = view.statement;
  const std::string options = options_of(view);
  Html out = section_heading("check", "How to check this");
  out << html::paragraph(
      "With the ledger, the contract file and the program, anyone gets the same pennies. First see "
      "that nobody has changed the ledger: this recomputes every hash, and at this size the root "
      "must be the one above.");
  out << html::commands("Command that verifies the ledger",
                        "probity verify --ledger " + shell_word(view.files.ledger));
  out << html::paragraph(
      "Then see that the contract file is the one that was settled: its SHA-256 must be the one "
      "above.");
  out << html::commands("Command that hashes the contract file",
                        "sha256sum " + shell_word(view.files.contract));
  out << html::paragraph("Settle the period again, as known at the same size.");
  out << html::commands("Command that settles the period again",
                        "probity settle" + options + " --period " + shell_word(statement.period.text));
  out << html::paragraph(
      "Ask why a line is what it is, down to the records. Put the id of any line at the end.");
  out << html::commands("Command that explains a line",
                        "probity why" + options + " " + shell_word(first_asked(statement)));
  return out;
}

} // namespace probity::pages
