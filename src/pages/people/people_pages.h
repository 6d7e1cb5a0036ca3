// Pages about who a record is of: records that may be of one person, and the copy that a person may ask for.
#pragma once

#include "pages/staff/pages.h"
#include "service/doubles.h"
#include "service/subject_access.h"

namespace probity::pages {

enum class PairAnswer { none, joined, told_apart };

// `ids`: of the commands that the forms make, one for each pair. `answered`: what was said of a pair a moment
// ago.
std::string doubles_page(const service::Doubles& doubles, const std::vector<base::EventId>& ids,
                         const Reader& reader, PairAnswer answered);

// Before a copy is made: what it is and what to heed.
std::string ask_for_copy_page(const base::StreamId& person, const std::string& name, const Reader& reader);
std::string copy_page(const service::SubjectCopy& copy, const Reader& reader);

} // namespace probity::pages
