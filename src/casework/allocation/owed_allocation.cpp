#include <algorithm>

#include "casework/worklists/duty_kind.h"
#include "record/sentence.h"

namespace probity::casework {
namespace {

// Only until some body answers for the person: records that were taken over do not say how it was decided.
bool waits_for_allocation(const CaseState& state, const base::EntityId& id, const Policy&) {
  const bool runs = std::any_of(state.orders.begin(), state.orders.end(),
                                [&](const Order& one) { return one.id == id && !one.ended; });
  return runs && state.provider.empty() && find_allocation(state.allocations, id) == nullptr;
}

} // namespace

void add_allocation_duties(DutyKinds& kinds, const Policy& policy) {
  kinds.push_back({obligation("allocation", "decide which body supervises the person", Consequence::person,
                              OwedBy::court_team),
                   clock("order", policy.allocation_decided, {on(record::sentence::imposed)},
                         {on(record::court::allocation_decided)}),
                   waits_for_allocation});
}

} // namespace probity::casework
