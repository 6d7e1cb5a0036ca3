// What people do by themselves: how many reoffend, and how often. Internal to the false-payment table.
#pragma once

#include <cstdint>
#include <vector>

namespace probity::contract {

// Each person reoffends with one chance; a reoffender's reoffences are 1 + a geometric number, so that their
// variance is mean × (mean − 1): many reoffend once, a few many times.
struct DoNothing {
  double chance = 0; // of a person to reoffend
  double mean = 1;   // reoffences a reoffender, ≥ 1
};

// Counts from `first` on with their chances; counts beyond either end are rarer than 10^-14 in all.
struct Chances {
  std::int64_t first = 0;
  std::vector<double> of;
};

Chances reoffenders_of(std::int64_t people, const DoNothing& way);
// P(reoffences in all ≤ at_most) of so many reoffenders.
double reoffences_at_most(std::int64_t reoffenders, std::int64_t at_most, const DoNothing& way);
// Reoffences in all of so many people.
Chances reoffences_of(std::int64_t people, const DoNothing& way);

} // namespace probity::contract
