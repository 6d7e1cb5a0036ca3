#include "pages/account/statement_sections.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::Line;
using contract::LineKind;
using contract::ServiceLevel;
using contract::Statement;
using html::Align;
using html::element;
using html::Html;

// A page holds this many cases a deduction; the command that lists all of them stands below.
constexpr std::size_t most_cases = 200;

// Two decimals, or six where two would hide on which side of the target it lies.
std::string percent(const base::Rational& value, const std::optional<base::Rational>& beside = {}) {
  const bool hides = beside && value != *beside && value.decimal(2) == beside->decimal(2);
  return value.decimal(hides ? 6 : 2) + " %";
}

const ServiceLevel* twin_of(const Statement& statement, const ServiceLevel& level) {
  if (level.twin.empty()) return nullptr;
  for (const ServiceLevel& other : statement.levels)
    if (other.measure == level.twin && other.provider == level.provider) return &other;
  return nullptr;
}

Html result(const ServiceLevel& level) {
  if (level.counted == 0) return html::tag("No cases", html::Tone::neutral);
  if (!level.achieved) return html::tag("Too few cases", html::Tone::neutral);
  if (!level.target) return {};
  return *level.achieved < *level.target ? html::tag("Below target", html::Tone::bad)
                                         : html::tag("Target met", html::Tone::good);
}

Html list_of(const std::vector<std::string>& items) {
  Html out;
  for (const std::string& item : items)
    out << element("li", item);
  return items.empty() ? Html() : element("ul", {{"class", "plain"}}, out);
}

// What was started and is neither met nor missed, by reason.
Html left_out(const ServiceLevel& level) {
  std::vector<std::string> items;
  for (const auto& [reason, count] : level.cell.excluded)
    items.push_back(std::to_string(count) + " excluded: " + spaced(reason));
  if (level.cell.open > 0) items.push_back(std::to_string(level.cell.open) + " still open");
  if (level.cell.undetermined > 0)
    items.push_back(std::to_string(level.cell.undetermined) + " undetermined" +
                    (level.counted > level.cell.met + level.cell.missed ? ", counted as missed" : ""));
  return items.empty() ? html::text("None") : list_of(items);
}

std::string achieved_words(const ServiceLevel& level) {
  if (level.counted == 0) return "no cases";
  if (!level.achieved) return "too few cases to measure";
  return percent(*level.achieved, level.target);
}

Html twin_cell(const Statement& statement, const ServiceLevel& level) {
  const ServiceLevel* twin = twin_of(statement, level);
  if (twin == nullptr) return {};
  Html out = element("span", {{"class", "strong"}}, achieved_words(*twin));
  out << html::text(" ");
  std::string words = twin->title;
  if (twin->counted > 0)
    words += ": " + std::to_string(twin->cell.met) + " of " + std::to_string(twin->counted);
  out << element("span", {{"class", "small"}}, words);
  return out;
}

Html measure_cell(const ServiceLevel& level, bool several) {
  Html out = named(level.title, level.measure);
  std::string words = "Counts: " + spaced(level.counts) + ". Reading: " + spaced(level.reading);
  if (several) words = level.provider + ". " + words;
  out << html::text(" ") << element("span", {{"class", "small"}}, words);
  return out;
}

Html records_of(const contract::Evidence& evidence) {
  std::vector<std::string> events;
  for (const std::uint64_t index : evidence.events)
    events.push_back(std::to_string(index));
  return html::text(events.empty() ? "None" : (events.size() == 1 ? "Event " : "Events ") + listed(events));
}

Html cases_of(const contract::Why& why) {
  html::Table table;
  table.caption = "Cases that this line is made of";
  table.columns = {{"Case"}, {"What happened"}, {"Records"}};
  std::size_t left = 0;
  std::size_t others = 0;
  for (const contract::Evidence& evidence : why.evidence) {
    if (evidence.state != duty::State::missed && evidence.state != duty::State::undetermined) {
      ++others;
      continue;
    }
    if (table.rows.size() == most_cases) {
      ++left;
      continue;
    }
    table.rows.push_back(
        {{html::code(evidence.person.hex()), html::text(evidence.sentence), records_of(evidence)}, ""});
  }
  Html out;
  if (table.rows.empty())
    out << html::paragraph("No missed case was counted.");
  else
    out << html::table(table);
  if (left > 0)
    out << html::paragraph("And " + count_of(left, "more cases", "more case") +
                           ": the command below lists every one.");
  if (others > 0)
    out << html::paragraph(
        count_of(others, "other cases of the measure were", "other case of the measure was") +
        " met, open or left out.");
  return out;
}

