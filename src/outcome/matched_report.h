// A matched comparison on the record: people who took part, or are of one group, beside those most like them
// in what was known at release; arrests within a time. Everything that a reader needs to doubt it stands with
// it: who was left out at which step, how alike the groups were before and after, what the comparison could
// have found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "outcome/cohort.h"
#include "outcome/design_matrix.h"
#include "outcome/first_arrest.h"
#include "outcome/matched_comparison.h"

namespace probity::outcome {

struct MatchedRequest {
  // Who took part: those of an arm of a trial ("arm", "aid"), or of a level ("Gender", "M") or a number
  // ("fin", "1") of a column that was known at release. That column is not matched on.
  std::string column;
  std::string value;
  std::optional<int> within;          // periods after the release; all that were followed
  std::vector<std::string> use;       // match on these columns alone; empty: all known at release
  std::vector<std::string> leave_out; // and not on these
  MatchingOptions options;
};

struct MatchedReport {
  MatchedRequest request;
  PeriodUnit unit = PeriodUnit::year;
  int within = 0;
  std::vector<std::string> factors; // columns of the source that are matched on
  std::vector<DroppedColumn> dropped;
  std::int64_t not_followed = 0;    // left out
  std::int64_t without_factors = 0; // left out
  std::int64_t group_not_known = 0; // left out: the column is not stated of them
  Proportion treated;               // arrested, of everyone who took part, before matching
  Proportion comparison;            // of everyone else
  MatchedComparison matched;
  std::string sentence;
  Snapshot snapshot;
  std::string origin;
  bool replayed = false;
};

// `not_found`: nobody states the column, or nobody has the value. `refused`: as followed_rows and
// columns_at_release; everybody has the value; what compare_matched refuses.
base::Result<MatchedReport> matched_report_of(const timeline::Book& book, const MatchedRequest& request);

base::json::Value matched_report_json(const MatchedReport& report);

} // namespace probity::outcome
