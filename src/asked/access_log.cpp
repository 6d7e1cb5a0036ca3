#include "asked/access_log.h"

#include "asked/day_range.h"

namespace probity::asked {

base::Result<service::AccessAsked> access_log(const http::Pairs& query) {
  service::AccessAsked out;
  out.reader = query.text("reader");
  if (const auto text = query.text("case"); !text.empty()) {
    out.person = base::StreamId::from_hex(text);
    if (!out.person)
      return base::fail(base::ErrorCode::invalid_input, "Enter the reference of a case", "case",
                        "The 32 digits and letters that stand in the address of its page");
  }
  PROBITY_ASSIGN(const DayRange days, day_range(query));
  out.from = days.from;
  out.to = days.to;
  return out;
}

} // namespace probity::asked
