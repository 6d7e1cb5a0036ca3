// What an order may be: lengths, and which requirements it can carry. Rows of
// rules/england-wales/orders.toml.
#pragma once

#include <string>
#include <vector>

#include "casework/policy_reader.h"

namespace probity::casework {

struct OrderPolicy {
  int unpaid_work_least_hours = 0;
  int unpaid_work_most_hours = 0;
  int community_most_months = 0;
  int suspended_least_months = 0;
  int suspended_most_months = 0;
  // Kinds of requirement that each type of order can carry; none for a sentence of custody.
  std::vector<std::string> community_requirements;
  std::vector<std::string> suspended_requirements;
  std::vector<std::string> unpaid_work_requirements;

  [[nodiscard]] const std::vector<std::string>& requirements_of(std::string_view order_type) const;
};

// `not_found` when the register lacks a row on the day.
base::Result<OrderPolicy> read_order_policy(const PolicyReader& reader);

} // namespace probity::casework
