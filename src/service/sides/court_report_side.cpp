#include "service/sides/court_report_side.h"

#include <algorithm>

#include "rules/register.h"
#include "rules/working_days.h"

namespace probity::service {
namespace {

using casework::CourtReport;

CourtReportShown::Stage stage_of(const CourtReport& one) {
  using enum CourtReportShown::Stage;
  if (!one.sentence.empty()) return sentenced;
  if (one.withdrawn) return withdrawn;
  if (one.delivered) return delivered;
  return one.author.empty() ? to_allocate : to_deliver;
}

std::vector<std::string> texts(const std::vector<record::Symbol>& names) {
  std::vector<std::string> out;
  for (const record::Symbol name : names)
    out.emplace_back(name.text());
  return out;
}

CourtReportShown shown(const CourtReport& one, const Caller& caller, const casework::Policy& policy,
                       const rules::WorkingDays& working_days) {
  CourtReportShown out;
  out.id = one.id;
  out.type = one.type.text();
  out.stage = stage_of(one);
  out.asked = one.asked;
  out.court_day = one.court_day;
  out.due = casework::report_due(one, policy.court_report, working_days);
  out.delivered = one.delivered;
  out.author = one.author.text();
  out.own = out.author == caller.member.staff.hex();
  out.adjournments = one.adjournments;
  out.adjournments_by_service = one.adjournments_by_service;
  for (const casework::Suitability& suits : one.suitability)
    out.suitability.push_back({std::string(suits.requirement.text()), std::string(suits.answer.text())});
  out.proposal = one.proposal.text();
  out.proposed = texts(one.proposed);
  out.sentence = one.sentence.text();
  out.imposed = texts(one.imposed);
  out.concordance = casework::concordance(one);
  return out;
}

bool open(const CourtReportShown& one) {
  return one.stage == CourtReportShown::Stage::to_allocate ||
         one.stage == CourtReportShown::Stage::to_deliver;
}

} // namespace

std::string_view to_text(CourtReportShown::Stage stage) {
  switch (stage) {
  case CourtReportShown::Stage::to_allocate:
    return "to_allocate";
  case CourtReportShown::Stage::to_deliver:
    return "to_deliver";
  case CourtReportShown::Stage::delivered:
    return "delivered";
  case CourtReportShown::Stage::sentenced:
    return "sentenced";
  case CourtReportShown::Stage::withdrawn:
    return "withdrawn";
  }
  return "";
}

base::Result<CourtReportsShown> court_reports_of(Office& office, const Caller& caller,
                                                 const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const SeenSide seen, see_side(office, caller, person, Side::court_reports));
  CourtReportsShown out;
  out.side = seen.side;
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), out.side.on));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  const std::vector<CourtReport>& reports = seen.seen.state.court_reports;
  for (auto one = reports.rbegin(); one != reports.rend(); ++one)
    out.reports.push_back(shown(*one, caller, policy, working_days));
  std::stable_sort(out.reports.begin(), out.reports.end(),
                   [](const CourtReportShown& a, const CourtReportShown& b) { return open(a) > open(b); });
  return out;
}

} // namespace probity::service
