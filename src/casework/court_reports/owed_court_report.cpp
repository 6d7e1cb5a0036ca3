#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

std::vector<Waiting> allocations(const Situation& situation) {
  std::vector<Waiting> out;
  for (const CourtReport& one : situation.state.court_reports)
    if (one.open() && one.author.empty())
      out.push_back({one.id, one.asked, situation.after(one.asked, situation.policy.court_report.allocated),
                     one.asked_event});
  return out;
}

std::vector<Waiting> reports(const Situation& situation) {
  std::vector<Waiting> out;
  for (const CourtReport& one : situation.state.court_reports)
    if (one.open())
      out.push_back({one.id, one.asked,
                     report_due(one, situation.policy.court_report, situation.working_days),
                     one.asked_event});
  return out;
}

} // namespace

void add_court_report_duties(DutyKinds& kinds) {
  kinds.push_back(standing(obligation("court_report_allocation", "give the report for the court to an author",
                                      Consequence::court, OwedBy::court_team),
                           allocations));
  kinds.push_back(standing(
      obligation("court_report", "deliver the report to the court", Consequence::court, OwedBy::court_team),
      reports));
}

} // namespace probity::casework
