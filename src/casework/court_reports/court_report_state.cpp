#include "casework/court_reports/court_report_state.h"

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/court_report.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace court_report = record::court_report;

const Symbol kind_report("report");

std::vector<Symbol> sorted_names(const record::Amounts* names) {
  std::vector<Symbol> out;
  if (names != nullptr)
    for (const auto& [name, ignored] : *names)
      out.push_back(name);
  std::sort(out.begin(), out.end(), [](Symbol a, Symbol b) { return a.text() < b.text(); });
  return out;
}

} // namespace

Symbol CourtReport::answer_of(Symbol requirement) const {
  for (const Suitability& one : suitability)
    if (one.requirement == requirement) return one.answer;
  return {};
}

std::string_view concordance(const CourtReport& report) {
  if (report.proposal.empty() || report.sentence.empty()) return "none";
  if (report.proposal != report.sentence) return "different";
  return report.proposed == report.imposed ? "full" : "partial";
}

base::Day report_due(const CourtReport& report, const CourtReportPolicy& policy,
                     const rules::WorkingDays& working_days) {
  if (policy.due == ReportDue::court_day) return report.court_day;
  const Limit& limit = report.type == Symbol("oral")   ? policy.oral
                       : report.type == Symbol("fast") ? policy.fast
                                                       : policy.standard;
  return day_after(report.asked, limit, working_days, report.asked);
}

void apply_court_report(CaseState& state, const Event& event) {
  const auto id = event.entity(kind_report);
  if (!id) return;
  CourtReport& one = entity_of(state.court_reports, *id);
  if (is<court_report::asked>(event)) {
    one.type = record::symbol<court_report::asked, "type">(event);
    one.asked = day_of_act(event);
    one.asked_event = event.index;
    one.court_day = record::day<court_report::asked, "due">(event).value_or(one.asked);
  } else if (is<court_report::allocated>(event)) {
    one.author = record::symbol<court_report::allocated, "author">(event);
  } else if (is<court_report::suitability_answered>(event)) {
    const Suitability answer{record::symbol<court_report::suitability_answered, "requirement">(event),
                             record::symbol<court_report::suitability_answered, "answer">(event)};
    const auto found =
        std::find_if(one.suitability.begin(), one.suitability.end(),
                     [&](const Suitability& other) { return other.requirement == answer.requirement; });
    if (found == one.suitability.end())
      one.suitability.push_back(answer);
    else
      *found = answer;
  } else if (is<court_report::adjourned>(event)) {
    one.court_day = record::day<court_report::adjourned, "due">(event).value_or(one.court_day);
    ++one.adjournments;
    if (record::symbol<court_report::adjourned, "asked_by">(event) == Symbol("service"))
      ++one.adjournments_by_service;
  } else if (is<court_report::delivered>(event)) {
    one.delivered = day_of_act(event);
    one.proposal = record::symbol<court_report::delivered, "proposal">(event);
    one.proposed = sorted_names(record::amounts<court_report::delivered, "requirements">(event));
  } else if (is<court_report::withdrawn>(event)) {
    one.withdrawn = true;
  } else if (is<court_report::sentenced>(event)) {
    one.sentence = record::symbol<court_report::sentenced, "sentence">(event);
    one.imposed = sorted_names(record::amounts<court_report::sentenced, "requirements">(event));
  }
}

} // namespace probity::casework
