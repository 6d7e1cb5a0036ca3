#include "pages/contracts/pages.h"
#include "pages/contracts/places.h"
#include "pages/contracts/words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

std::string state_words(const std::optional<duty::State>& state) {
  return state ? code_words(duty::to_text(*state)) : std::string(contract_words().not_counted);
}

std::string known_words(const contract::Statement& statement) {
  return in_words(statement.known_on) + ", " + count_of(statement.size, "events");
}

Html lines_table(const service::StatementChanges& changes) {
  const ContractWords& words = contract_words();
  Table out;
  out.caption = words.lines_that_differ;
  out.columns = {{std::string(words.line)},
                 {std::string(words.then), Align::numeric},
                 {std::string(words.now), Align::numeric},
                 {std::string(words.difference), Align::numeric}};
  for (const service::LineChange& one : changes.lines)
    out.rows.push_back({{text(one.title), text(base::to_text(one.then)), text(base::to_text(one.now)),
                         text(base::to_text(one.now - one.then))},
                        ""});
  return table(out);
}

Html events_of(const service::CaseChange& one, const Reader& reader) {
  const ContractWords& words = contract_words();
  if (one.since.empty()) return text(words.the_day_alone);
  Html items;
  for (const service::ShownEvent& event : one.since) {
    std::string said = std::string(words.event) + " " + std::to_string(event.first.index) + ": " +
                       event.meaning.substr(0, event.meaning.find(';')) + ", " +
                       std::string(words.recorded_on) + " " +
                       moment_in_words(event.first.recorded, reader.zone);
    for (const service::ShownCorrection& correction : event.corrections)
      said += "; " + code_words(correction.kind) + ", " + code_words(correction.reason) + " (" +
              std::string(words.event) + " " + std::to_string(correction.record.index) + ")";
    items << element("li", said);
  }
  return element("ul", {{"class", "probity-facts"}}, items);
}

Html cases_table(const service::StatementChanges& changes, const Reader& reader) {
  const ContractWords& words = contract_words();
  Table out;
  out.caption = words.cases_that_differ;
  out.columns = {{std::string(words.one_case)},
                 {std::string(words.what)},
                 {std::string(words.then)},
                 {std::string(words.now)},
                 {std::string(words.recorded_since)}};
  for (const service::CaseChange& one : changes.cases) {
    const std::string which = one.closed ? std::string(words.closed) : reference(one.person);
    const std::string what = one.clause + (one.closed ? "" : ", " + in_words(one.due));
    out.rows.push_back({{text(which), text(what), text(state_words(one.then)), text(state_words(one.now)),
                         one.closed ? text(words.closed_text) : events_of(one, reader)},
                        ""});
  }
  return table(out);
}

} // namespace

std::string changes_page(const service::StatementChanges& changes, const Reader& reader) {
  const ContractWords& words = contract_words();
  const contract::Statement& then = changes.then->settlement.statement;
  const contract::Statement& now = changes.now->settlement.statement;
  Html heading = element("span", {{"class", "caption"}}, now.title + ", " + in_words(now.period));
  heading << text(words.changes_title);
  Html main = element("h1", heading);
  main << summary_list(std::vector<SummaryRow>{
      {std::string(words.then), text(known_words(then) + ": " + base::to_text(then.total))},
      {std::string(words.now), text(known_words(now) + ": " + base::to_text(now.total))},
      {std::string(words.difference), element("strong", base::to_text(now.total - then.total))}});
  main << (changes.lines.empty() ? paragraph(words.no_lines_differ) : lines_table(changes));
  if (changes.cases.empty()) {
    main << paragraph(words.no_cases_differ);
  } else {
    main << paragraph(std::string(words.counted_otherwise) + " " + count_of(changes.changed, "cases"));
    main << cases_table(changes, reader);
  }
  main << element("p", {{"class", "caption"}}, words.sealed_note);
  const std::string title = std::string(words.changes_title) + ", " + in_words(now.period);
  Frame frame{title, false, way_back(statement_path(*changes.now), words.back_to_statement), main};
  frame.section = Section::statements;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
