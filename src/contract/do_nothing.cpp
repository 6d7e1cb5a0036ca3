#include "contract/do_nothing.h"

#include <algorithm>
#include <cmath>

#include "outcome/distributions.h"

namespace probity::contract {
namespace {

constexpr double negligible = 1e-17;

} // namespace

Chances reoffenders_of(std::int64_t people, const DoNothing& way) {
  const auto middle = static_cast<std::int64_t>(static_cast<double>(people) * way.chance);
  Chances out;
  std::vector<double> below;
  for (std::int64_t x = middle; x >= 0; --x) {
    below.push_back(outcome::binomial_at(x, people, way.chance));
    if (below.back() < negligible) break;
  }
  out.first = middle - static_cast<std::int64_t>(below.size()) + 1;
  out.of.assign(below.rbegin(), below.rend());
  for (std::int64_t x = middle + 1; x <= people; ++x) {
    out.of.push_back(outcome::binomial_at(x, people, way.chance));
    if (out.of.back() < negligible) break;
  }
  return out;
}

double reoffences_at_most(std::int64_t reoffenders, std::int64_t at_most, const DoNothing& way) {
  if (at_most < reoffenders) return 0;
  if (reoffenders == 0 || way.mean <= 1) return 1;
  // Reoffences beyond the first of each are negative binomial: P(K ≤ k) = I_{1/mean}(reoffenders, k + 1).
  return outcome::beta_below(static_cast<double>(reoffenders), static_cast<double>(at_most - reoffenders + 1),
                             1 / way.mean);
}

Chances reoffences_of(std::int64_t people, const DoNothing& way) {
  // Sums of people by the recursion of E. Katz and H. H. Panjer for a binomial number of geometric amounts
  // would lose its small terms; the mixture over the number of reoffenders keeps them.
  const Chances reoffenders = reoffenders_of(people, way);
  Chances out;
  out.first = reoffenders.first;
  const auto add = [&out](std::int64_t reoffences, double chance) {
    const auto place = static_cast<std::size_t>(reoffences - out.first);
    if (place >= out.of.size()) out.of.resize(place + 1, 0.0);
    out.of[place] += chance;
  };
  const double stop = 1 / way.mean;
  const double ratio = 1 - stop;
  for (std::size_t i = 0; i < reoffenders.of.size(); ++i) {
    const std::int64_t r = reoffenders.first + static_cast<std::int64_t>(i);
    // P(S = s) of r reoffenders: begun at its mean, where it is not small, and carried both ways by its
    // ratio.
    const auto mean = std::max(r, static_cast<std::int64_t>(static_cast<double>(r) * way.mean));
    if (r == 0 || ratio <= 0) {
      add(r, reoffenders.of[i]);
      continue;
    }
    const double at_mean = reoffences_at_most(r, mean, way) - reoffences_at_most(r, mean - 1, way);
    double chance = at_mean;
    for (std::int64_t s = mean; chance > negligible; ++s) {
      add(s, reoffenders.of[i] * chance);
      chance *= ratio * static_cast<double>(s) / static_cast<double>(s + 1 - r);
    }
    chance = at_mean;
    for (std::int64_t s = mean - 1; s >= r; --s) {
      chance *= static_cast<double>(s + 1 - r) / (ratio * static_cast<double>(s));
      if (chance <= negligible) break;
      add(s, reoffenders.of[i] * chance);
    }
  }
  return out;
}

} // namespace probity::contract
