// Outcomes beside what the recorded scores of the same people led one to expect: observed over expected, for
// each group of a report and for all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "outcome/recorded_score.h"
#include "outcome/standardisation.h"

namespace probity::outcome {

struct Report;

struct ScoredFigure {
  std::string label;
  std::int64_t scored = 0;   // people with a score that counts
  std::int64_t unscored = 0; // without; in neither observed nor expected
  bool withheld = false;
  // None: nobody has a score, or nothing was expected; `reason` says which. The adjusted rate is the ratio ×
  // the mean score of everyone in the report who has one.
  std::optional<Standardised> standardised;
  std::string reason;
};

struct ScoreReport {
  ScoreRule rule;
  std::vector<ScoredFigure> figures; // in the report's order
  ScoredFigure all;
  std::string sentence;              // what it comes to
  std::vector<std::string> workings; // how it was worked out
};

// `not_found` when nobody in the report has such a score.
base::Result<ScoreReport> score_report_of(const timeline::Book& book, const Report& report,
                                          const ScoreRule& rule);

base::json::Value score_report_json(const ScoreReport& report);
// The columns and the rows of the table, all last; "withheld" and "none" in words.
std::vector<std::string> score_table_columns();
std::vector<std::vector<std::string>> score_table_rows(const ScoreReport& report);

} // namespace probity::outcome
