#include <fmt/format.h>

#include "pages/account/statement_sections.h"
#include "pages/account/statement_words.h"
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
  const StatementWords& words = statement_words();
  if (level.counted == 0) return html::tag(words.no_cases, html::Tone::neutral);
  if (!level.achieved) return html::tag(words.too_few_cases, html::Tone::neutral);
  if (!level.target) return {};
  return *level.achieved < *level.target ? html::tag(words.below_target, html::Tone::bad)
                                         : html::tag(words.target_met, html::Tone::good);
}

Html list_of(const std::vector<std::string>& items) {
  Html out;
  for (const std::string& item : items)
    out << element("li", item);
  return items.empty() ? Html() : element("ul", {{"class", "plain"}}, out);
}

// What was started and is neither met nor missed, by reason.
Html left_out(const ServiceLevel& level) {
  const StatementWords& words = statement_words();
  std::vector<std::string> items;
  for (const auto& [reason, count] : level.cell.excluded)
    items.push_back(fmt::format(fmt::runtime(words.excluded), count, spaced(reason)));
  if (level.cell.open > 0) items.push_back(fmt::format(fmt::runtime(words.still_open), level.cell.open));
  if (level.cell.undetermined > 0)
    items.push_back(fmt::format(fmt::runtime(level.counted > level.cell.met + level.cell.missed
                                                 ? words.undetermined_counted_as_missed
                                                 : words.undetermined),
                                level.cell.undetermined));
  return items.empty() ? html::text(words.none) : list_of(items);
}

std::string achieved_words(const ServiceLevel& level) {
  const StatementWords& words = statement_words();
  if (level.counted == 0) return std::string(words.achieved_of_no_cases);
  if (!level.achieved) return std::string(words.achieved_of_too_few_cases);
  return percent(*level.achieved, level.target);
}

Html twin_cell(const Statement& statement, const ServiceLevel& level) {
  const ServiceLevel* twin = twin_of(statement, level);
  if (twin == nullptr) return {};
  Html out = element("span", {{"class", "strong"}}, achieved_words(*twin));
  out << html::text(" ");
  const std::string counted = twin->counted == 0 ? twin->title
                                                 : fmt::format(fmt::runtime(statement_words().twin_met_of),
                                                               twin->title, twin->cell.met, twin->counted);
  out << element("span", {{"class", "small"}}, counted);
  return out;
}

Html measure_cell(const ServiceLevel& level, bool several) {
  Html out = named(level.title, level.measure);
  const std::string how = fmt::format(fmt::runtime(statement_words().counts_and_reading),
                                      spaced(level.counts), spaced(level.reading));
  out << html::text(" ")
      << element("span", {{"class", "small"}}, several ? level.provider + ". " + how : how);
  return out;
}

Html records_of(const contract::Evidence& evidence) {
  std::vector<std::string> events;
  for (const std::uint64_t index : evidence.events)
    events.push_back(std::to_string(index));
  const StatementWords& words = statement_words();
  if (events.empty()) return html::text(words.none);
  return html::text(
      fmt::format(fmt::runtime(events.size() == 1 ? words.one_event : words.several_events), listed(events)));
}

Html cases_of(const contract::Why& why) {
  const StatementWords& words = statement_words();
  html::Table table;
  table.caption = words.cases_of_line;
  table.columns = {
      {std::string(words.one_case)}, {std::string(words.what_happened)}, {std::string(words.records)}};
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
    out << html::paragraph(words.no_missed_case);
  else
    out << html::table(table);
  if (left > 0)
    out << html::paragraph(left == 1 ? std::string(words.one_more_case)
                                     : fmt::format(fmt::runtime(words.more_cases), with_commas(left)));
  if (others > 0)
    out << html::paragraph(others == 1 ? std::string(words.one_other_case)
                                       : fmt::format(fmt::runtime(words.other_cases), with_commas(others)));
  return out;
}

