// A cohort's rate beside what it is compared with. Beside each comparison stands what it could have found: a
// difference that is not significant is no proof that there is none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outcome/cohort.h"
#include "outcome/detection.h"
#include "outcome/frequency.h"
#include "outcome/rate_comparison.h"

namespace probity::outcome {

// What a rate is held against. Without people it is taken as known exactly; with people it was itself counted
// on so many and varies by chance too.
struct Baseline {
  base::Rational rate; // in (0, 1)
  std::optional<std::int64_t> people;
};
// "47.5" or "47.5/1286": percent, and the people it was counted on.
std::optional<Baseline> parse_baseline(std::string_view text);
std::string to_text(const Baseline& baseline); // "47.5 % (fixed)", "47.5 % of 1,286 people"

struct Comparison {
  std::string label;                          // of the row that is compared
  std::string against;                        // what with
  Deviation deviation;                        // the row's rate − the other, and its variance under chance
  Direction direction = Direction::no_change; // exact, critical value 1.96
  Interval interval; // of the difference, 95 %: Newcombe's; of a fixed baseline, Wilson's of the rate less it
  Detection detection; // 95 %, 80 % power
  std::string sentence;
};

// How often instead of whether: reoffences per person of one cohort over those of another.
struct FrequencyComparison {
  QuasiPoissonRatio per_person;
  std::string sentence;
};

// `refused`: a baseline of 0 or 1; a row or a baseline so small that fewer than 5 are expected to reoffend,
// or not to: the tests take counts for normally distributed.
base::Result<Comparison> compare(const std::string& label, const Counts& counts, const Baseline& baseline);
// Two cohorts counted alike. `refused` as joined (cohorts.front() of each), and when either is empty. They
// may overlap in no month.
base::Result<Comparison> compare(const Cohort& cohort, const Cohort& against);
base::Result<FrequencyComparison> compare_frequency(const Cohort& cohort, const Cohort& against);

} // namespace probity::outcome
