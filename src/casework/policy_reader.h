// Reads the parameters of casework from the register as known on a day; for `policy_of` and the parts of the
// policy that one block of casework goes by.
#pragma once

#include <string_view>

#include "casework/limit.h"
#include "rules/register.h"

namespace probity::casework {

// Every function gives `not_found` when the register lacks the row on the day, `invalid_input` when the row
// is not in such a unit.
class PolicyReader {
 public:
  PolicyReader(const rules::Register& rules, base::Day on) : rules_(rules), on_(on) {}

  // A row in business days, calendar days or months.
  base::Result<void> limit(std::string_view id, Limit& out) const;
  // A whole number, whatever its unit.
  base::Result<void> number(std::string_view id, int& out) const;
  [[nodiscard]] base::Result<const rules::Row*> row(std::string_view id) const;

 private:
  const rules::Register& rules_;
  base::Day on_;
};

} // namespace probity::casework
