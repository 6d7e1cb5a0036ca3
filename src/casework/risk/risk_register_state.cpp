#include "casework/risk/risk_register_state.h"

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/risk.h"
#include "record/risk_register.h"
#include "record/sentence.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace risk = record::risk;

const Symbol kind_assessment("assessment");
const Symbol kind_flag("flag");

void apply_assessment(RiskRegister& all, const Event& event) {
  const auto id = event.entity(kind_assessment);
  if (!id) return;
  Assessment& one = entity_of(all.assessments, *id);
  if (is<risk::assessment_started>(event)) {
    one.purpose = record::symbol<risk::assessment_started, "purpose">(event);
    one.started = day_of_act(event);
    one.started_event = event.index;
  } else if (is<risk::assessment_completed>(event)) {
    one.completed = day_of_act(event);
    one.completed_event = event.index;
    one.completed_by = record::symbol<risk::assessment_completed, "by">(event);
  } else if (is<risk::assessment_locked>(event)) {
    one.locked = true;
  } else if (is<risk::assessment_abandoned>(event)) {
    one.abandoned = true;
  }
}

void apply_judgement(RiskRegister& all, const Event& event) {
  HarmJudgement one;
  one.level = record::symbol<risk::harm_level_judged, "level">(event);
  one.by = record::symbol<risk::harm_level_judged, "by">(event);
  one.day = day_of_act(event);
  one.event = event.index;
  if (const record::Amounts* groups = record::amounts<risk::harm_level_judged, "groups">(event))
    for (const auto& [name, ignored] : *groups) {
      const std::string_view text = name.text();
      const std::size_t equals = text.find('=');
      if (equals != std::string_view::npos)
        one.groups.emplace_back(Symbol(text.substr(0, equals)), Symbol(text.substr(equals + 1)));
    }
  all.judgements.push_back(std::move(one));
}

void apply_flag(RiskRegister& all, const Event& event) {
  const auto id = event.entity(kind_flag);
  if (!id) return;
  Flag& one = entity_of(all.flags, *id);
  if (is<risk::flag_added>(event)) {
    one.kind = record::symbol<risk::flag_added, "kind">(event);
    one.level = record::symbol<risk::flag_added, "level">(event);
    one.category = record::symbol<risk::flag_added, "category">(event);
    one.review_by = record::day<risk::flag_added, "review_by">(event);
    one.seen = day_of_act(event);
    one.seen_event = event.index;
  } else if (is<risk::flag_reviewed>(event)) {
    if (const Symbol level = record::symbol<risk::flag_reviewed, "level">(event); !level.empty())
      one.level = level;
    one.review_by = record::day<risk::flag_reviewed, "review_by">(event);
    one.seen = day_of_act(event);
    one.seen_event = event.index;
  } else if (is<risk::flag_removed>(event)) {
    one.removed = true;
  }
}

} // namespace

Symbol HarmJudgement::level_of(Symbol group) const {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == group; });
  return found == groups.end() ? Symbol{} : found->second;
}

bool Flag::in_force(const RiskRegisterPolicy& policy) const {
  return !removed && (!supervision_ended || policy.flags_that_stay.contains(kind.text()));
}

const Assessment* RiskRegister::open_assessment() const {
  const auto found =
      std::find_if(assessments.begin(), assessments.end(), [](const Assessment& one) { return one.open(); });
  return found == assessments.end() ? nullptr : &*found;
}

const Flag* RiskRegister::flag_of(Symbol kind, const RiskRegisterPolicy& policy) const {
  const auto found = std::find_if(flags.begin(), flags.end(),
                                  [&](const Flag& one) { return one.kind == kind && one.in_force(policy); });
  return found == flags.end() ? nullptr : &*found;
}

void apply_risk_register(CaseState& state, const Event& event) {
  RiskRegister& all = state.risk_register;
  apply_assessment(all, event);
  if (is<risk::harm_level_judged>(event)) apply_judgement(all, event);
  apply_flag(all, event);
  if (is<record::sentence::order_terminated>(event) && state.order() == nullptr)
    for (Flag& one : all.flags)
      one.supervision_ended = true;
}

} // namespace probity::casework
