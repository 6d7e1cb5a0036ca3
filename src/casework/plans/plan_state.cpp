#include "casework/plans/plan_state.h"

#include <algorithm>

#include "casework/fold.h"
#include "record/appointment.h"
#include "record/custody.h"
#include "record/plan.h"
#include "record/sentence.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace appointment = record::appointment;
namespace custody = record::custody;
namespace plan = record::plan;
namespace sentence = record::sentence;

const Symbol kind_plan("plan");
const Symbol resettlement("resettlement");

PlanAction action_of(const Event& event) {
  PlanAction out;
  out.number = record::integer<plan::action_set, "number">(event).value_or(0);
  out.need = record::symbol<plan::action_set, "need">(event);
  out.action = record::symbol<plan::action_set, "action">(event);
  out.owner = record::symbol<plan::action_set, "owner">(event);
  out.by = record::day<plan::action_set, "by">(event).value_or(day_of_act(event));
  return out;
}

// What a draft is made of.
void apply_content(PlanContent& content, const Event& event) {
  if (is<plan::need_named>(event)) {
    const Symbol need = record::symbol<plan::need_named, "need">(event);
    if (std::find(content.needs.begin(), content.needs.end(), need) == content.needs.end())
      content.needs.push_back(need);
  } else if (is<plan::objective_set>(event)) {
    const PlanObjective one{record::symbol<plan::objective_set, "need">(event),
                            record::symbol<plan::objective_set, "objective">(event),
                            record::day<plan::objective_set, "by">(event).value_or(day_of_act(event))};
    std::erase_if(content.objectives, [&one](const PlanObjective& other) {
      return other.need == one.need && other.objective == one.objective;
    });
    content.objectives.push_back(one);
  } else if (is<plan::action_set>(event)) {
    const PlanAction one = action_of(event);
    std::erase_if(content.actions, [&one](const PlanAction& other) { return other.number == one.number; });
    content.actions.push_back(one);
  } else if (is<plan::action_ended>(event)) {
    const auto number = record::integer<plan::action_ended, "number">(event);
    for (PlanAction& action : content.actions)
      if (action.number == number) action.result = record::symbol<plan::action_ended, "result">(event);
  } else if (is<plan::written>(event)) {
    content.words = record::integer<plan::written, "words">(event);
    content.fingerprint.clear();
    if (const record::Amounts* hashes = record::amounts<plan::written, "fingerprint">(event))
      for (const auto& place : *hashes)
        content.fingerprint.push_back(place.second);
    std::sort(content.fingerprint.begin(), content.fingerprint.end());
  }
}

void apply_filed(PlanState& state, Plan& one, const Event& event) {
  one.kind = record::symbol<plan::filed, "kind">(event);
  if (const Symbol by = record::symbol<plan::filed, "by">(event); !by.empty()) one.author = by;
  one.provider = state.provider;
  one.content.words = record::integer<plan::filed, "words">(event);
  one.content.needs_counted = record::integer<plan::filed, "needs">(event).value_or(-1);
  one.content.actions_counted = record::integer<plan::filed, "actions">(event).value_or(-1);
  if (!one.filed) {
    one.filed = event.recorded_day;
    one.start = state.start(one.kind);
  }
  one.last_filed = event.recorded_day;
  one.filed_index = event.index;
  one.returned = false;
  one.review_by = record::day<plan::filed, "review_by">(event);
  (one.kind == resettlement ? state.resettlement_plan_filed : state.sentence_plan_filed) = true;
}

void apply_checked(Plan& one, const Event& event) {
  one.verdict = record::symbol<plan::checked, "verdict">(event);
  if (const Symbol timing = record::symbol<plan::checked, "timing">(event); !timing.empty())
    one.timing = timing;
  one.findings.clear();
  if (const record::Amounts* findings = record::amounts<plan::checked, "findings">(event))
    for (const auto& finding : *findings)
      one.findings.push_back(finding.first);
}

void apply_reviewed(Plan& one, const Event& event) {
  one.reviewed = day_of_act(event);
  one.reviewed_index = event.index;
  one.review_by = record::day<plan::reviewed, "review_by">(event);
  const Symbol result = record::symbol<plan::reviewed, "result">(event);
  one.to_replace = result == Symbol("to_replace");
  one.ended = result == Symbol("ended");
}

