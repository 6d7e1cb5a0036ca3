// What the orders of a person ask and what of it is done: a fold for setting up and ending.
#pragma once

#include <optional>
#include <vector>

#include "record/event.h"

namespace probity::casework {

struct OrderTerms {
  base::EntityId order;
  base::Day imposed;
  bool ended_unfinished = false; // with work owed or a breach running
  std::int64_t length_days = 0;  // 0: not said
  record::Amounts requirements;  // kind → length in its own unit; unpaid work in minutes

  // The day on which it runs out by itself; nothing when its length is not said.
  [[nodiscard]] std::optional<base::Day> last_day() const;
  [[nodiscard]] bool asks(record::Symbol requirement) const;
  [[nodiscard]] std::int64_t length_of(record::Symbol requirement) const; // 0: none
};

struct Requirement {
  base::EntityId id;
  base::EntityId order; // all zeros where the record does not say
  record::Symbol kind;
  std::int64_t minutes_ordered = 0; // unpaid work
  std::int64_t minutes_credited = 0;
  bool completed = false;
  bool terminated = false;

  [[nodiscard]] bool running() const { return !completed && !terminated; }
};

struct OrderBook {
  bool registered = false;
  record::Symbol registered_by; // the body that opened the record
  std::vector<OrderTerms> orders;
  std::vector<Requirement> requirements; // that began to run
  std::vector<record::Symbol> linked;    // names of the records that are closed in favour of this one
  std::vector<record::Symbol> apart;     // names of records that look alike and are of others

  [[nodiscard]] const OrderTerms* terms(const base::EntityId& order) const;
  [[nodiscard]] const Requirement* requirement(const base::EntityId& order, record::Symbol kind) const;
  // Minutes of unpaid work that the order asks and that are neither credited nor given up.
  [[nodiscard]] std::int64_t minutes_owed(const base::EntityId& order) const;
};

void apply(OrderBook& book, const record::Event& event);

} // namespace probity::casework
