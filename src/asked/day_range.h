// A first and a last day, as lists are narrowed by them.
#pragma once

#include <optional>

#include "base/civil.h"
#include "base/result.h"
#include "http/fields.h"

namespace probity::asked {

struct DayRange {
  std::optional<base::Day> from, to; // each may be left open
};
// Of a query with "from" and "to". `invalid_input` names in `where` what is no day, or is before the first.
base::Result<DayRange> day_range(const http::Pairs& query);

} // namespace probity::asked
