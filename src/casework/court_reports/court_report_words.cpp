#include "casework/case_words.h"

namespace probity::casework {
namespace {

std::string report_text(const CourtReport& one) {
  if (one.withdrawn) return "withdrawn";
  if (!one.sentence.empty()) return one.delivered ? "sentenced" : "sentenced_without";
  if (one.delivered) return "delivered";
  return one.author.empty() ? "asked" : "allocated";
}

} // namespace

void add_court_report_words(CaseWords& words, const CaseState& state) {
  const bool none = state.court_reports.empty();
  const CourtReport last = none ? CourtReport{} : state.court_reports.back();
  words.emplace_back("report", none ? "none" : report_text(last));
  words.emplace_back("report_adjournments", std::to_string(last.adjournments));
  words.emplace_back("report_adjournments_by_service", std::to_string(last.adjournments_by_service));
  words.emplace_back("concordance", concordance(last));
}

} // namespace probity::casework