Html deduction_details(const StatementView& view, const Line& line) {
  const auto why = contract::why(view.settlement, view.contract, line.id);
  Html content =
      element("p", line.rate + ", " + plain_number(line.quantity, 4) + " " + line.unit + ": " +
                       base::to_text(line.amount) + (line.note.empty() ? "." : "; " + line.note + "."));
  if (why) {
    content << html::paragraph("Clause source: " + why->clause_source + ".");
    content << cases_of(*why);
  }
  Html summary = element("span", line.title);
  if (view.statement.providers.size() != 1) summary << html::text(", " + line.provider);
  summary << html::text(": " + base::to_text(line.amount));
  return html::details(summary, content);
}

std::string_view relief_words(contract::ReliefShown::State state) {
  switch (state) {
  case contract::ReliefShown::State::requested:
    return "Asked for, not decided";
  case contract::ReliefShown::State::granted:
    return "Granted";
  case contract::ReliefShown::State::refused:
    return "Refused";
  }
  return "";
}

Html reliefs_of(const Statement& statement) {
  if (statement.reliefs.empty()) return html::paragraph("Relief was asked for no case of the period.");
  html::Table table;
  table.caption = "Relief: cases that the parties agreed, or did not agree, to leave out";
  table.columns = {{"Case"}, {"Measure"}, {"Due"}, {"Relief"}, {"Reason"}, {"Decided by"}, {"Record"}};
  for (const contract::ReliefShown& relief : statement.reliefs)
    table.rows.push_back(
        {{html::code(relief.person), html::code(relief.clause), html::text(in_words(relief.due)),
          html::text(relief_words(relief.state)), html::text(spaced(relief.reason)),
          html::text(relief.authority), html::text("Event " + std::to_string(relief.event))},
         ""});
  return html::table(table);
}

} // namespace

html::Html levels_section(const StatementView& view) {
  const Statement& statement = view.statement;
  Html out = section_heading("levels", "Service levels");
  if (statement.levels.empty()) {
    out << html::paragraph("The contract has no service levels.");
    return out;
  }
  html::Table table;
  table.caption = "Service levels of " + in_words(statement.period);
  table.columns = {{"Measure"},
                   {"Met", Align::numeric},
                   {"Out of", Align::numeric},
                   {"Achieved", Align::numeric},
                   {"Target", Align::numeric},
                   {"Result"},
                   {"Left out"},
                   {"Beside it"}};
  const bool several = statement.providers.size() != 1;
  for (const ServiceLevel& level : statement.levels)
    table.rows.push_back({{measure_cell(level, several), html::text(std::to_string(level.cell.met)),
                           html::text(std::to_string(level.counted)),
                           html::text(level.achieved ? percent(*level.achieved, level.target) : "–"),
                           html::text(level.target ? percent(*level.target) : "None"), result(level),
                           left_out(level), twin_cell(statement, level)},
                          ""});
  out << html::paragraph(
      "“Beside it” is the measure that says whether the work itself was done, where the contract "
      "names one: a first appointment attended beside one arranged.");
  out << html::table(table);
  return out;
}

html::Html deductions_section(const StatementView& view) {
  Html out = section_heading("deductions", "Cases behind the deductions, and relief");
  bool any = false;
  for (const Line& line : view.statement.lines) {
    if (line.kind != LineKind::deduction || line.amount.pence == 0) continue;
    any = true;
    out << deduction_details(view, line);
  }
  if (!any)
    out << html::paragraph("Nothing was deducted.");
  else if (view.settlement.evidence.empty())
    out << html::paragraph(
        "The cases were not kept with this statement; the command under “How to check this” "
        "lists them.");
  out << reliefs_of(view.statement);
  return out;
}

} // namespace probity::pages
