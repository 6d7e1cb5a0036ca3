#include <algorithm>

#include <fmt/format.h>

#include "pages/account/statement_sections.h"
#include "pages/account/statement_words.h"
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
  table.rows.push_back(
      {{named(clause.title, clause.id), html::text(what), html::text(clause.source),
        assumed.empty() ? html::text(statement_words().nothing_assumed) : html::text(listed(assumed))},
       ""});
}

// "fee", "grant", and how it is read where it can be read otherwise.
std::string kind_of(const contract::Fee& fee, const Statement& statement) {
  const contract::Fee& read = fee.read(statement.readings);
  const StatementWords& words = statement_words();
  const std::string_view kind = read.kind == contract::Fee::Kind::grant ? words.kind_grant : words.kind_fee;
  if (fee.others.empty()) return std::string(kind);
  std::vector<std::string> names{spaced(fee.reading)};
  for (const contract::Fee& other : fee.others)
    names.push_back(spaced(other.reading));
  std::erase(names, spaced(read.reading));
  if (read.reading == "as_written")
    return fmt::format(fmt::runtime(words.kind_read_as_written), kind, listed(names));
  return fmt::format(fmt::runtime(words.kind_read_as), kind, spaced(read.reading), listed(names));
}

Html sources(const StatementView& view) {
  const StatementWords& words = statement_words();
  const contract::Terms& terms = view.terms;
  html::Table table;
  table.caption = words.clauses_caption;
  table.columns = {{std::string(words.clause)},
                   {std::string(words.kind)},
                   {std::string(words.source)},
                   {std::string(words.assumed)}};
  for (const contract::Fee& fee : terms.fees)
    add_clause(table, fee.read(view.statement.readings), kind_of(fee, view.statement));
  for (const Measure& measure : terms.measures)
    add_clause(table, measure, words.kind_measure);
  for (const contract::Deduction& deduction : terms.deductions)
    add_clause(table, deduction, words.kind_deduction);
  if (terms.deduction_cap) add_clause(table, *terms.deduction_cap, words.kind_deduction_ceiling);
  for (const contract::UnitPayment& payment : terms.unit_payments)
    add_clause(table, payment, words.kind_unit_payment);
  for (const contract::Monitoring& monitoring : terms.monitoring)
    add_clause(table, monitoring, words.kind_monitoring);
  for (const contract::OutcomeClause& outcome : terms.outcomes)
    add_clause(table, outcome, words.kind_outcome_payment);
  if (terms.outcome_cap) add_clause(table, *terms.outcome_cap, words.kind_outcome_ceiling);
  return html::table(table);
}

std::string reading_of(const Statement& statement, const Measure& measure) {
  for (const contract::ServiceLevel& level : statement.levels)
    if (level.measure == measure.id) return level.reading;
  return measure.readings.front().name;
}

Html reading_cell(const Statement& statement, const Measure& measure) {
  const StatementWords& words = statement_words();
  const std::string used = reading_of(statement, measure);
  Html out = html::text(spaced(used));
  std::vector<std::string> others;
  for (const contract::Reading& reading : measure.readings)
    if (reading.name != used) others.push_back(spaced(reading.name));
  std::string why(used == measure.readings.front().name ? words.contract_as_written
                                                        : words.chosen_for_statement);
  if (!others.empty()) why += "; " + fmt::format(fmt::runtime(words.can_also_be_read), listed(others));
  if (measure.readings.size() > 1) out << html::text(" ") << element("span", {{"class", "small"}}, why);
  return out;
}

Html readings(const StatementView& view) {
  const StatementWords& words = statement_words();
  html::Table table;
  table.caption = words.readings_caption;
  table.columns = {{std::string(words.measure)},
                   {std::string(words.reading)},
                   {std::string(words.case_is_met_when)},
                   {std::string(words.rewards)},
                   {std::string(words.pays_to_leave_undone)}};
  for (const Measure& measure : view.terms.measures)
    table.rows.push_back(
        {{named(measure.title, measure.id), reading_cell(view.statement, measure), html::text(measure.counts),
          html::text(measure.rewards), html::text(measure.leaves_undone)},
         ""});
  return html::table(table);
}

Html variations(const StatementView& view) {
  const StatementWords& words = statement_words();
  html::Table table;
  table.caption = words.variations_caption;
  table.columns = {{std::string(words.variation)},
                   {std::string(words.agreed)},
                   {std::string(words.in_force_from)},
                   {std::string(words.changes)},
                   {std::string(words.source)}};
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
  return table.rows.empty() ? html::paragraph(words.no_variation) : html::table(table);
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
  Html out = section_heading("clauses", statement_words().clauses_and_readings);
  if (!view.terms.measures.empty()) out << readings(view);
  out << sources(view) << variations(view);
  return out;
}

html::Html basis_section(const StatementView& view) {
  const Statement& statement = view.statement;
  const StatementWords& words = statement_words();
  Html out = section_heading("basis", words.computed_from);
  out << html::summary_list(
      {{std::string(words.ledger), html::code(statement.origin)},
       {std::string(words.clock), html::text(statement.replayed ? words.clock_replayed : words.clock_live)},
       {std::string(words.size), html::text(count_of(statement.size, words.events))},
       {std::string(words.root), html::code(statement.root.hex())},
       {std::string(words.known_on),
        html::text(fmt::format(fmt::runtime(words.day_of_last_event), in_words(statement.known_on)))},
       {std::string(words.civil_time), html::text(statement.zone)},
       {std::string(words.contract_file_hash), html::code(statement.terms.hex())},
       {std::string(words.rules_hash), html::code(statement.rules.hex())}});
  return out;
}

html::Html check_section(const StatementView& view) {
  const Statement& statement = view.statement;
  const StatementWords& words = statement_words();
  const std::string options = options_of(view);
  Html out = section_heading("check", words.how_to_check);
  out << html::paragraph(words.verify_explained);
  out << html::commands(words.verify_command, "probity verify --ledger " + shell_word(view.files.ledger));
  out << html::paragraph(words.hash_explained);
  out << html::commands(words.hash_command, "sha256sum " + shell_word(view.files.contract));
  out << html::paragraph(words.settle_explained);
  out << html::commands(words.settle_command,
                        "probity settle" + options + " --period " + shell_word(statement.period.text));
  out << html::paragraph(words.why_explained);
  out << html::commands(words.why_command,
                        "probity why" + options + " " + shell_word(first_asked(statement)));
  return out;
}

} // namespace probity::pages
