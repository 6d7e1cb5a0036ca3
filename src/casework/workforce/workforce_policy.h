// What decisions about staff go by: rows of rules/england-wales/workforce.toml.
#pragma once

#include "casework/policy_reader.h"
#include "record/symbol.h"

namespace probity::casework {

struct WorkforcePolicy {
  Limit appeal_within;       // from the assignment
  int full_time_minutes = 0; // a week
  int points_full_time = 0;  // workload points that a full-time practitioner can carry
  int points_senior = 0;     // … a senior probation officer
  int long_absence_days = 0; // away so long, cases are given to others
  Limit reallocated;         // a case whose practitioner left or is away for long
  Limit regraded;            // a case that came to be above its practitioner's grade
  // The most that a probation services officer holds.
  record::Symbol services_officer_harm;
  record::Symbol services_officer_tier; // its letter
  bool services_officer_indeterminate = false;
};

base::Result<WorkforcePolicy> read_workforce_policy(const PolicyReader& reader);

} // namespace probity::casework
