// What became of the people of an area, in figures: for analysts, who see nobody's record.
#pragma once

#include "outcome/report.h"
#include "service/office.h"

namespace probity::service {

struct OutcomesAsked {
  std::string months = "12";   // one of outcome_windows
  std::string proof = "any";   // "any", "new_crime"
  std::string by = "provider"; // name of a grouping (outcome/cohort.h)

  bool operator==(const OutcomesAsked&) const = default;
};
inline constexpr std::string_view outcome_windows[] = {"6", "12", "24", "36"};
inline constexpr std::string_view outcome_proofs[] = {"any", "new_crime"};
inline constexpr std::string_view outcome_groupings[] = {"provider",    "sex",           "age_band",
                                                         "supervision", "offence_group", "release_year"};

// Returns to custody of every release in the ledger, as `probity outcomes --measure return --public` has
// them: what is made of few people is withheld. By `see_outcomes`, logged; computed on a reading connection
// of its own, so that nobody waits for it. `invalid_input`, naming the part, for what is no choice; `refused`
// where the record does not allow the measure.
base::Result<outcome::Report> outcome_figures(Office& office, const Caller& caller,
                                              const OutcomesAsked& asked);

} // namespace probity::service
