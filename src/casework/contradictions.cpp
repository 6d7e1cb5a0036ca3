#include "casework/contradictions.h"

namespace probity::casework {
namespace {

using Found = std::vector<std::string>;

void look_at_owner(const CaseState& state, Found& out) {
  if (!state.practitioner.empty() && !state.duty_team.empty())
    out.emplace_back("a practitioner and a duty team hold the case at once");
  if (state.in_custody && state.released) out.emplace_back("the person is in custody and released");
}

void look_at(const Appointment& one, Found& out) {
  const std::string which = "the appointment of " + base::to_text(one.day) + " ";
  // Some records answer a failure at unpaid work under an id of its own, which no appointment has.
  if (one.starts == base::Instant{} && !one.outcome.empty())
    out.emplace_back("an appointment has an outcome and was never arranged");
  if (one.cancelled && !one.outcome.empty()) out.push_back(which + "was cancelled and has an outcome");
  if (!one.ruling.empty() && one.outcome.empty() && one.starts != base::Instant{})
    out.push_back(which + "has a ruling on its failure and no outcome");
}

void look_at(const Order& one, Found& out) {
  if (one.type.empty()) out.emplace_back("an order has ended that was never imposed");
  if (one.ended && !one.type.empty() && *one.ended < one.imposed)
    out.push_back("the order of " + base::to_text(one.imposed) + " ended before it was imposed");
}

void look_at(const Breach& one, Found& out) {
  if (!one.raised) {
    out.emplace_back("a breach was acted on that nobody raised");
    return;
  }
  const std::string which = "the breach of " + base::to_text(*one.raised) + " ";
  if (!one.result.empty() && one.ended < *one.raised)
    out.push_back(which + "was concluded before it was raised");
  if (one.presented && one.decision == record::Symbol("no_further_action"))
    out.push_back(which + "was laid before the court and decided to be none");
}

void look_at(const Recall& one, Found& out) {
  if (!one.second.empty() && one.second == one.third) out.emplace_back("one person signed a recall twice");
  if (one.sent && one.decision.empty()) out.emplace_back("a recall was sent that nobody decided");
  if (one.sent && one.closed) out.emplace_back("a recall was sent and closed without an answer");
}

void look_at(const Escalation& one, Found& out) {
  if (one.from.empty()) out.emplace_back("a hand-over was answered that nobody asked for");
  if (!one.from.empty() && one.from == one.to) out.emplace_back("a body was asked to take over its own case");
}

template <class Entities> void look_at_all(const Entities& entities, Found& out) {
  for (const auto& one : entities)
    look_at(one, out);
}

} // namespace

std::vector<std::string> contradictions(const CaseState& state) {
  Found out;
  look_at_owner(state, out);
  look_at_all(state.appointments, out);
  look_at_all(state.orders, out);
  look_at_all(state.breaches, out);
  look_at_all(state.recalls, out);
  look_at_all(state.escalations, out);
  return out;
}

} // namespace probity::casework
