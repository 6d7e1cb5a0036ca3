#include "pages/contracts/pages.h"
#include "pages/contracts/places.h"
#include "pages/contracts/words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using service::CountedCase;
using service::LineShown;
using service::ShownEvent;

namespace {

std::string page_of(const Html& main, const std::string& title, const Html& back, const Reader& reader) {
  Html all = main;
  all << element("p", {{"class", "caption"}}, contract_words().sealed_note);
  Frame frame{title, false, back, all};
  frame.section = Section::statements;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

Html heading_of(const LineShown& line, const std::string& words) {
  const contract::Statement& statement = line.of->settlement.statement;
  Html out = element("span", {{"class", "caption"}},
                     statement.title + ", " + in_words(statement.period) + ", " +
                         count_of(statement.size, "events"));
  out << text(words);
  return element("h1", out);
}

Html tag_of(duty::State state) {
  const Tone tone = state == duty::State::met            ? Tone::good
                    : state == duty::State::missed       ? Tone::bad
                    : state == duty::State::undetermined ? Tone::attention
                                                         : Tone::neutral;
  return tag(code_in_words(duty::to_text(state)), tone);
}

Html line_facts(const contract::Why& why) {
  const ContractWords& words = contract_words();
  const contract::Line& line = why.line;
  std::vector<SummaryRow> rows{
      {std::string(words.amount), element("strong", base::to_text(line.amount))},
      {std::string(words.quantity), text(plain_number(line.quantity, 4) + " " + line.unit)},
      {std::string(words.rate), text(line.rate)},
      {std::string(words.exactly), text(line.exact.text() + " " + std::string(words.pence_rounded))},
      {std::string(words.source), text(why.clause_source)}};
  std::vector<std::string> assumed;
  for (const std::string& key : why.assumed)
    assumed.push_back(spaced(key));
  rows.push_back(
      {std::string(words.assumed), text(assumed.empty() ? std::string(words.nothing) : listed(assumed))});
  if (const std::string said = said_of(line); !said.empty())
    rows.push_back({std::string(words.note), text(said)});
  if (!line.authority.empty()) rows.push_back({std::string(words.approved_by), text(line.authority)});
  for (const std::uint64_t event : line.events)
    rows.push_back({std::string(words.decided_in), text(std::to_string(event))});
  return summary_list(rows);
}

Html parents_of(const LineShown& line) {
  Html items;
  for (const std::string& parent : line.why.line.parents) {
    Html said = text(std::string(contract_words().computed_from) + " ");
    const auto path = line_path(*line.of, parent);
    said << (path ? element("a", {{"class", "govuk-link"}, href(local(*path))}, code(parent)) : code(parent));
    items << element("li", said);
  }
  return items.empty() ? Html() : element("ul", {{"class", "plain"}}, items);
}

bool is_sum_of_cases(const std::vector<CountedCase>& cases) {
  return std::any_of(cases.begin(), cases.end(),
                     [](const CountedCase& one) { return one.amount.has_value(); });
}

base::Money sum_of(const std::vector<CountedCase>& cases) {
  base::Money out;
  for (const CountedCase& one : cases)
    if (one.amount) out += *one.amount;
  return out;
}

Html part_cell(const CountedCase& one) {
  return text(one.amount ? base::to_text(*one.amount) : "–");
}

Html cases_table(const LineShown& line) {
  const ContractWords& words = contract_words();
  const bool sums = is_sum_of_cases(line.cases);
  Table out;
  out.caption = words.cases_caption;
  out.columns = {
      {std::string(words.one_case)}, {std::string(words.what_happened)}, {std::string(words.state)}};
  if (sums) out.columns.push_back({std::string(words.part), Align::numeric});
  for (const CountedCase& one : line.cases) {
    const base::StreamId& person = one.evidence.person;
    Row& row = out.rows.emplace_back();
    row.cells.emplace_back(
        one.closed ? text(words.closed)
                   : element("a", {{"class", "govuk-link"}, href(local(record_path(line, person)))},
                             reference(person)));
    row.cells.emplace_back(
        text(one.closed ? std::string(words.closed_text) : dates_in_words(one.evidence.sentence)));
    row.cells.emplace_back(tag_of(one.evidence.state));
    if (sums) row.cells.emplace_back(part_cell(one));
  }
  if (sums) {
    Row total;
    total.cells.emplace_back(
        text(std::string(words.sum_of) + " " + count_of(static_cast<std::uint64_t>(line.priced), "cases")));
    total.cells.emplace_back();
    total.cells.emplace_back();
    total.cells.emplace_back(text(base::to_text(sum_of(line.cases))));
    out.totals.push_back(std::move(total));
  }
  return table(out);
}

std::string facts_of(const std::vector<service::ShownField>& fields) {
  std::vector<std::string> out;
  for (const service::ShownField& one : fields)
    out.push_back(spaced(one.name) + ": " + dates_in_words(one.value));
  std::string all;
  for (const std::string& one : out)
    all += (all.empty() ? "" : "; ") + one;
  return all;
}

std::string what_of(const ShownEvent& event) {
  return event.meaning.empty() ? spaced(event.type) : event.meaning;
}

std::string case_title(const base::StreamId& person) {
  return std::string(contract_words().case_heading) + " " + reference(person);
}

Html record_row(const service::ShownRecord& record, const Reader& reader) {
  const ContractWords& words = contract_words();
  return summary_list(
      {{std::string(words.when), text(dates_in_words(record.when))},
       {std::string(words.recorded), text(moment_in_words(record.recorded, reader.zone))},
       {std::string(words.recorded_by),
        text(std::string(words.role) + " " + code_words(record.role) + ", " + std::string(words.body) + " " +
             record.provider + ", " + std::string(words.channel) + " " + code_words(record.channel))},
       {std::string(words.says),
        text(record.facts.empty() ? std::string(words.nothing) : facts_of(record.facts))}});
}

} // namespace

std::string line_page(const LineShown& line, const Reader& reader) {
  const ContractWords& words = contract_words();
  const contract::Line& of = line.why.line;
  Html main = heading_of(line, of.title + ": " + base::to_text(of.amount));
  main << line_facts(line.why) << parents_of(line);
  main << element("h2", words.cases);
  if (line.cases.empty()) {
    main << paragraph(of.parents.empty() ? words.no_records : words.of_lines);
  } else {
    if (!is_sum_of_cases(line.cases)) main << paragraph(words.not_by_case);
    main << cases_table(line);
  }
  return page_of(main, of.title, way_back(statement_path(*line.of), words.back_to_statement), reader);
}

std::string record_behind_page(const LineShown& line, const service::RecordBehind& record,
                               const Reader& reader) {
  const ContractWords& words = contract_words();
  Html main = heading_of(line, case_title(record.person));
  main << element("h2", std::string(words.what_for_line) + " “" + line.why.line.title + "”");
  Html items;
  for (const CountedCase& one : record.cases) {
    Html said = text(dates_in_words(one.evidence.sentence) + " ");
    said << tag_of(one.evidence.state);
    if (one.amount) said << text(" " + base::to_text(*one.amount));
    items << element("li", said);
  }
  main << element("ul", {{"class", "plain"}}, items);
  main << element("h2", words.events);
  Table out;
  out.caption = words.events_caption;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(words.event)},
                 {std::string(words.what)},
                 {std::string(words.when)},
                 {std::string(words.recorded)}};
  for (const ShownEvent& event : record.events)
    out.rows.push_back(
        {{element("a",
                  {{"class", "govuk-link"}, href(local(event_path(line, record.person, event.first.index)))},
                  std::string(words.event) + " " + std::to_string(event.first.index)),
          text(what_of(event)), text(dates_in_words(event.when)),
          text(moment_in_words(event.first.recorded, reader.zone))},
         ""});
  main << table(out);
  const Html back =
      way_back(line_path(*line.of, line.why.line.id).value_or(statement_path(*line.of)), words.back_to_line);
  return page_of(main, case_title(record.person), back, reader);
}

std::string event_behind_page(const LineShown& line, const service::RecordBehind& record,
                              const ShownEvent& event, const Reader& reader) {
  const ContractWords& words = contract_words();
  const std::string title = std::string(words.event) + " " + std::to_string(event.first.index);
  Html main = heading_of(line, title);
  main << element("p", {{"class", "takeaway"}}, what_of(event));
  if (!event.corrections.empty()) main << element("h2", words.first_written);
  main << record_row(event.first, reader);
  for (const service::ShownCorrection& one : event.corrections)
    main << element("h2", std::string(words.corrected) + ": " + code_words(one.kind) + ", " +
                              code_words(one.reason))
         << record_row(one.record, reader);
  return page_of(main, title + ", " + case_title(record.person),
                 way_back(record_path(line, record.person), words.back_to_case), reader);
}

} // namespace probity::pages
