// The parts of the pack for a review, each with its heading.
#pragma once

#include "pages/staff/parts.h"
#include "service/sides/review_pack.h"

namespace probity::pages {

html::Html pack_who_held(const service::KnownThen& then);
html::Html pack_orders(const service::KnownThen& then);
html::Html pack_contact(const service::KnownThen& then, const Reader& reader);
html::Html pack_owed(const service::KnownThen& then);
html::Html pack_risk(const service::KnownThen& then);
html::Html pack_plans(const service::KnownThen& then);
html::Html pack_enforcement(const service::KnownThen& then);

} // namespace probity::pages
