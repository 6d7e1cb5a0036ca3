#include "contract/outcome_terms.h"

namespace probity::contract {

using outcome::CohortPeriod;

std::optional<CohortPeriod> OutcomeTerms::cohort_of(base::Month month) const {
  if (month < first_cohort) return std::nullopt;
  const int number = (month - first_cohort) / cohort_months;
  const CohortPeriod cohort{first_cohort + number * cohort_months, cohort_months};
  if (last_month < cohort.first + (cohort_months - 1)) return std::nullopt;
  return cohort;
}

std::optional<CohortPeriod> OutcomeTerms::cohort_ending(base::Month month) const {
  const auto cohort = cohort_of(month);
  return cohort && cohort->first + (cohort_months - 1) == month ? cohort : std::nullopt;
}

bool OutcomeTerms::last_cohort(const CohortPeriod& cohort) const {
  return last_month < cohort.first + (2 * cohort_months - 1);
}

base::Day OutcomeTerms::snapshot_day(const CohortPeriod& cohort) const {
  return base::add_months(cohort.last_day(),
                          rule.window_months + rule.proof_months + rule.snapshot_lag_months);
}

base::Day OutcomeTerms::last_count_day(const CohortPeriod& cohort) const {
  return base::add_months(cohort.last_day(),
                          rule.window_months + rule.proof_months + rule.snapshot_lag_months + restate_months);
}

base::Day OutcomeTerms::paid_from(const CohortPeriod& cohort) const {
  return provisional_from_months ? base::add_months(cohort.last_day(), *provisional_from_months)
                                 : snapshot_day(cohort);
}

std::string_view to_text(OutcomeTerms::Figure figure) {
  switch (figure) {
  case OutcomeTerms::Figure::reoffenders:
    return "reoffenders";
  case OutcomeTerms::Figure::reoffences_per_reoffender:
    return "reoffences_per_reoffender";
  case OutcomeTerms::Figure::reoffences_per_person:
    return "reoffences_per_person";
  }
  return "";
}

std::string_view unit_of(OutcomeTerms::Figure figure) {
  switch (figure) {
  case OutcomeTerms::Figure::reoffenders:
    return "reoffenders a hundred people";
  case OutcomeTerms::Figure::reoffences_per_reoffender:
    return "reoffences a hundred reoffenders";
  case OutcomeTerms::Figure::reoffences_per_person:
    return "reoffences a hundred people";
  }
  return "";
}

} // namespace probity::contract
