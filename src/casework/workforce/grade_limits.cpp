#include "casework/workforce/grade_limits.h"

namespace probity::casework {
namespace {

// Of the judgements the first since which the level was always above the limit.
AboveGrade above_by_harm(const CaseState& state, const WorkforcePolicy& policy) {
  AboveGrade out{"risk of serious harm is " + std::string(state.harm_level.text()), {}, 0};
  const auto& judgements = state.risk_register.judgements;
  for (auto one = judgements.rbegin(); one != judgements.rend(); ++one) {
    if (harm_rank(one->level) <= harm_rank(policy.services_officer_harm)) break;
    out.since = one->day;
    out.event = one->event;
  }
  return out;
}

} // namespace

std::optional<AboveGrade> above_grade(const CaseState& state, const WorkforcePolicy& policy,
                                      record::Symbol grade) {
  if (grade != record::Symbol("probation_services_officer")) return std::nullopt;
  if (harm_rank(state.harm_level) > harm_rank(policy.services_officer_harm))
    return above_by_harm(state, policy);
  const Holding& holding = state.holding;
  // The first letter is the heaviest tier.
  if (!holding.tier.empty() && holding.tier.text() < policy.services_officer_tier.text())
    return AboveGrade{"the tier is " + std::string(holding.tier.text()), holding.tier_since,
                      holding.tier_event};
  const Tariff* tariff = policy.services_officer_indeterminate ? nullptr : state.parole.tariff();
  if (tariff != nullptr) return AboveGrade{"the sentence is indeterminate", tariff->set, tariff->set_event};
  return std::nullopt;
}

} // namespace probity::casework
