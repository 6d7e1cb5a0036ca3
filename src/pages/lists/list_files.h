// Lists as tables that are taken away: CSV by RFC 4180, UTF-8, one header row; days as 2016-03-07, moments as
// 2016-03-07T09:30:00.000000Z, codes as the record has them, what is not known empty. A text that a
// spreadsheet would take for a formula is kept a text by a leading apostrophe. They say what the pages say.
#pragma once

#include <string>

#include "html/components.h"
#include "service/access_record.h"
#include "service/caseload.h"
#include "service/releases.h"
#include "service/workload.h"

namespace probity::pages {

std::string caseload_file(const service::Caseload& caseload);
std::string releases_file(const service::Releases& releases);
// Members of staff, and what they carry.
std::string workload_file(const service::Workload& workload);
std::string access_log_file(const service::AccessRecord& record);

// The way from a list to its file.
html::Html file_link(const std::string& path);

} // namespace probity::pages
