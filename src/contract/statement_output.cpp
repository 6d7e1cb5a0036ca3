#include "contract/csv_row.h"
#include "contract/outcome_statement.h"
#include "contract/statement.h"

namespace probity::contract {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

template <class Texts> Value list_of(const Texts& texts) {
  Array out;
  for (const std::string& text : texts)
    out.emplace_back(text);
  return Value(std::move(out));
}

Value indexes(const std::vector<std::uint64_t>& values) {
  Array out;
  for (const std::uint64_t value : values)
    out.emplace_back(static_cast<std::int64_t>(value));
  return Value(std::move(out));
}

enum class Section { lines, corrections, drift };

std::string_view to_text(Section section) {
  switch (section) {
  case Section::lines:
    return "line";
  case Section::corrections:
    return "correction";
  case Section::drift:
    return "drift";
  }
  return "";
}

std::string_view state_of(const Line& line, Section section) {
  if (section != Section::lines && !line.provisional) return "corrected";
  if (line.kind == LineKind::waiver) return "waived";
  return line.provisional ? "provisional" : "determined";
}

Value line_json(const Line& line, Section section) {
  Value out;
  out.set("line_id", Value(line.id));
  out.set("kind", Value(to_text(line.kind)));
  out.set("clause", Value(line.clause));
  out.set("title", Value(line.title));
  out.set("period", Value(line.period.text));
  out.set("provider", Value(line.provider));
  out.set("dimension", Value(line.dimension));
  out.set("quantity", Value(line.quantity.text()));
  out.set("unit", Value(line.unit));
  out.set("rate", Value(line.rate));
  out.set("exact_pence", Value(line.exact.text()));
  out.set("pence", Value(line.amount.pence));
  out.set("state", Value(state_of(line, section)));
  // Left out where there is none, so that statements of before keep their bytes.
  if (!line.reason.empty()) out.set("reason", Value(line.reason));
  out.set("note", Value(line.note));
  out.set("parents", list_of(line.parents));
  out.set("authority", Value(line.authority));
  out.set("events", indexes(line.events));
  out.set("terms_version", Value(line.version));
  return out;
}

Value correction_json(const Correction& correction, Section section) {
  Value out = line_json(correction.line, section);
  out.set("issued_pence", Value(correction.issued.pence));
  out.set("change_pence", Value(correction.change.pence));
  out.set("supersedes", indexes(correction.supersedes));
  return out;
}

Value level_json(const ServiceLevel& level) {
  Value excluded;
  for (const auto& [reason, count] : level.cell.excluded)
    excluded.set(reason, Value(count));
  Value out;
  out.set("measure", Value(level.measure));
  out.set("title", Value(level.title));
  out.set("counts", Value(level.counts));
  out.set("reading", Value(level.reading));
  out.set("provider", Value(level.provider));
  out.set("started", Value(level.cell.started));
  out.set("met", Value(level.cell.met));
  out.set("missed", Value(level.cell.missed));
  out.set("open", Value(level.cell.open));
  out.set("undetermined", Value(level.cell.undetermined));
  out.set("excluded", excluded);
  out.set("achieved_percent", Value(level.achieved ? level.achieved->decimal(6) : std::string()));
  out.set("target_percent", Value(level.target ? level.target->decimal(6) : std::string()));
  out.set("honest_twin", Value(level.twin));
  out.set("measured", Value(level.measured));
  return out;
}

template <class Items, class Convert> Value array_of(const Items& items, Convert convert) {
  Array out;
  for (const auto& item : items)
    out.push_back(convert(item));
  return Value(std::move(out));
}

void csv_line(std::string& out, const Statement& statement, Section section, const Line& line,
              base::Money amount, const std::string& parents) {
  csv_row(out, {statement.contract,
                statement.period.text,
                std::string(to_text(section)),
                line.id,
                std::string(to_text(line.kind)),
                line.clause,
                line.title,
                line.period.text,
                line.provider,
                line.quantity.decimal(4),
                line.unit,
                line.rate,
                line.exact.text(),
                pounds(amount),
                std::string(state_of(line, section)),
                line.reason,
                line.note,
                parents,
                line.authority,
                std::to_string(statement.size),
                statement.root.hex(),
                statement.terms.hex()});
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "" : " ") + text;
  return out;
}

} // namespace

