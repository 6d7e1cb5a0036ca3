#include "contract/comparison.h"
#include "contract/csv_row.h"

namespace probity::contract {
namespace {

using base::json::Array;
using base::json::Value;

Value side_json(const Side& side) {
  Value readings;
  for (const auto& [measure, reading] : side.readings)
    readings.set(measure, Value(reading));
  Value out;
  out.set("label", Value(side.label));
  out.set("contract", Value(side.contract));
  out.set("size", Value(static_cast<std::int64_t>(side.size)));
  out.set("root", Value(side.root.hex()));
  out.set("known_on", Value(base::to_text(side.known_on)));
  out.set("terms", Value(side.terms.hex()));
  out.set("readings", readings);
  out.set("total_pence", Value(side.total.pence));
  return out;
}

Value line_json(const LineCompared& line) {
  Array reasons;
  for (const std::string& reason : line.reasons)
    reasons.emplace_back(reason);
  Array cases;
  for (const CaseChanged& changed : line.cases) {
    Array events;
    for (const std::uint64_t index : changed.events)
      events.emplace_back(static_cast<std::int64_t>(index));
    Value item;
    item.set("case", Value(changed.person.hex()));
    item.set("first", Value(changed.before));
    item.set("second", Value(changed.after));
    item.set("events", Value(std::move(events)));
    cases.push_back(std::move(item));
  }
  Value out;
  out.set("line", Value(line.key));
  out.set("section", Value(line.section == LineCompared::Section::line ? "line" : "correction"));
  out.set("title", Value(line.title));
  out.set("kind", Value(to_text(line.kind)));
  out.set("first_pence", Value(line.before.pence));
  out.set("second_pence", Value(line.after.pence));
  out.set("change_pence", Value((line.after - line.before).pence));
  out.set("reasons", Value(std::move(reasons)));
  out.set("cases", Value(std::move(cases)));
  return out;
}

} // namespace

Value comparison_json(const Comparison& comparison) {
  Array lines;
  for (const LineCompared& line : comparison.lines)
    lines.push_back(line_json(line));
  Value out;
  out.set("period", Value(comparison.period.text));
  out.set("first", side_json(comparison.before));
  out.set("second", side_json(comparison.after));
  out.set("lines", Value(std::move(lines)));
  out.set("change_pence", Value(comparison.change().pence));
  return out;
}

std::string comparison_csv(const Comparison& comparison) {
  std::string out;
  csv_row(out, {"period", "section", "line", "title", "kind", "first", "second", "first_pounds",
                "second_pounds", "change_pounds", "cases_changed", "reasons"});
  for (const LineCompared& line : comparison.lines) {
    std::string reasons;
    for (const std::string& reason : line.reasons)
      reasons += (reasons.empty() ? "" : "; ") + reason;
    csv_row(out, {comparison.period.text, line.section == LineCompared::Section::line ? "line" : "correction",
                  line.key, line.title, std::string(to_text(line.kind)), comparison.before.label,
                  comparison.after.label, pounds(line.before), pounds(line.after),
                  pounds(line.after - line.before), std::to_string(line.cases.size()), reasons});
  }
  return out;
}

} // namespace probity::contract
