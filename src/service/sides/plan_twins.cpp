#include "service/sides/plan_twins.h"

#include "rules/register.h"
#include "service/asking.h"
#include "service/shelf_loader.h"

namespace probity::service {
namespace {

using base::Result;

struct Asked {
  access::Permission permission;
  PlanTwins twins;
  casework::Plan plan;
  int least_percent = 0;
};

Result<Asked> ask_about_plan(Office& office, const Caller& caller, const base::StreamId& person,
                             const base::EntityId& plan) {
  const auto held = office.hold();
  PROBITY_ASSIGN(access::Permission permission,
                 ask_about(office, caller, access::Action::see_twins, person, "plan_twins"));
  PlanTwins out;
  out.person = office.follower().standing_name(person);
  out.name = office.name_of(out.person);
  out.plan = plan;
  const auto seen = office.follower().lists().find(out.person);
  const casework::Plan* found = seen->state.plans.plan(plan);
  if (found == nullptr || !found->filed)
    return base::fail(base::ErrorCode::not_found, "the case has no such plan that was filed", "plan",
                      "Go to the plans of the case and choose one there");
  out.kind = found->kind.text();
  out.has_text = !found->content.fingerprint.empty();
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), office.today()));
  return Asked{std::move(permission), std::move(out), *found,
               std::min(policy.plans.boilerplate_percent, policy.plans.near_copy_percent)};
}

} // namespace

Result<PlanTwins> plan_twins(Office& office, const Caller& caller, const base::StreamId& person,
                             const base::EntityId& plan) {
  PROBITY_ASSIGN(Asked asked, ask_about_plan(office, caller, person, plan));
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(office.ledger_file()));
  PROBITY_ASSIGN(const casework::PlanShelf shelf, load_shelf(ledger));
  const auto held = office.hold();
  std::vector<base::StreamId> named;
  for (const auto& [other, percent] : shelf.twins(asked.twins.person, asked.plan, asked.least_percent)) {
    const base::StreamId name = office.follower().standing_name(other->person);
    const auto seen = office.follower().lists().find_listed(name);
    if (!seen || !may_see(office, caller, seen->holder)) {
      ++asked.twins.closed;
      continue;
    }
    asked.twins.twins.push_back({name, office.name_of(name), other->plan, percent,
                                 !asked.plan.author.empty() && other->author == asked.plan.author,
                                 other->filed_index < asked.plan.filed_index});
    named.push_back(name);
  }
  log_list(office, asked.permission, "plan_twins", std::move(named));
  return std::move(asked.twins);
}

} // namespace probity::service
