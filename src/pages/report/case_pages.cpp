#include <algorithm>

#include "pages/report/report_view.h"
#include "pages/report/report_words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::Evidence;
using html::element;
using html::Html;

struct CaseList {
  std::string clause;
  std::string title;
  std::vector<const Evidence*> cases;
};

std::string title_of(const contract::Terms& terms, const std::string& id) {
  const auto in = [&](const auto& clauses) -> const std::string* {
    for (const auto& clause : clauses)
      if (clause.id == id) return &clause.title;
    return nullptr;
  };
  for (const std::string* title : {in(terms.measures), in(terms.fees), in(terms.unit_payments),
                                   in(terms.monitoring), in(terms.outcomes)})
    if (title != nullptr) return *title;
  return id;
}

// What needs a look first.
int rank(duty::State state) {
  switch (state) {
  case duty::State::missed:
    return 0;
  case duty::State::undetermined:
    return 1;
  case duty::State::open:
    return 2;
  case duty::State::excluded:
    return 3;
  case duty::State::met:
    return 4;
  }
  return 5;
}

html::Tone tone(duty::State state) {
  if (state == duty::State::met) return html::Tone::good;
  if (state == duty::State::missed) return html::Tone::bad;
  return state == duty::State::undetermined ? html::Tone::attention : html::Tone::neutral;
}

std::vector<CaseList> lists_of(const ReportInput& input) {
  const contract::Statement& statement = input.settlement.statement;
  const contract::Terms& terms = input.contract.terms_at(statement.period.first(), statement.known_on);
  std::map<std::string, CaseList> found;
  for (const Evidence& evidence : input.settlement.evidence) {
    if (evidence.key.period.text != statement.period.text) continue;
    CaseList& list = found[evidence.key.clause];
    list.clause = evidence.key.clause;
    list.cases.push_back(&evidence);
  }
  std::vector<CaseList> out;
  for (auto& [clause, list] : found) {
    list.title = title_of(terms, clause);
    std::stable_sort(list.cases.begin(), list.cases.end(), [](const Evidence* a, const Evidence* b) {
      return std::make_tuple(rank(a->state), a->due, a->person) <
             std::make_tuple(rank(b->state), b->due, b->person);
    });
    out.push_back(std::move(list));
  }
  return out;
}

// The number keeps apart clauses whose ids look alike as names of files.
std::string file_name(const CaseList& list, std::size_t number, std::size_t page) {
  std::string out = "cases-" + std::to_string(number) + "-";
  for (const char c : list.clause) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    out += plain ? c : '-';
  }
  return out + (page == 0 ? "" : "-" + std::to_string(page + 1)) + ".html";
}

Html rows_of(const CaseList& list, std::size_t page, bool several) {
  const CaseListWords& words = case_list_words();
  html::Table table;
  const std::size_t from = page * cases_a_page;
  const std::size_t to = std::min(list.cases.size(), from + cases_a_page);
  table.caption = cases_shown(from + 1, to, list.cases.size());
  table.columns = {{std::string(words.one_case)},
                   {std::string(words.state)},
                   {std::string(words.what_happened)},
                   {std::string(words.records)}};
  if (several) table.columns.insert(table.columns.begin() + 1, {std::string(words.provider)});
  for (std::size_t i = from; i < to; ++i) {
    const Evidence& one = *list.cases[i];
    std::vector<std::string> events;
    for (const std::uint64_t index : one.events)
      events.push_back(std::to_string(index));
    html::Row row;
    row.cells.emplace_back(html::code(one.person.hex()));
    if (several) row.cells.emplace_back(html::text(one.key.provider));
    row.cells.emplace_back(html::tag(std::string(duty::to_text(one.state)), tone(one.state)));
    std::string happened = one.sentence;
    if (!one.key.dimension.empty()) happened += "; " + one.key.dimension;
    if (one.count != 1) happened += "; " + counts_for(static_cast<std::uint64_t>(one.count));
    row.cells.emplace_back(html::text(happened));
    row.cells.emplace_back(html::text(events.empty() ? words.no_records : events_named(events)));
    table.rows.push_back(std::move(row));
  }
  return html::table(table);
}

Html pages_of(const CaseList& list, std::size_t number, std::size_t page, std::size_t pages) {
  if (pages == 1) return {};
  html::Pagination out;
  out.label = case_list_words().pages;
  if (page > 0) out.previous = html::NearbyPage{page_url(file_name(list, number, page - 1)), {}};
  if (page + 1 < pages) out.next = html::NearbyPage{page_url(file_name(list, number, page + 1)), {}};
  bool gap = false;
  for (std::size_t i = 0; i < pages; ++i) {
    const bool near = i == 0 || i + 1 == pages || (i + 2 >= page && i <= page + 2);
    if (!near) {
      if (!gap) out.pages.push_back({html::PageLink::Kind::ellipsis, "", {}});
      gap = true;
      continue;
    }
    gap = false;
    out.pages.push_back({i == page ? html::PageLink::Kind::current : html::PageLink::Kind::page,
                         std::to_string(i + 1), page_url(file_name(list, number, i))});
  }
  return html::pagination(out);
}

std::string takeaway(const CaseList& list) {
  std::map<int, std::pair<std::string, std::uint64_t>> states;
  for (const Evidence* one : list.cases) {
    auto& [word, count] = states[rank(one->state)];
    word = duty::to_text(one->state);
    ++count;
  }
  std::vector<std::string> parts;
  for (const auto& [order, state] : states)
    parts.push_back(with_commas(state.second) + " " + state.first);
  return count_of(list.cases.size(), case_list_words().cases) + ": " + listed(parts) + ".";
}

} // namespace

std::map<std::string, std::string> case_lists(const ReportInput& input) {
  std::map<std::string, std::string> out;
  std::size_t number = 0;
  for (const CaseList& list : lists_of(input))
    out[list.clause] = file_name(list, ++number, 0);
  return out;
}

std::vector<CasePage> case_pages(const ReportView& view) {
  std::vector<CasePage> out;
  if (view.published()) return out;
  const bool several = view.statement.statement.providers.size() != 1;
  std::size_t number = 0;
  for (const CaseList& list : lists_of(view.input)) {
    ++number;
    const std::size_t pages = (list.cases.size() + cases_a_page - 1) / cases_a_page;
    for (std::size_t page = 0; page < pages; ++page) {
      Html heading = element("span", {{"class", "caption"}}, list.title);
      heading << html::text(" ") << html::text(report_words().cases_counted);
      Html main = element("h1", heading);
      main << element("p", {{"class", "takeaway"}}, takeaway(list));
      main << html::paragraph(case_list_words().named_by_stream);
      main << rows_of(list, page, several) << pages_of(list, number, page, pages);
      std::string title = pages > 1 ? page_of_cases_of(list.title, page + 1) : cases_of(list.title);
      out.push_back({file_name(list, number, page), std::move(title), std::move(main)});
    }
  }
  return out;
}

} // namespace probity::pages
