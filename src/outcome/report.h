// Outcomes as a table: a row for each group or cohort and one for all, each with its interval, and the words
// that must stand beside them. Output formats make no figure of their own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "outcome/cohort.h"
#include "outcome/comparison.h"
#include "outcome/curves.h"
#include "outcome/intervals.h"
#include "outcome/score_report.h"

namespace probity::outcome {

// For whom. In a publication, what is made of fewer than 30 people, or shows fewer than 5 who did or did not
// reoffend, is withheld; when that withholds one row alone, the smallest of the others too, since the total
// would give it away.
enum class Audience { inside, publication };
constexpr std::int64_t least_people_published = 30;
constexpr std::int64_t least_count_published = 5;

struct ReportRequest {
  CohortRule rule; // its period and strata are not read
  std::vector<CohortPeriod> cohorts;
  std::optional<Grouping> by; // not with several cohorts: those are the rows
  Audience audience = Audience::inside;
  std::optional<Baseline> baseline;    // every row is compared with it
  std::optional<CohortPeriod> against; // the one cohort asked for is compared with this one
  bool curves = false;
  std::optional<ScoreRule> scores; // every row beside what the recorded scores led one to expect
};

struct Figure {
  std::string label; // of the group or cohort
  Counts counts;
  Interval interval; // Wilson, 95 %, of the binary rate
  // What happened first and is no reoffence: technical returns, custody, death.
  std::map<Cause, std::int64_t> competing;
  std::int64_t technical = 0; // returns for breaking conditions, counted (proof any) or not (new_crime)
  bool withheld = false;
};

struct Report {
  CohortRule rule;
  Audience audience = Audience::inside;
  std::string title;   // "Returns to custody within 3 years of release"
  std::string rows_by; // "release year", "cohort"; empty: there is one row, `all`
  std::vector<Figure> figures;
  Figure all;
  std::vector<Comparison> comparisons;
  std::optional<FrequencyComparison> frequency; // of proven reoffending, against another cohort
  std::vector<std::string> not_compared;        // and why
  std::optional<Curves> curves;
  std::optional<ScoreReport> scores;
  std::vector<Cohort> cohorts; // what the figures were made of
  Snapshot snapshot;
  std::string origin;
  bool replayed = false;
  Status status = Status::provisional; // final when every cohort is
  std::optional<base::Day> final_from; // the latest
  std::vector<std::string> takeaway;   // two sentences, from the values above
  std::vector<std::string> notes;      // what must be read with the figures
  std::vector<std::string> workings;   // how they were worked out, one step each
};

// `refused` as cohort_of and joined; `invalid_input` for a grouping, curves or a comparison that the rows do
// not allow.
base::Result<Report> report_of(const timeline::Book& book, const ReportRequest& request);

// "33.36 %"; "none" without a rate.
std::string percent_text(const std::optional<base::Rational>& rate);
std::string percent_text(const Interval& interval); // "32.79 to 33.94 %"
std::string count_text(std::int64_t count);         // "26,020"
std::string text_of(const Bounded& count);          // "8,681", "8,681 to 8,690"
std::string words_for(std::string_view code);       // "no_accountable_body" → "no accountable body"
std::string span_text(int months);                  // "3 years", "18 months"

base::json::Value report_json(const Report& report);
// One record a row, RFC 4180; the last is of all.
std::string report_csv(const Report& report);

} // namespace probity::outcome
