#include "casework/orders/order_policy.h"

namespace probity::casework {
namespace {

using base::Result;

Result<std::vector<std::string>> list(const PolicyReader& reader, std::string_view id) {
  PROBITY_ASSIGN(const rules::Row* row, reader.row(id));
  std::vector<std::string> out;
  std::string_view rest = row->value;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    out.emplace_back(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return out;
}

} // namespace

const std::vector<std::string>& OrderPolicy::requirements_of(std::string_view order_type) const {
  static const std::vector<std::string> none;
  if (order_type == "community_order") return community_requirements;
  if (order_type == "suspended_sentence_order") return suspended_requirements;
  if (order_type == "unpaid_work_only") return unpaid_work_requirements;
  return none;
}

Result<OrderPolicy> read_order_policy(const PolicyReader& reader) {
  OrderPolicy out;
  PROBITY_TRY(reader.number("unpaid_work.hours_least", out.unpaid_work_least_hours));
  PROBITY_TRY(reader.number("unpaid_work.hours_most", out.unpaid_work_most_hours));
  PROBITY_TRY(reader.number("order.community_most", out.community_most_months));
  PROBITY_TRY(reader.number("order.suspended_least", out.suspended_least_months));
  PROBITY_TRY(reader.number("order.suspended_most", out.suspended_most_months));
  PROBITY_ASSIGN(out.community_requirements, list(reader, "order.community_requirements"));
  PROBITY_ASSIGN(out.suspended_requirements, list(reader, "order.suspended_requirements"));
  PROBITY_ASSIGN(out.unpaid_work_requirements, list(reader, "order.unpaid_work_requirements"));
  return out;
}

} // namespace probity::casework
