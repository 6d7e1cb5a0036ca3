// What an outcome clause makes of the counts of one cohort: the rate beside what was expected, the statistic,
// and whether it is a reduction, an increase or neither. Every comparison is of exact fractions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "contract/outcome_terms.h"
#include "outcome/rate_comparison.h"

namespace probity::contract {

struct PeopleCounts {
  std::int64_t people = 0;
  std::int64_t reoffenders = 0;
  std::int64_t reoffences = 0;
  PeopleCounts& operator+=(const PeopleCounts& other);
  bool operator==(const PeopleCounts&) const = default;
};

struct OutcomeCounts {
  PeopleCounts cohort;
  std::map<std::string, PeopleCounts> strata;
  // Of a clause that adjusts by scores: how many of the cohort have none (they are not in `cohort`), and over
  // the others the sum of the scores in millionths and of score × (million − score).
  std::int64_t unscored = 0;
  std::int64_t score_sum = 0;
  std::int64_t score_variance = 0;
  std::optional<PeopleCounts> comparison; // of a concurrent baseline
  std::optional<PeopleCounts> baseline;   // set by an event
  // An assessor who states only the change: thousandths of a point, negative for a reduction.
  std::optional<std::int64_t> change;
};

struct OutcomeResult {
  enum class Kind {
    not_known,    // no figure yet
    not_measured, // fewer people than the clause measures, or nothing to divide by
    reduction,
    no_change,
    increase
  } kind = Kind::not_known;
  // Per hundred. Without `stated` all are worked out from counts; with it only `difference` is known.
  bool stated = false;
  base::Rational rate;
  base::Rational expected;                     // adjusted, where the clause adjusts
  base::Rational raw_expected;                 // the baseline's rate as it stands
  base::Rational difference;                   // rate − expected: negative is fewer
  base::Rational raw_difference;               // rate − raw_expected
  base::Rational percent;                      // difference ÷ expected × 100
  base::Rational expected_cases;               // reoffenders or reoffences expected at the baseline's rates
  base::Rational cases;                        // counted
  std::int64_t divisor = 0;                    // people or reoffenders
  std::optional<outcome::Deviation> deviation; // of the cases; only of a clause that tests
  std::string reason;                          // of not_known and not_measured, in words

  // "47.20 reoffenders a hundred people against 50.00: −2.80 points, z −1.98 (critical 1.96): reduction".
  [[nodiscard]] std::string words(const OutcomeTerms& terms) const;
};
std::string_view to_text(OutcomeResult::Kind kind);

// The result for one cohort.
OutcomeResult judge(const OutcomeTerms& terms, const OutcomeCounts& counts);
// The result of all cohorts together against `pooled_at_least`; no test.
OutcomeResult judge_pooled(const OutcomeTerms& terms, const std::vector<OutcomeResult>& cohorts);

} // namespace probity::contract
