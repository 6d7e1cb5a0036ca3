#include "casework/plans/plan_report.h"

#include <algorithm>
#include <tuple>

namespace probity::casework {
namespace {

struct PersonPlans {
  base::StreamId person;
  PlanState state;
};

std::vector<PersonPlans> plans_of(const timeline::Book& book) {
  std::vector<PersonPlans> out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    PersonPlans one{person->name, {}};
    for (const record::Event& event : person->events)
      apply(one.state, event);
    if (!one.state.plans.empty()) out.push_back(std::move(one));
  }
  return out;
}

PlanShelf shelf_of(const std::vector<PersonPlans>& everybody) {
  PlanShelf shelf;
  for (const PersonPlans& one : everybody)
    for (const Plan& plan : one.state.plans)
      if (plan.filed)
        shelf.add({one.person, plan.id, plan.kind, plan.author, plan.filed_index, plan.content.fingerprint});
  return shelf;
}

std::vector<std::string> findings_of(const Plan& plan, const PlanFindings& now) {
  std::set<std::string> names;
  for (const record::Symbol finding : plan.findings)
    names.emplace(finding.text());
  for (const PlanFault fault : now.faults)
    names.emplace(to_text(fault));
  return {names.begin(), names.end()};
}

} // namespace

PlanShelf shelf_of(const timeline::Book& book) {
  return shelf_of(plans_of(book));
}

std::vector<ReportedPlan> report_plans(const timeline::Book& book, const PlanPolicy& policy,
                                       const rules::WorkingDays& working_days, const PlanFilter& filter) {
  const std::vector<PersonPlans> everybody = plans_of(book);
  const PlanShelf shelf = shelf_of(everybody);
  std::vector<ReportedPlan> out;
  for (const PersonPlans& one : everybody) {
    if (filter.person && one.person != *filter.person) continue;
    for (const Plan& plan : one.state.plans) {
      if (!plan.filed || (filter.provider && plan.provider != *filter.provider)) continue;
      const PlanFindings now = check_plan(one.state, one.person, plan, plan.filed_index, shelf, policy);
      ReportedPlan reported;
      reported.person = one.person;
      reported.plan = plan;
      reported.timing = plan_timing(plan.start, plan.kind, *plan.filed, policy, working_days);
      reported.findings = findings_of(plan, now);
      if (!plan.content.fingerprint.empty()) reported.compared = now.compared;
      out.push_back(std::move(reported));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const ReportedPlan& a, const ReportedPlan& b) {
    return std::tie(a.plan.filed, a.person) < std::tie(b.plan.filed, b.person);
  });
  return out;
}

} // namespace probity::casework
