// Who read what, for auditors, and the form that narrows it.
#pragma once

#include "pages/lists/day_range.h"
#include "pages/staff/pages.h"
#include "service/access_record.h"

namespace probity::pages {

// As typed. It is sent as an address, so that what was narrowed can be kept and passed on.
struct AccessLogForm {
  std::string reader, person;
  TypedDays days;
  std::optional<base::Error> error; // `where` names the field to put right
};
std::string access_log_page(const service::AccessRecord& record, const AccessLogForm& form,
                            const Reader& reader);

} // namespace probity::pages
