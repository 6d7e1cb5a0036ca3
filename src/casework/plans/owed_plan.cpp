#include "casework/plans/plan_check.h"
#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

const record::Symbol sentence("sentence");
const record::Symbol resettlement("resettlement");

std::vector<Waiting> first_plan(const Situation& now, record::Symbol kind) {
  const auto start = now.state.plans.start(kind);
  if (!start) return {};
  return {
      {start->entity, start->day, plan_due(*start, kind, now.policy.plans, now.working_days), start->index}};
}

std::vector<Waiting> sentence_plan(const Situation& now) {
  if (now.state.plans.sentence_plan_filed || now.state.order() == nullptr) return {};
  return first_plan(now, sentence);
}

std::vector<Waiting> resettlement_plan(const Situation& now) {
  const auto& reception = now.state.plans.reception;
  if (now.state.plans.resettlement_plan_filed || !now.state.in_custody || !reception ||
      reception->day < now.policy.plans.resettlement_from)
    return {};
  return first_plan(now, resettlement);
}

// Of the plans written here: what was filed elsewhere was signed and reviewed there.
template <class Due> std::vector<Waiting> of_standing(const Situation& now, Due due) {
  std::vector<Waiting> out;
  for (const record::Symbol kind : {sentence, resettlement}) {
    const Plan* one = now.state.plans.standing(kind);
    if (one == nullptr || !one->drafted) continue;
    if (const std::optional<Waiting> waiting = due(*one)) out.push_back(*waiting);
  }
  return out;
}

std::vector<Waiting> signature(const Situation& now) {
  return of_standing(now, [&now](const Plan& one) -> std::optional<Waiting> {
    if (one.signed_off) return std::nullopt;
    return Waiting{one.id, *one.last_filed, now.after(*one.last_filed, now.policy.plans.signed_off),
                   one.filed_index};
  });
}

// On the list from the day on which it is due: a review is not late before.
std::vector<Waiting> review(const Situation& now) {
  return of_standing(now, [&now](const Plan& one) -> std::optional<Waiting> {
    if (one.to_replace) return std::nullopt;
    const base::Day due =
        one.review_by.value_or(now.after(one.reviewed.value_or(*one.last_filed), now.policy.plans.reviewed));
    return Waiting{one.id, due, due, one.reviewed ? one.reviewed_index : one.filed_index};
  });
}

std::vector<Waiting> replacement(const Situation& now) {
  return of_standing(now, [&now](const Plan& one) -> std::optional<Waiting> {
    if (!one.to_replace) return std::nullopt;
    return Waiting{one.id, *one.reviewed, now.after(*one.reviewed, now.policy.plans.replaced),
                   one.reviewed_index};
  });
}

std::vector<Waiting> mending(const Situation& now) {
  std::vector<Waiting> out;
  for (const Plan& one : now.state.plans.plans)
    if (one.returned && one.returned_on)
      out.push_back({one.id, *one.returned_on, now.after(*one.returned_on, now.policy.plans.mended),
                     one.returned_index});
  return out;
}

} // namespace

void add_plan_duties(DutyKinds& kinds) {
  const auto add = [&kinds](std::string_view kind, std::string_view what,
                            std::vector<Waiting> (*waiting)(const Situation&),
                            OwedBy by = OwedBy::practitioner) {
    kinds.push_back({obligation(kind, what, Consequence::person, by), {}, nullptr, waiting});
  };
  add("sentence_plan", "file the sentence plan", sentence_plan);
  add("resettlement_plan", "file the plan for release", resettlement_plan);
  add("plan_mending", "mend the plan that was sent back and file it again", mending);
  add("plan_replacement", "file the plan that replaces the reviewed one", replacement);
  add("plan_signature", "sign the plan off or send it back", signature, OwedBy::senior_probation_officer);
  add("plan_review", "review the plan", review);
}

} // namespace probity::casework
