// What became of the people of an area, in figures: for analysts, who see nobody's record.
#pragma once

#include "service/kept_outcomes.h"
#include "service/office.h"

namespace probity::service {

// Returns to custody of every release in the ledger, as `probity outcomes --measure return --public` has
// them: what is made of few people is withheld. By `see_outcomes`, logged; counted on a reading connection of
// its own, so that nobody waits for it, and kept until something is recorded. `invalid_input`, naming the
// part, for what is no choice; `refused` where the record does not allow the measure.
base::Result<outcome::Report> outcome_figures(Office& office, const Caller& caller,
                                              const OutcomesAsked& asked);

} // namespace probity::service
