// What plans are held to: when they are due, and from where on content counts as blank, copied or
// boilerplate. Rows of rules/england-wales/plans.toml and supervision.toml.
#pragma once

#include "casework/policy_reader.h"

namespace probity::casework {

struct PlanPolicy {
  Limit sentence_due;          // after the first appointment that the person attends
  Limit resettlement_due;      // after the screening in custody, or reception where none is recorded
  Limit signed_off;            // after filing
  Limit reviewed;              // after filing or the last review, where no day was set
  base::Day resettlement_from; // receptions before it started no clock: the rule was not there
  Limit mended;                // after it was sent back
  Limit replaced;              // after a review that asks for another
  int words_least = 0;         // fewer are a blank plan
  int near_copy_percent = 0;
  int boilerplate_percent = 0;
  int boilerplate_plans = 0; // so many other plans alike
};

base::Result<PlanPolicy> read_plan_policy(const PolicyReader& reader);

} // namespace probity::casework
