#include "casework/orders/order_state.h"

#include <algorithm>

#include "casework/fold.h"
#include "record/order_end.h"
#include "record/person.h"
#include "record/unpaid_work.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace person = record::person;
namespace sentence = record::sentence;
namespace unpaid_work = record::unpaid_work;

const Symbol kind_order("order");
const Symbol kind_requirement("requirement");
const Symbol unpaid("unpaid_work");

void impose(OrderBook& book, const Event& event) {
  OrderTerms terms;
  terms.order = event.entity(kind_order).value_or(base::EntityId{});
  terms.imposed = day_of_act(event);
  terms.length_days = record::integer<sentence::imposed, "length_days">(event).value_or(0);
  if (const record::Amounts* asked = record::amounts<sentence::imposed, "requirements">(event))
    terms.requirements = *asked;
  std::erase_if(book.orders, [&](const OrderTerms& one) { return one.order == terms.order; });
  book.orders.push_back(std::move(terms));
}

void leave_open(OrderBook& book, const Event& event) {
  const auto id = event.entity(kind_order);
  for (OrderTerms& one : book.orders)
    if (one.order == id) one.ended_unfinished = true;
}

Requirement& requirement_of(OrderBook& book, const base::EntityId& id) {
  const auto found = std::find_if(book.requirements.begin(), book.requirements.end(),
                                  [&](const Requirement& one) { return one.id == id; });
  if (found != book.requirements.end()) return *found;
  book.requirements.push_back({});
  book.requirements.back().id = id;
  return book.requirements.back();
}

void follow_requirement(OrderBook& book, const Event& event) {
  const bool started = is<sentence::requirement_started>(event);
  const bool completed = is<sentence::requirement_completed>(event);
  const bool terminated = is<sentence::requirement_terminated>(event);
  const bool worked = is<unpaid_work::attendance_recorded>(event);
  if (!started && !completed && !terminated && !worked) return;
  const auto id = event.entity(kind_requirement);
  if (!id) return;
  Requirement& one = requirement_of(book, *id);
  if (started) {
    one.kind = record::symbol<sentence::requirement_started, "requirement">(event);
    one.minutes_ordered = record::integer<sentence::requirement_started, "minutes">(event).value_or(0);
    one.order = event.entity(kind_order).value_or(base::EntityId{});
  } else if (completed) {
    one.completed = true;
  } else if (terminated) {
    one.terminated = true;
  } else {
    one.minutes_credited +=
        record::integer<unpaid_work::attendance_recorded, "minutes_credited">(event).value_or(0);
  }
}

} // namespace

std::optional<base::Day> OrderTerms::last_day() const {
  if (length_days <= 0) return std::nullopt;
  return imposed + static_cast<int>(length_days - 1);
}

bool OrderTerms::asks(Symbol requirement) const {
  return std::any_of(requirements.begin(), requirements.end(),
                     [&](const auto& one) { return one.first == requirement; });
}

std::int64_t OrderTerms::length_of(Symbol requirement) const {
  const auto found = std::find_if(requirements.begin(), requirements.end(),
                                  [&](const auto& one) { return one.first == requirement; });
  return found == requirements.end() ? 0 : found->second;
}

const OrderTerms* OrderBook::terms(const base::EntityId& order) const {
  const auto found =
      std::find_if(orders.begin(), orders.end(), [&](const OrderTerms& one) { return one.order == order; });
  return found == orders.end() ? nullptr : &*found;
}

const Requirement* OrderBook::requirement(const base::EntityId& order, Symbol kind) const {
  const auto found = std::find_if(requirements.begin(), requirements.end(), [&](const Requirement& one) {
    // Older entries do not say of which order they are: the kind has to do.
    return one.kind == kind && (one.order == order || one.order == base::EntityId{});
  });
  return found == requirements.end() ? nullptr : &*found;
}

std::int64_t OrderBook::minutes_owed(const base::EntityId& order) const {
  const OrderTerms* asked = terms(order);
  const Requirement* begun = requirement(order, unpaid);
  if (begun != nullptr && !begun->running()) return 0;
  std::int64_t minutes = asked == nullptr ? 0 : asked->length_of(unpaid);
  if (begun != nullptr && begun->minutes_ordered > 0) minutes = begun->minutes_ordered;
  if (begun != nullptr) minutes -= begun->minutes_credited;
  return std::max<std::int64_t>(0, minutes);
}

void apply(OrderBook& book, const Event& event) {
  if (is<person::registered>(event)) {
    book.registered = true;
    book.registered_by = event.provider;
  } else if (is<person::linked>(event))
    book.linked.push_back(record::symbol<person::linked, "other">(event));
  else if (is<person::unlinked>(event))
    std::erase(book.linked, record::symbol<person::unlinked, "other">(event));
  else if (is<person::told_apart>(event))
    book.apart.push_back(record::symbol<person::told_apart, "other">(event));
  else if (is<sentence::imposed>(event))
    impose(book, event);
  else if (is<sentence::ended_unfinished>(event))
    leave_open(book, event);
  else
    follow_requirement(book, event);
}

} // namespace probity::casework