Html deduction_details(const StatementView& view, const Line& line) {
  const auto why = contract::why(view.settlement, view.contract, line.id);
  Html content =
      element("p", line.rate + ", " + plain_number(line.quantity, 4) + " " + line.unit + ": " +
                       base::to_text(line.amount) + (line.note.empty() ? "." : "; " + line.note + "."));
  if (why) {
    content << html::paragraph(
        fmt::format(fmt::runtime(statement_words().clause_source), why->clause_source));
    content << cases_of(*why);
  }
  Html summary = element("span", line.title);
  if (view.statement.providers.size() != 1) summary << html::text(", " + line.provider);
  summary << html::text(": " + base::to_text(line.amount));
  return html::details(summary, content);
}

std::string_view relief_words(contract::ReliefShown::State state) {
  const StatementWords& words = statement_words();
  switch (state) {
  case contract::ReliefShown::State::requested:
    return words.relief_requested;
  case contract::ReliefShown::State::granted:
    return words.relief_granted;
  case contract::ReliefShown::State::refused:
    return words.relief_refused;
  }
  return "";
}

Html reliefs_of(const Statement& statement) {
  const StatementWords& words = statement_words();
  if (statement.reliefs.empty()) return html::paragraph(words.no_relief);
  html::Table table;
  table.caption = words.relief_caption;
  table.columns = {{std::string(words.one_case)}, {std::string(words.measure)},
                   {std::string(words.due_day)},  {std::string(words.relief)},
                   {std::string(words.reason)},   {std::string(words.decided_by)},
                   {std::string(words.record)}};
  for (const contract::ReliefShown& relief : statement.reliefs)
    table.rows.push_back(
        {{html::code(relief.person), html::code(relief.clause), html::text(in_words(relief.due)),
          html::text(relief_words(relief.state)), html::text(spaced(relief.reason)),
          html::text(relief.authority), html::text(fmt::format(fmt::runtime(words.one_event), relief.event))},
         ""});
  return html::table(table);
}

} // namespace

html::Html levels_section(const StatementView& view) {
  const Statement& statement = view.statement;
  const StatementWords& words = statement_words();
  Html out = section_heading("levels", words.service_levels);
  if (statement.levels.empty()) {
    out << html::paragraph(words.no_levels);
    return out;
  }
  html::Table table;
  table.caption = fmt::format(fmt::runtime(words.levels_of_period), in_words(statement.period));
  table.columns = {{std::string(words.measure)},
                   {std::string(words.met), Align::numeric},
                   {std::string(words.out_of), Align::numeric},
                   {std::string(words.achieved), Align::numeric},
                   {std::string(words.target), Align::numeric},
                   {std::string(words.result)},
                   {std::string(words.left_out)},
                   {std::string(words.beside_it)}};
  const bool several = statement.providers.size() != 1;
  for (const ServiceLevel& level : statement.levels)
    table.rows.push_back({{measure_cell(level, several), html::text(std::to_string(level.cell.met)),
                           html::text(std::to_string(level.counted)),
                           html::text(level.achieved ? percent(*level.achieved, level.target) : "–"),
                           html::text(level.target ? percent(*level.target) : std::string(words.none)),
                           result(level), left_out(level), twin_cell(statement, level)},
                          ""});
  out << html::paragraph(words.beside_it_explained);
  out << html::table(table);
  return out;
}

html::Html deductions_section(const StatementView& view) {
  const StatementWords& words = statement_words();
  Html out = section_heading("deductions", words.cases_and_relief);
  bool any = false;
  for (const Line& line : view.statement.lines) {
    if (line.kind != LineKind::deduction || line.amount.pence == 0) continue;
    any = true;
    out << deduction_details(view, line);
  }
  if (!any)
    out << html::paragraph(words.nothing_deducted);
  else if (view.settlement.evidence.empty())
    out << html::paragraph(words.cases_not_kept);
  out << reliefs_of(view.statement);
  return out;
}

} // namespace probity::pages
