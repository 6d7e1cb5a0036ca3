#include "casework/court_reports/court_report_policy.h"

#include "casework/policy_reader.h"

namespace probity::casework {

base::Result<CourtReportPolicy> read_court_report_policy(const PolicyReader& reader) {
  CourtReportPolicy out;
  PROBITY_TRY(reader.limit("court_report.allocated", out.allocated));
  PROBITY_TRY(reader.limit("court_report.oral", out.oral));
  PROBITY_TRY(reader.limit("court_report.fast", out.fast));
  PROBITY_TRY(reader.limit("court_report.standard", out.standard));
  return out;
}

} // namespace probity::casework
