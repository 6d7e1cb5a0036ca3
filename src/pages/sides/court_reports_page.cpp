#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using service::CourtReportShown;

namespace {

Tone tone_of(const CourtReportShown& one, base::Day on) {
  const bool open =
      one.stage == CourtReportShown::Stage::to_allocate || one.stage == CourtReportShown::Stage::to_deliver;
  if (open) return one.due < on ? Tone::bad : Tone::attention;
  return one.stage == CourtReportShown::Stage::withdrawn ? Tone::neutral : Tone::good;
}

std::string author_of(const CourtReportShown& one) {
  const SideWords& words = side_words();
  if (one.author.empty()) return std::string(words.nobody);
  return one.own ? std::string(words.you) : one.author.substr(0, 8);
}

Html suitability_of(const CourtReportShown& one) {
  if (one.suitability.empty()) return text(side_words().no_suitability);
  Html items;
  for (const service::ShownField& suits : one.suitability)
    items << element("li", code_in_words(suits.name) + ": " + code_words(suits.value));
  return element("ul", {{"class", "probity-facts"}}, items);
}

std::string with_requirements(const std::string& sentence, const std::vector<std::string>& requirements) {
  if (sentence.empty()) return std::string(side_words().none);
  std::string out = code_in_words(sentence);
  for (const std::string& one : requirements)
    out += ", " + code_words(one);
  return out;
}

std::string put_back(const CourtReportShown& one) {
  const SideWords& words = side_words();
  std::string out = count_of(static_cast<std::uint64_t>(one.adjournments), "times");
  if (one.adjournments_by_service > 0)
    out += ", " + std::to_string(one.adjournments_by_service) + " " + std::string(words.by_us);
  return out;
}

Html report_of(const CourtReportShown& one, base::Day on) {
  const SideWords& words = side_words();
  std::vector<SummaryRow> rows;
  rows.push_back({std::string(words.state), tag(words_for(one.stage), tone_of(one, on))});
  rows.push_back({std::string(words.asked_on), text(in_words(one.asked))});
  rows.push_back({std::string(words.court_day), text(in_words(one.court_day))});
  rows.push_back({std::string(words.report_due), text(in_words(one.due))});
  rows.push_back({std::string(words.author), text(author_of(one))});
  if (one.adjournments > 0) rows.push_back({std::string(words.adjourned), text(put_back(one))});
  rows.push_back({std::string(words.suitability), suitability_of(one)});
  if (one.delivered) {
    rows.push_back({std::string(words.delivered), text(in_words(*one.delivered))});
    rows.push_back({std::string(words.proposal), text(with_requirements(one.proposal, one.proposed))});
  }
  if (!one.sentence.empty())
    rows.push_back({std::string(words.sentence), text(with_requirements(one.sentence, one.imposed))});
  if (one.concordance != "none")
    rows.push_back({std::string(words.concordance), text(code_in_words(one.concordance))});
  Html out = element("h2", code_in_words(one.type) + ", " + one.id.hex().substr(0, 8));
  out << summary_list(rows);
  return out;
}

} // namespace

std::string court_reports_page(const service::CourtReportsShown& shown, const Reader& reader) {
  const SideWords& words = side_words();
  Html own;
  if (shown.reports.empty()) own << paragraph(words.no_reports);
  for (const CourtReportShown& one : shown.reports)
    own << report_of(one, shown.side.on);
  return side_page(shown.side, PageOfCase::court_reports, words.court_reports, own, reader);
}

} // namespace probity::pages
