#include <algorithm>

#include "contract/provider_words.h"
#include "outcome/publication.h"

namespace probity::contract {
namespace {

using outcome::Proportion;

Proportion proportion(const ProviderVerdict& verdict) {
  return {verdict.counts.cohort.reoffenders, verdict.counts.cohort.people};
}

// Whether the sum over all cohorts would give away what some cohorts withhold.
bool gives_away(const ProviderVerdicts& verdicts, const ProviderVerdict& sum) {
  int times = 0;
  Proportion hidden;
  for (const ProviderCohort& cohort : verdicts.cohorts)
    for (const ProviderVerdict& verdict : cohort.verdicts)
      if (verdict.provider == sum.provider && verdict.withheld) {
        ++times;
        hidden.of += verdict.counts.cohort.people;
        hidden.count += verdict.counts.cohort.reoffenders;
      }
  return times == 1 || (times > 1 && outcome::too_small(hidden));
}

void withhold_together(ProviderVerdicts& verdicts) {
  std::vector<ProviderVerdict>& all = verdicts.together.verdicts;
  for (ProviderVerdict& sum : all)
    sum.withheld = outcome::too_small(proportion(sum)) || gives_away(verdicts, sum);
  const auto hidden = [](const ProviderVerdict& sum) { return sum.withheld; };
  if (std::count_if(all.begin(), all.end(), hidden) != 1) return;
  ProviderVerdict* smallest = nullptr;
  for (ProviderVerdict& sum : all)
    if (!sum.withheld && (smallest == nullptr || sum.counts.cohort.people < smallest->counts.cohort.people))
      smallest = &sum;
  if (smallest != nullptr) smallest->withheld = true;
}

// Nothing of what is withheld stays, so that no output can show it.
void clear_withheld(std::vector<ProviderVerdict>& verdicts) {
  for (ProviderVerdict& verdict : verdicts) {
    if (!verdict.withheld) continue;
    ProviderVerdict bare;
    bare.provider = verdict.provider;
    bare.withheld = true;
    verdict = std::move(bare);
  }
}

} // namespace

void withhold_small(ProviderVerdicts& verdicts) {
  for (ProviderCohort& cohort : verdicts.cohorts) {
    std::vector<Proportion> groups;
    for (const ProviderVerdict& verdict : cohort.verdicts)
      groups.push_back(proportion(verdict));
    const std::vector<bool> withheld = outcome::withheld_groups(groups);
    for (std::size_t i = 0; i < withheld.size(); ++i)
      cohort.verdicts[i].withheld = withheld[i];
  }
  withhold_together(verdicts);
  if (verdicts.funnel) {
    std::vector<outcome::FunnelPoint> shown;
    for (std::size_t i = 0; i < verdicts.funnel->points.size(); ++i)
      if (!verdicts.together.verdicts[i].withheld) shown.push_back(verdicts.funnel->points[i]);
    verdicts.funnel->points = std::move(shown);
  }
  for (ProviderCohort& cohort : verdicts.cohorts)
    clear_withheld(cohort.verdicts);
  clear_withheld(verdicts.together.verdicts);
  for (BodyLeftOut& left : verdicts.left_out)
    left.withheld = left.people < outcome::least_people_published;
  for (BodyLeftOut& left : verdicts.left_out)
    if (left.withheld) left.people = 0;
  if (verdicts.without_body < outcome::least_people_published) verdicts.without_body = 0;
}

std::vector<const ProviderVerdict*> shown_verdicts(const ProviderCohort& cohort) {
  std::vector<const ProviderVerdict*> out;
  for (const ProviderVerdict& verdict : cohort.verdicts)
    if (!verdict.withheld) out.push_back(&verdict);
  return out;
}

} // namespace probity::contract