void apply_plan(PlanState& state, const Event& event) {
  const auto id = event.entity(kind_plan);
  if (!id) return;
  Plan& one = entity_of(state.plans, *id);
  apply_content(one.content, event);
  if (is<plan::drafted>(event)) {
    one.drafted = one.content.written_here = true;
    one.kind = record::symbol<plan::drafted, "kind">(event);
    one.author = record::symbol<plan::drafted, "by">(event);
  } else if (is<plan::filed>(event)) {
    apply_filed(state, one, event);
  } else if (is<plan::checked>(event)) {
    apply_checked(one, event);
  } else if (is<plan::agreement_recorded>(event)) {
    one.agreement = record::symbol<plan::agreement_recorded, "agreement">(event);
  } else if (is<plan::signed_off>(event)) {
    one.signed_off = true;
  } else if (is<plan::returned>(event)) {
    one.returned = true;
    one.returned_on = day_of_act(event);
    one.returned_index = event.index;
  } else if (is<plan::reviewed>(event)) {
    apply_reviewed(one, event);
  } else if (is<plan::withdrawn>(event)) {
    one.withdrawn = true;
  }
}

// Only under sentence or after recall is a plan for release owed; nobody knows yet whether a person on remand
// will be sentenced.
void apply_custody(PlanState& state, const Event& event) {
  if (is<custody::received>(event)) {
    const Symbol reason = record::symbol<custody::received, "reason">(event);
    const auto id = event.entity(Symbol("custody"));
    if (!id || (reason != Symbol("sentence") && reason != Symbol("recall"))) return;
    state.reception = PlanStart{*id, day_of_act(event), event.index};
    state.resettlement_plan_filed = false;
  } else if (is<custody::release_notified>(event) || is<custody::release_recorded>(event)) {
    state.reception.reset();
  }
}

void apply_sentence(PlanState& state, const Event& event) {
  const auto id = event.entity(Symbol("order"));
  if (!id) return;
  if (is<sentence::imposed>(event)) {
    PlanTerm term;
    term.order = *id;
    term.from = day_of_act(event);
    if (const auto days = record::integer<sentence::imposed, "length_days">(event))
      term.last = term.from + static_cast<int>(*days) - 1;
    std::erase_if(state.terms, [&id](const PlanTerm& other) { return other.order == *id; });
    state.terms.push_back(term);
    state.latest_order = event.index;
    state.first_attended.reset();
    state.sentence_plan_filed = false;
  } else if (is<sentence::order_terminated>(event)) {
    for (PlanTerm& term : state.terms)
      if (term.order == *id) term.ended = true;
  }
}

// A correction that takes the attendance away takes the start away.
void apply_outcome(PlanState& state, const Event& event) {
  if (!is<appointment::outcome_recorded>(event)) return;
  const auto id = event.entity(Symbol("appointment"));
  const Symbol outcome = record::symbol<appointment::outcome_recorded, "outcome">(event);
  const bool attended =
      outcome == Symbol("attended_complied") || outcome == Symbol("attended_failed_to_comply");
  if (!id || !attended) return;
  const base::Day day = day_of_act(event);
  if (!state.first_attended || day < state.first_attended->day)
    state.first_attended = PlanStart{*id, day, event.index};
  // An attendance that is entered late, or comes after an early plan, starts the clock that the plan
  // answered.
  for (Plan& one : state.plans)
    if (one.filed && one.kind == Symbol("sentence") && one.filed_index > state.latest_order)
      one.start = state.first_attended;
}

} // namespace

const Plan* PlanState::plan(const base::EntityId& id) const {
  return find_entity(plans, id);
}

const Plan* PlanState::draft(Symbol kind) const {
  const auto found = std::find_if(plans.begin(), plans.end(),
                                  [kind](const Plan& one) { return one.kind == kind && one.open(); });
  return found == plans.end() ? nullptr : &*found;
}

const Plan* PlanState::standing(Symbol kind) const {
  const Plan* last = nullptr;
  for (const Plan& one : plans)
    if (one.kind == kind && one.stands() && (last == nullptr || last->filed_index < one.filed_index))
      last = &one;
  return last;
}

const PlanTerm* PlanState::term() const {
  const PlanTerm* latest = nullptr;
  for (const PlanTerm& term : terms)
    if (!term.ended && (latest == nullptr || latest->from <= term.from)) latest = &term;
  return latest;
}

std::optional<PlanStart> PlanState::start(Symbol kind) const {
  return kind == resettlement ? reception : first_attended;
}

void apply(PlanState& state, const Event& event) {
  if (event.type == nullptr) return;
  if (is<record::supervision::provider_assigned>(event)) {
    const Symbol provider = record::symbol<record::supervision::provider_assigned, "provider">(event);
    state.provider = provider == Symbol("none") ? Symbol{} : provider;
  }
  apply_sentence(state, event);
  apply_custody(state, event);
  apply_outcome(state, event);
  apply_plan(state, event);
}

} // namespace probity::casework
