#include "casework/worklists/listed_person.h"

#include <algorithm>

namespace probity::casework {

BoardColumns board_columns(const CaseState& state) {
  BoardColumns out;
  out.in_force = !state.died && state.order() != nullptr;
  out.load = load_of(state);
  out.grade = state.holding.grade;
  out.allocated_event = state.holding.allocated_event;
  for (const Breach& one : state.breaches)
    if (!one.decision.empty())
      out.breach_decided = std::max(out.breach_decided.value_or(one.decided), one.decided);
  return out;
}

CaseState ListedPerson::state() const {
  auto out = unpacked_state(kept.state);
  PROBITY_ENSURE(out); // packed by the lists, or tried when it was restored
  return std::move(*out);
}

} // namespace probity::casework
