#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

// Nobody is left to answer for what a person needs when order and custody have ended.
template <class Waits> std::vector<Waiting> of_open(const Situation& now, Waits waits) {
  std::vector<Waiting> out;
  if (now.state.order() == nullptr && !now.state.in_custody) return out;
  for (const Help& one : now.state.help.needs)
    if (one.open())
      if (const std::optional<Waiting> waiting = waits(one)) out.push_back(*waiting);
  return out;
}

std::vector<Waiting> arrangement(const Situation& now) {
  return of_open(now, [&now](const Help& one) -> std::optional<Waiting> {
    if (!one.body.empty() || one.first_received) return std::nullopt;
    return Waiting{one.id, one.needed, now.after(one.needed, now.policy.help.arranged), one.needed_event};
  });
}

std::vector<Waiting> receipt(const Situation& now) {
  return of_open(now, [&now](const Help& one) -> std::optional<Waiting> {
    if (one.first_received) return std::nullopt;
    return Waiting{one.id, one.needed, now.after(one.needed, now.policy.help.received), one.needed_event};
  });
}

// On the list from the day on which it is due.
std::vector<Waiting> conclusion(const Situation& now) {
  return of_open(now, [&now](const Help& one) -> std::optional<Waiting> {
    if (!one.first_received) return std::nullopt;
    const base::Day due = now.after(*one.first_received, now.policy.help.concluded);
    return Waiting{one.id, due, due, one.received_event};
  });
}

} // namespace

void add_help_duties(DutyKinds& kinds) {
  const auto add = [&kinds](std::string_view kind, std::string_view what,
                            std::vector<Waiting> (*waiting)(const Situation&)) {
    kinds.push_back(standing(obligation(kind, what, Consequence::person), waiting));
  };
  add("help_arrangement", "arrange help for a need", arrangement);
  add("help_receipt", "see to it that the person receives the help", receipt);
  add("help_result", "record what came of the help", conclusion);
}

} // namespace probity::casework
