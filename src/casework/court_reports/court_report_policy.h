// What the rules say of reports before sentence.
#pragma once

#include "base/result.h"
#include "casework/limit.h"

namespace probity::casework {

class PolicyReader;

// When a report is due: on the day to which the court put the case back, or so many days after it was asked
// for, by its type.
enum class ReportDue { court_day, by_type };

struct CourtReportPolicy {
  ReportDue due = ReportDue::court_day;
  Limit allocated;
  Limit oral;
  Limit fast;
  Limit standard;
};

// Errors are the reader's.
base::Result<CourtReportPolicy> read_court_report_policy(const PolicyReader& reader);

} // namespace probity::casework
