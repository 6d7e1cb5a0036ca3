#include "asked/contact_log.h"

#include "asked/caseload.h"
#include "asked/day_range.h"

namespace probity::asked {

base::Result<service::ContactsAsked> contacts(const http::Pairs& query) {
  service::ContactsAsked out;
  out.how = query.text("how");
  out.came = query.text("came");
  PROBITY_ASSIGN(const DayRange days, day_range(query));
  out.from = days.from;
  out.to = days.to;
  const auto number = sheet(query.text("page"));
  if (!number) return tl::unexpected(no_sheet());
  out.sheet = *number;
  return out;
}

} // namespace probity::asked
