// One person's part in a cohort. Inside the folder: others ask cohort_of.
#pragma once

#include "outcome/index_event.h"

namespace probity::outcome {

// What one pass over the people needs and keeps.
struct Counting {
  const CohortRule& rule;
  base::Day known_on;
  Cohort& cohort;
  WindowLengths window;

  void leave_out(const timeline::Case& person, std::uint64_t event, Exclusion reason) {
    cohort.exclusions.push_back({person.name, event, reason});
  }
};

// Made only where the rule asks for something of it; else empty.
timeline::PersonTimeline timeline_for(const timeline::Case& person, const CohortRule& rule);

void count_proven(const timeline::Case& person, Counting& counting);
// `refused` when a source says that it followed its releases up for less than the window.
base::Result<void> count_returns(const timeline::Case& person, Counting& counting);

// Days from `start` that the record can speak of: to the end of the window, or to K(N) when that is earlier.
int days_followed(const Days& start, const Counting& counting, WindowLengths& window);
// Whether an index event of one of the kinds is of the cohort's period and body. What may lie in the period
// is left out with its reason.
bool enters(const IndexEvent& index, const timeline::Case& person, const timeline::PersonTimeline& timeline,
            Counting& counting);
Member member_of(const IndexEvent& index, const timeline::Case& person,
                 const timeline::PersonTimeline& timeline, const CohortRule& rule);

} // namespace probity::outcome
