#include "casework/orders/order_words.h"

#include <algorithm>

namespace probity::casework {

void add_order_words(CaseWords& words, const CaseState& state, base::Day on) {
  std::string running;
  for (const Requirement& one : state.order_book.requirements)
    if (one.running()) running += (running.empty() ? "" : ",") + std::string(one.kind.text());
  const auto left_open = std::count_if(state.order_book.orders.begin(), state.order_book.orders.end(),
                                       [](const OrderTerms& one) { return one.ended_unfinished; });
  const Order* order = state.order();
  words.emplace_back("registered", state.order_book.registered ? "yes" : "no");
  words.emplace_back("left_open", std::to_string(left_open));
  words.emplace_back("requirements", running.empty() ? "none" : running);
  words.emplace_back("minutes_owed",
                     std::to_string(order == nullptr ? 0 : state.order_book.minutes_owed(order->id)));
  const Allocation* decided = order == nullptr ? nullptr : find_allocation(state.allocations, order->id);
  words.emplace_back("allocation", decided == nullptr ? "none" : std::string(decided->body.text()));
  words.emplace_back("access", state.access.limited(on) ? "limited" : "open");
}

} // namespace probity::casework
