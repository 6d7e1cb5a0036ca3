#include "service/sides/plan_side.h"

#include <algorithm>
#include <tuple>

#include "rules/register.h"
#include "rules/working_days.h"

namespace probity::service {
namespace {

using base::Result;
using casework::Plan;
using casework::PlanFault;

constexpr std::array all_faults = {PlanFault::blank, PlanFault::boilerplate, PlanFault::near_copy,
                                   PlanFault::needs_without_actions, PlanFault::dates_outside_order};

PlanShown::Status status_of(const Plan& one) {
  using enum PlanShown::Status;
  if (one.withdrawn) return withdrawn;
  if (one.ended) return ended;
  if (one.returned) return sent_back;
  if (!one.filed) return draft;
  if (one.to_replace) return to_replace;
  return one.signed_off ? signed_off : filed;
}

// What a check would find now of the content by itself, and of a filed plan also what the check found when it
// was filed or reviewed: nothing is mended by others' plans going away.
std::vector<PlanCheckShown> checks_of(const Plan& one, const casework::PlanTerm* term,
                                      const casework::PlanPolicy& policy) {
  const std::vector<PlanFault> now = casework::content_faults(one.content, term, policy);
  std::vector<PlanCheckShown> out;
  for (const PlanFault fault : all_faults) {
    const bool compared = fault == PlanFault::boilerplate || fault == PlanFault::near_copy;
    const bool found = std::find(now.begin(), now.end(), fault) != now.end() ||
                       std::any_of(one.findings.begin(), one.findings.end(),
                                   [&](record::Symbol name) { return name.text() == to_text(fault); });
    using enum PlanCheckShown::Result;
    out.push_back({fault, found ? failed : compared && one.verdict.empty() ? when_filed : passed});
  }
  return out;
}

PlanShown shown(const Plan& one, const casework::PlanState& state, const Caller& caller,
                const casework::PlanPolicy& policy, const rules::WorkingDays& working_days) {
  PlanShown out;
  out.id = one.id;
  out.kind = one.kind.text();
  out.status = status_of(one);
  out.own = one.author.text() == caller.member.staff.hex();
  out.filed = one.filed;
  if (one.last_filed && one.last_filed != one.filed) out.refiled = one.last_filed;
  const auto start = one.filed ? one.start : state.start(one.kind);
  const casework::PlanTiming timing =
      casework::plan_timing(start, one.kind, one.filed.value_or(base::Day{}), policy, working_days);
  out.due = timing.due;
  if (one.filed) out.timing = casework::to_text(timing.word);
  out.checks = checks_of(one, state.term(), policy);
  out.written_here = one.content.written_here;
  out.words = one.content.words;
  for (const record::Symbol need : one.content.needs)
    out.needs.emplace_back(need.text());
  out.objectives = one.content.objectives;
  out.actions = one.content.actions;
  out.agreement = one.agreement.text();
  out.review_by = one.review_by;
  out.reviewed = one.reviewed;
  return out;
}

bool at_work(const PlanShown& one) {
  return one.status == PlanShown::Status::draft || one.status == PlanShown::Status::sent_back;
}

} // namespace

std::string_view to_text(PlanShown::Status status) {
  switch (status) {
  case PlanShown::Status::draft:
    return "draft";
  case PlanShown::Status::filed:
    return "filed";
  case PlanShown::Status::signed_off:
    return "signed_off";
  case PlanShown::Status::sent_back:
    return "sent_back";
  case PlanShown::Status::to_replace:
    return "to_replace";
  case PlanShown::Status::ended:
    return "ended";
  case PlanShown::Status::withdrawn:
    return "withdrawn";
  }
  return "";
}

Result<PlansShown> plans_of(Office& office, const Caller& caller, const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const SeenSide seen, see_side(office, caller, person, Side::plans));
  const casework::PlanState& state = seen.seen.state.plans;
  PlansShown out;
  out.side = seen.side;
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), out.side.on));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  for (auto one = state.plans.rbegin(); one != state.plans.rend(); ++one)
    out.plans.push_back(shown(*one, state, caller, policy.plans, working_days));
  std::stable_sort(out.plans.begin(), out.plans.end(),
                   [](const PlanShown& a, const PlanShown& b) { return at_work(a) > at_work(b); });
  return out;
}

} // namespace probity::service
