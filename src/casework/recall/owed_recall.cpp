#include "casework/worklists/duty_kind.h"
#include "record/recall.h"

namespace probity::casework {
namespace {

namespace recall = record::recall;

bool waits_for_recall_decision(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Recall* one = state.recall(id);
  return one != nullptr && one->open() && one->decision.empty();
}

bool waits_for_sending(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Recall* one = state.recall(id);
  return one != nullptr && one->open() && !one->second.empty();
}

} // namespace

void add_recall_duties(DutyKinds& kinds, const Policy& policy) {
  kinds.push_back({obligation("recall_decision", "decide whether to recall the person", Consequence::safety),
                   clock("recall", policy.recall_decided, {on(recall::considered)}, {}),
                   waits_for_recall_decision});
  kinds.push_back(
      {obligation("recall_papers", "have the decision signed and send the papers", Consequence::safety),
       clock("recall", policy.recall_sent, {where(on(recall::countersigned), "signature", {"second"})}, {}),
       waits_for_sending});
}

} // namespace probity::casework