base::json::Value statement_json(const Statement& statement) {
  Value readings;
  for (const auto& [measure, reading] : statement.readings)
    readings.set(measure, Value(reading));
  Value out;
  out.set("contract", Value(statement.contract));
  out.set("title", Value(statement.title));
  out.set("authority", Value(statement.authority));
  out.set("providers", list_of(statement.providers));
  out.set("period", Value(statement.period.text));
  out.set("origin", Value(statement.origin));
  out.set("zone", Value(statement.zone));
  out.set("clock", Value(statement.replayed ? "replayed" : "live"));
  out.set("size", Value(static_cast<std::int64_t>(statement.size)));
  out.set("root", Value(statement.root.hex()));
  out.set("known_on", Value(base::to_text(statement.known_on)));
  out.set("terms", Value(statement.terms.hex()));
  out.set("rules", Value(statement.rules.hex()));
  out.set("readings", readings);
  out.set("variations", list_of(statement.variations));
  out.set("state", Value(to_text(statement.state)));
  out.set("lines",
          array_of(statement.lines, [](const Line& line) { return line_json(line, Section::lines); }));
  out.set("levels", array_of(statement.levels, level_json));
  out.set("corrections", array_of(statement.corrections, [](const Correction& correction) {
            return correction_json(correction, Section::corrections);
          }));
  out.set("drift", array_of(statement.drift, [](const Correction& correction) {
            return correction_json(correction, Section::drift);
          }));
  // Left out for the same cause.
  if (!statement.outcomes.empty()) out.set("outcomes", array_of(statement.outcomes, outcome_json));
  out.set("earlier_unissued", array_of(statement.earlier, [](const EarlierPeriod& earlier) {
            Value item;
            item.set("period", Value(earlier.period.text));
            item.set("pence", Value(earlier.amount.pence));
            return item;
          }));
  out.set("counted", array_of(statement.counted, [](const Counted& counted) {
            Value excluded;
            for (const auto& [reason, count] : counted.cell.excluded)
              excluded.set(reason, Value(count));
            Value item;
            item.set("clause", Value(counted.clause));
            item.set("started", Value(counted.cell.started));
            item.set("counted", Value(counted.cell.met));
            item.set("undetermined", Value(counted.cell.undetermined));
            item.set("excluded", excluded);
            return item;
          }));
  out.set("reliefs", array_of(statement.reliefs, [](const ReliefShown& relief) {
            Value item;
            item.set("state", Value(to_text(relief.state)));
            item.set("clause", Value(relief.clause));
            item.set("case", Value(relief.person));
            item.set("due", Value(base::to_text(relief.due)));
            item.set("reason", Value(relief.reason));
            item.set("authority", Value(relief.authority));
            item.set("event", Value(static_cast<std::int64_t>(relief.event)));
            return item;
          }));
  out.set("payments", array_of(statement.payments, [](const Payment& payment) {
            Value item;
            item.set("pence", Value(payment.amount.pence));
            item.set("event", Value(static_cast<std::int64_t>(payment.event)));
            return item;
          }));
  out.set("total_pence", Value(statement.total.pence));
  out.set("issued_already_pence", Value(statement.issued_already.pence));
  out.set("due_pence", Value(statement.due.pence));
  return out;
}

std::string statement_csv(const Statement& statement) {
  std::string out;
  csv_row(out, {"contract", "statement", "section",   "line_id", "kind",        "clause", "title", "period",
                "provider", "quantity",  "unit",      "rate",    "exact_pence", "pounds", "state", "reason",
                "note",     "parents",   "authority", "size",    "root",        "terms"});
  for (const Line& line : statement.lines)
    csv_line(out, statement, Section::lines, line, line.amount, joined(line.parents));
  const auto cited = [](const Correction& correction) {
    std::string events;
    for (const std::uint64_t index : correction.supersedes)
      events += (events.empty() ? "event " : " event ") + std::to_string(index);
    return events;
  };
  for (const Correction& correction : statement.corrections)
    csv_line(out, statement, Section::corrections, correction.line, correction.change, cited(correction));
  for (const Correction& correction : statement.drift)
    csv_line(out, statement, Section::drift, correction.line, correction.change, cited(correction));
  return out;
}

base::json::Value issue_facts(const Statement& statement) {
  Array lines;
  const auto add = [&](const std::string& id, base::Money change) {
    Value item;
    item.set("n", Value(change.pence));
    item.set("name", Value(id));
    lines.push_back(std::move(item));
  };
  // Only what changes: a second statement for the period must not put its lines on the account again.
  const auto issued = [&](const std::string& id) {
    const auto found = statement.issued_lines.find(id);
    return found == statement.issued_lines.end() ? base::Money{} : found->second;
  };
  for (const Line& line : statement.lines)
    add(line.id, line.amount - issued(line.id));
  for (const auto& [id, on_account] : statement.issued_lines)
    if (statement.line(id) == nullptr && on_account.pence != 0) add(id, -on_account);
  for (const Correction& correction : statement.corrections)
    add(correction.line.id, correction.change);
  Value facts;
  facts.set("contract", Value(statement.contract));
  facts.set("period", Value(statement.period.text));
  facts.set("size", Value(static_cast<std::int64_t>(statement.size)));
  facts.set("root", Value(statement.root.hex()));
  facts.set("terms", Value(statement.terms.hex()));
  facts.set("rules", Value(statement.rules.hex()));
  facts.set("body", Value(base::sha256(base::bytes_of(base::json::write(statement_json(statement)))).hex()));
  facts.set("total", Value(statement.total.pence));
  facts.set("lines", Value(std::move(lines)));
  Array readings;
  for (const auto& [measure, reading] : statement.readings)
    readings.emplace_back(measure + "=" + reading);
  if (!readings.empty()) facts.set("readings", Value(std::move(readings)));
  return facts;
}

} // namespace probity::contract
