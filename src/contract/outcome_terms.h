// An outcome clause as data: whose reoffending is counted, when it is final, against what it is judged, and
// what a result pays or takes. Rates are per hundred throughout: 47.5 reoffenders a hundred people, 420
// reoffences a hundred reoffenders, 155 reoffences a hundred people; a point is one of the hundred.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "outcome/cohort.h"
#include "outcome/recorded_score.h"

namespace probity::contract {

// So that exact fractions stay within their width.
constexpr std::int64_t most_cohort_people = 10'000'000;

// From a distance on, in the unit that is priced, what one point, reoffender or reoffence pays; marginal, so
// that each stretch has its own price. Negative amounts are taken from the provider.
struct OutcomeBand {
  base::Rational beyond;
  base::Money each;
};

// All or nothing: lost unless the result is a reduction.
struct OutcomeStake {
  std::optional<base::Money> amount;
  base::Rational percent; // of the lines of `of_fee` in the cohort's periods
  std::string of_fee;
};

// Paid in every period of a cohort before its result is known.
struct OutcomeFoundation {
  base::Money amount;
  enum class Recovered { always, if_missed } recovered = Recovered::always;
};

struct OutcomeTerms {
  enum class Figure {
    reoffenders,
    reoffences_per_reoffender,
    reoffences_per_person
  } figure = Figure::reoffenders;
  // By whom it is counted: from the ledger's own record, or by an assessor whose figure is an event
  // (money.comparison_determined).
  enum class Counted { from_record, by_assessor } counted = Counted::from_record;

  // Cohorts follow one another without a gap: `first_cohort` is the first month of the first, and no cohort
  // ends after `last_month`.
  outcome::CohortRule rule; // without period and provider, which each cohort has for itself
  int cohort_months = 3;
  base::Month first_cohort;
  base::Month last_month;
  std::int64_t minimum = 1; // fewer people than this: not measured
  // Bodies whose people are judged under nobody and compared with nobody, and why.
  std::map<std::string, std::string> not_compared;

  // The record is counted as known on the snapshot day: the last day of the cohort + window + proof + lag
  // months, later by `restate_months` where proofs that come in until then still move the payment.
  int restate_months = 0;
  // Months after the cohort's last day from which a provisional figure is paid; none: nothing before the
  // snapshot.
  std::optional<int> provisional_from_months;

  // none: against one rate. strata: against what the people of each stratum would have done at the
  // baseline's rates. scores: against the sum of the people's own recorded scores. Both are indirect
  // standardisation.
  enum class Adjustment { none, strata, scores } adjustment = Adjustment::none;
  std::map<std::string, base::Rational> stratum_rates; // fractions
  outcome::ScoreRule score;
  // Percent of the cohort that may be without a score: they are left out. Above it nothing is measured, or a
  // provider could leave out whom it likes by not scoring them.
  base::Rational unscored_at_most;
  // The mean score of the baseline's people, a fraction: expected is then baseline rate + (cohort's mean −
  // this). None: the scores are calibrated on the baseline, and expected is their sum.
  std::optional<base::Rational> baseline_mean_score;
  enum class Baseline { fixed, sampled, concurrent } baseline = Baseline::fixed;
  // fixed and sampled: stated in the file, or set by money.baseline_set. concurrent: the other bodies'
  // people of the same cohort, or the assessor's comparison group.
  enum class BaselineFrom { contract, event, others, assessor } baseline_from = BaselineFrom::contract;
  base::Rational baseline_rate; // per head, not per hundred
  std::int64_t baseline_people =
      0; // sampled: how many people (of the figure's divisor) the rate was found on

  // none: the thresholds alone decide. z: a reduction also needs z < −critical, an increase z > critical.
  enum class Test { none, z } test = Test::none;
  base::Rational critical;
  // Thresholds on the size of the change: points of the rate, or percent of the baseline's rate.
  enum class ChangeIn { points, percent } change_in = ChangeIn::points;
  base::Rational reduction_at_least;
  base::Rational increase_at_least;
  std::optional<base::Rational> pooled_at_least; // all cohorts together, when the last is determined
  std::string hurdle;                            // clause whose result for the cohort must be a reduction

  enum class Per { point, reoffender, reoffence } per = Per::point;
  std::vector<OutcomeBand> pay;               // for a reduction
  std::vector<OutcomeBand> take;              // for an increase
  std::optional<base::Rational> terminate_at; // points of increase that give the authority a right to end
  std::optional<OutcomeStake> stake;
  std::optional<base::Money> cap_cohort; // most a cohort pays
  std::optional<base::Money> cap_year;   // most a contract year pays
  std::optional<OutcomeFoundation> foundation;
  base::Rounding rounding = base::Rounding::half_away_from_zero;

  // The cohort that ends in the month, when one does.
  [[nodiscard]] std::optional<outcome::CohortPeriod> cohort_ending(base::Month month) const;
  // The cohort that a month lies in, when it lies in one.
  [[nodiscard]] std::optional<outcome::CohortPeriod> cohort_of(base::Month month) const;
  [[nodiscard]] bool last_cohort(const outcome::CohortPeriod& cohort) const;
  // The day whose knowledge determines a cohort, and the last that may still move it.
  [[nodiscard]] base::Day snapshot_day(const outcome::CohortPeriod& cohort) const;
  [[nodiscard]] base::Day last_count_day(const outcome::CohortPeriod& cohort) const;
  // From when on a provisional figure is paid; the snapshot day when none is.
  [[nodiscard]] base::Day paid_from(const outcome::CohortPeriod& cohort) const;
};
std::string_view to_text(OutcomeTerms::Figure figure);
std::string_view unit_of(OutcomeTerms::Figure figure); // "reoffenders a hundred people"

} // namespace probity::contract
