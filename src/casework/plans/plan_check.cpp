#include "casework/plans/plan_check.h"

#include <algorithm>

#include "casework/policy.h"

namespace probity::casework {
namespace {

using record::Symbol;

bool blank(const PlanContent& content, const PlanPolicy& policy) {
  if (content.words.value_or(0) < policy.words_least) return true;
  // Pages of text that plan nothing are as blank as empty ones.
  if (content.written_here) return content.needs.empty() && content.actions.empty();
  return content.needs_counted == 0 && content.actions_counted == 0;
}

bool needs_without_actions(const PlanContent& content) {
  if (!content.written_here) return content.needs_counted > 0 && content.actions_counted == 0;
  return std::any_of(content.needs.begin(), content.needs.end(), [&](Symbol need) {
    return std::none_of(content.actions.begin(), content.actions.end(),
                        [need](const PlanAction& action) { return action.need == need; });
  });
}

bool dates_outside(const PlanContent& content, const PlanTerm& term) {
  const auto outside = [&term](base::Day day) { return day < term.from || (term.last && *term.last < day); };
  return std::any_of(content.objectives.begin(), content.objectives.end(),
                     [&](const PlanObjective& one) { return outside(one.by); }) ||
         std::any_of(content.actions.begin(), content.actions.end(),
                     [&](const PlanAction& one) { return outside(one.by); });
}

} // namespace

std::string_view to_text(PlanFault fault) {
  switch (fault) {
  case PlanFault::blank:
    return "blank";
  case PlanFault::boilerplate:
    return "boilerplate";
  case PlanFault::near_copy:
    return "near_copy";
  case PlanFault::needs_without_actions:
    return "needs_without_actions";
  case PlanFault::dates_outside_order:
    return "dates_outside_order";
  }
  return "";
}

std::string_view to_text(PlanTiming::Word word) {
  switch (word) {
  case PlanTiming::Word::on_time:
    return "on_time";
  case PlanTiming::Word::late:
    return "late";
  case PlanTiming::Word::no_clock:
    return "no_clock";
  }
  return "";
}

void PlanShelf::add(ShelvedPlan plan) {
  if (plan.fingerprint.empty()) return;
  for (const std::int64_t hash : plan.fingerprint)
    by_hash_[hash].push_back(plans_.size());
  ++of_kind_[plan.kind.text()];
  ++of_person_[{plan.person, plan.kind.text()}];
  plans_.push_back(std::move(plan));
}

std::vector<PlanShelf::Twin> PlanShelf::twins(const base::StreamId& person, const Plan& plan,
                                              int least_percent) const {
  // Each candidate once; whoever has no hash in common with it has nothing in common.
  std::set<std::size_t> candidates;
  for (const std::int64_t hash : plan.content.fingerprint)
    if (const auto found = by_hash_.find(hash); found != by_hash_.end())
      candidates.insert(found->second.begin(), found->second.end());
  std::vector<Twin> out;
  for (const std::size_t position : candidates) {
    const ShelvedPlan& other = plans_[position];
    if (other.person == person || other.kind != plan.kind) continue;
    const int percent = percent_alike(plan.content.fingerprint, other.fingerprint);
    if (percent >= least_percent) out.push_back({&other, percent});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Twin& a, const Twin& b) { return a.percent > b.percent; });
  return out;
}

PlanShelf::Likeness PlanShelf::likeness(const base::StreamId& person, const Plan& plan, std::uint64_t before,
                                        const PlanPolicy& policy) const {
  Likeness out;
  const auto all = of_kind_.find(plan.kind.text());
  const auto own = of_person_.find({person, plan.kind.text()});
  out.others = (all == of_kind_.end() ? 0 : all->second) - (own == of_person_.end() ? 0 : own->second);
  for (const auto& [other, percent] :
       twins(person, plan, std::min(policy.boilerplate_percent, policy.near_copy_percent))) {
    out.alike += percent >= policy.boilerplate_percent ? 1 : 0;
    out.near_copies += percent >= policy.near_copy_percent && !plan.author.empty() &&
                               other->author == plan.author && other->filed_index < before
                           ? 1
                           : 0;
  }
  return out;
}

std::vector<PlanFault> content_faults(const PlanContent& content, const PlanTerm* term,
                                      const PlanPolicy& policy) {
  std::vector<PlanFault> out;
  if (blank(content, policy)) out.push_back(PlanFault::blank);
  if (needs_without_actions(content)) out.push_back(PlanFault::needs_without_actions);
  if (term != nullptr && dates_outside(content, *term)) out.push_back(PlanFault::dates_outside_order);
  return out;
}

base::Day plan_due(const PlanStart& start, Symbol kind, const PlanPolicy& policy,
                   const rules::WorkingDays& working_days) {
  return day_after(start.day, kind == Symbol("resettlement") ? policy.resettlement_due : policy.sentence_due,
                   working_days, start.day);
}

PlanTiming plan_timing(const std::optional<PlanStart>& start, Symbol kind, base::Day filed,
                       const PlanPolicy& policy, const rules::WorkingDays& working_days) {
  if (!start || (kind == Symbol("resettlement") && start->day < policy.resettlement_from)) return {};
  PlanTiming out;
  out.due = plan_due(*start, kind, policy, working_days);
  out.word = filed <= *out.due ? PlanTiming::Word::on_time : PlanTiming::Word::late;
  return out;
}

PlanFindings check_plan(const PlanState& state, const base::StreamId& person, const Plan& plan,
                        std::uint64_t before, const PlanShelf& shelf, const PlanPolicy& policy) {
  PlanFindings out;
  out.faults = content_faults(plan.content, state.term(), policy);
  const PlanShelf::Likeness likeness = shelf.likeness(person, plan, before, policy);
  out.compared = plan.content.fingerprint.empty() ? 0 : likeness.others;
  if (likeness.alike >= policy.boilerplate_plans) out.faults.push_back(PlanFault::boilerplate);
  if (likeness.near_copies > 0) out.faults.push_back(PlanFault::near_copy);
  std::sort(out.faults.begin(), out.faults.end());
  return out;
}

} // namespace probity::casework
