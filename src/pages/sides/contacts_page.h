// Every appointment of a case, and the form that narrows them.
#pragma once

#include "pages/lists/day_range.h"
#include "pages/staff/pages.h"
#include "service/contact_log.h"

namespace probity::pages {

// What was typed. It is sent as an address, so that what was narrowed can be kept and passed on.
struct ContactsForm {
  TypedDays days;
  std::optional<base::Error> error; // `where` names the field to put right
};
std::string contacts_page(const service::ContactLog& log, const ContactsForm& form, const Reader& reader);

} // namespace probity::pages
