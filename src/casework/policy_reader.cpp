#include "casework/policy_reader.h"

namespace probity::casework {

using base::Result;

Result<const rules::Row*> PolicyReader::row(std::string_view id) const {
  return rules_.value(id, on_, on_);
}

Result<void> PolicyReader::limit(std::string_view id, Limit& out) const {
  PROBITY_ASSIGN(const rules::Row* found, row(id));
  PROBITY_ASSIGN(const std::int64_t n, found->integer());
  out.n = static_cast<int>(n);
  if (found->unit == "business_day")
    out.unit = duty::LimitUnit::business_day;
  else if (found->unit == "month")
    out.unit = duty::LimitUnit::month;
  else if (found->unit == "calendar_day")
    out.unit = duty::LimitUnit::calendar_day;
  else
    return base::fail(base::ErrorCode::invalid_input, "a limit is not in " + found->unit + "s", found->where,
                      "Write business_day, calendar_day or month");
  return {};
}

Result<void> PolicyReader::number(std::string_view id, int& out) const {
  PROBITY_ASSIGN(const rules::Row* found, row(id));
  PROBITY_ASSIGN(const std::int64_t n, found->integer());
  out = static_cast<int>(n);
  return {};
}

} // namespace probity::casework
