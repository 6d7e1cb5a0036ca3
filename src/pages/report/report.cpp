#include "pages/report/report.h"

#include "base/result.h"
#include "html/page.h"
#include "pages/report/report_view.h"
#include "pages/report/report_words.h"
#include "pages/report/small_numbers.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using html::element;
using html::Html;
using State = html::NavigationItem::State;

struct Part {
  const char* name;
  std::string_view ReportWords::*words;
  Html (*write)(const ReportView& view);
};

constexpr Part parts[] = {{"index.html", &ReportWords::statement, statement_part},
                          {"levels.html", &ReportWords::service_levels, service_levels_part},
                          {"outcomes.html", &ReportWords::outcomes, outcomes_report_part},
                          {"record.html", &ReportWords::record, record_part},
                          {"check.html", &ReportWords::check, checking_part}};

html::Page page_of(const ReportView& view, std::string_view current, State state) {
  const ReportWords& words = report_words();
  const contract::Statement& statement = view.statement.statement;
  html::Page out;
  out.section = statement.title + ", " + in_words(statement.period);
  out.home = page_url("index.html");
  for (const Part& part : parts) {
    html::NavigationItem item;
    item.words = html::text(words.*part.words);
    item.to = page_url(part.name);
    if (part.name == current) item.state = state;
    out.navigation.push_back(std::move(item));
  }
  out.footer = html::paragraph(words.anyone_can_compute);
  out.footer << html::paragraph(
      known_at(statement.contract, in_words(statement.period), statement.size, statement.origin));
  if (view.published()) out.footer << html::paragraph(words.published_version);
  return out;
}

Html crumbs(std::string_view of) {
  html::Breadcrumbs out;
  out.crumbs.push_back({html::text(report_words().service_levels), page_url("levels.html")});
  out.crumbs.push_back({html::text(of), {}});
  return html::breadcrumbs(out);
}

} // namespace

html::Url page_url(const std::string& name) {
  const auto url = html::Url::parse(name);
  PROBITY_ENSURE(url.has_value());
  return *url;
}

Html workings(std::string_view of, const Html& content) {
  Html summary = html::text(report_words().workings);
  summary << element("span", {{"class", "govuk-visually-hidden"}}, ": " + std::string(of));
  return html::details(summary, content);
}

Html list_of(const std::vector<std::string>& lines) {
  Html items;
  for (const std::string& line : lines)
    items << element("li", line);
  return element("ul", items);
}

Html cases_link(const ReportView& view, const std::string& clause, const std::string& words) {
  const auto found = view.case_lists.find(clause);
  if (found == view.case_lists.end()) return {};
  return element("a", {{"class", "govuk-link"}, html::href(page_url(found->second))}, words);
}

base::Result<void> make_report(
    const ReportInput& input,
    const std::function<base::Result<void>(const std::string& name, const std::string& page)>& write) {
  contract::Settlement shown;
  const contract::Statement& settled = input.settlement.statement;
  const contract::Terms& terms = input.contract.terms_at(settled.period.first(), settled.known_on);
  const bool publication = input.audience == Audience::publication;
  if (publication) shown.statement = published(settled, terms);
  const contract::Settlement& settlement = publication ? shown : input.settlement;
  const StatementView statement{settlement, settlement.statement, input.contract,
                                terms,      input.files,          bridge(settlement.statement, terms)};
  const ReportView view{input, statement,
                        publication ? std::map<std::string, std::string>{} : case_lists(input)};
  for (const Part& part : parts) {
    html::Page page = page_of(view, part.name, State::current);
    page.title =
        std::string(report_words().*part.words) + " - " + in_words(settled.period) + " - " + settled.title;
    page.main = part.write(view);
    PROBITY_TRY(write(part.name, html::to_document(page)));
  }
  for (CasePage& cases : case_pages(view)) {
    html::Page page = page_of(view, "levels.html", State::active);
    page.title = cases.title + " - " + in_words(settled.period) + " - " + settled.title;
    page.before_main = crumbs(cases.title);
    page.main = std::move(cases.main);
    PROBITY_TRY(write(cases.name, html::to_document(page)));
  }
  return {};
}

} // namespace probity::pages
