#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

Waiting since(const Transfer& one, base::Day due) {
  return {one.id, one.since, due, one.event};
}

std::vector<Waiting> waiting_answer(const Situation& situation) {
  const Transfer* one = situation.state.transfers.open();
  if (one == nullptr) return {};
  return {since(*one, situation.after(one->since, situation.policy.transfer.answered))};
}

std::vector<Waiting> waiting_after_refusal(const Situation& situation) {
  const Transfer* one = situation.state.transfers.returned();
  if (one == nullptr || situation.state.order() == nullptr) return {};
  return {since(*one, situation.after(one->since, situation.policy.transfer.returned))};
}

// What the receiving body has yet to do; nothing once another body answers.
const Transfer* received(const CaseState& state) {
  const Transfer* one = state.transfers.accepted();
  return one != nullptr && state.provider == one->to && state.order() != nullptr ? one : nullptr;
}

std::vector<Waiting> waiting_allocation(const Situation& situation) {
  const Transfer* one = received(situation.state);
  if (one == nullptr || !situation.state.practitioner.empty()) return {};
  return {since(*one, situation.after(one->since, situation.policy.transfer.allocated))};
}

std::vector<Waiting> waiting_contact(const Situation& situation) {
  const Transfer* one = received(situation.state);
  if (one == nullptr || situation.state.in_custody || first_contact(situation.state, *one)) return {};
  return {since(*one, situation.after(one->since, situation.policy.transfer.first_contact))};
}

} // namespace

void add_transfer_duties(DutyKinds& kinds) {
  kinds.push_back(standing(obligation("transfer_answer", "accept the transfer, or refuse it",
                                      Consequence::person, OwedBy::receiving_body),
                           waiting_answer));
  kinds.push_back(standing(obligation("transfer_returned",
                                      "ask again for the transfer that was refused, or keep the person",
                                      Consequence::person),
                           waiting_after_refusal));
  kinds.push_back(
      standing(obligation("transfer_allocation", "allocate the person who was transferred to a practitioner",
                          Consequence::person, OwedBy::provider),
               waiting_allocation));
  kinds.push_back(standing(obligation("transfer_contact", "see the person who was transferred",
                                      Consequence::person, OwedBy::provider),
                           waiting_contact));
}

} // namespace probity::casework
