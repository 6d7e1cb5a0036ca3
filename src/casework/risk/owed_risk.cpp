#include "casework/worklists/duty_kind.h"
#include "record/risk.h"

namespace probity::casework {
namespace {

namespace risk = record::risk;

bool waits_for_answer(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Escalation* one = state.escalation(id);
  return one != nullptr && one->stage == Escalation::Stage::raised;
}

bool waits_for_information(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Escalation* one = state.escalation(id);
  return one != nullptr && one->stage == Escalation::Stage::information_asked;
}

} // namespace

void add_risk_duties(DutyKinds& kinds, const Policy& policy) {
  kinds.push_back({obligation("answer", "say whether the person is taken over", Consequence::safety,
                              OwedBy::receiving_body),
                   clock("escalation", policy.escalation_answered,
                         {on(risk::information_given), on(risk::escalation_raised)}, {}),
                   waits_for_answer});
  kinds.push_back({obligation("information", "give the information that was asked for", Consequence::safety),
                   clock("escalation", policy.information_given, {on(risk::information_asked)}, {}),
                   waits_for_information});
}

} // namespace probity::casework
