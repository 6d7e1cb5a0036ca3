// What the pages of a report are written from, and the parts they are made of. Inside the folder.
#pragma once

#include <map>
#include <vector>

#include "html/components.h"
#include "pages/account/statement_sections.h"
#include "pages/report/report.h"

namespace probity::pages {

struct ReportView {
  const ReportInput& input;
  const StatementView& statement;                // of a published report, what may be published
  std::map<std::string, std::string> case_lists; // clause → its first page of cases
  [[nodiscard]] bool published() const { return input.audience == Audience::publication; }
};

html::Url page_url(const std::string& name);
// "How we worked this out", folded, with the figure's name for those who hear it alone.
html::Html workings(std::string_view of, const html::Html& content);
html::Html list_of(const std::vector<std::string>& lines);
// A link to the cases of a clause; empty when they are not listed.
html::Html cases_link(const ReportView& view, const std::string& clause, const std::string& words);

// Each begins with its page's h1.
html::Html statement_part(const ReportView& view);
html::Html service_levels_part(const ReportView& view);
html::Html outcomes_report_part(const ReportView& view);
html::Html record_part(const ReportView& view);
html::Html checking_part(const ReportView& view);

// The cases of one clause, on as many pages as they need.
struct CasePage {
  std::string name;
  std::string title;
  html::Html main;
};
constexpr std::size_t cases_a_page = 500;
std::map<std::string, std::string> case_lists(const ReportInput& input);
std::vector<CasePage> case_pages(const ReportView& view);

} // namespace probity::pages
