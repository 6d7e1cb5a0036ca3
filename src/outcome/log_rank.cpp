#include "outcome/log_rank.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "outcome/distributions.h"
#include "outcome/symmetric_system.h"

namespace probity::outcome {

namespace {

struct Leaving {
  std::int32_t time = 0;
  std::size_t group = 0;
  bool event = false;
};

std::vector<Leaving> leavings(std::span<const std::vector<FollowUp>> groups) {
  std::vector<Leaving> all;
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const FollowUp& person : groups[g])
      all.push_back({person.time, g, person.cause != 0});
  std::sort(all.begin(), all.end(), [](const Leaving& a, const Leaving& b) { return a.time < b.time; });
  return all;
}

} // namespace

base::Result<LogRank> log_rank(std::span<const std::vector<FollowUp>> groups) {
  using base::ErrorCode;
  if (groups.size() < 2)
    return base::fail(ErrorCode::invalid_input, "a log-rank test compares two groups or more");
  LogRank found;
  std::vector<double> at_risk;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].empty())
      return base::fail(ErrorCode::invalid_input, "nobody is in the group", "group " + std::to_string(g + 1),
                        "Leave the group out of the comparison.");
    found.groups.push_back({static_cast<std::int64_t>(groups[g].size()), 0, 0});
    at_risk.push_back(static_cast<double>(groups[g].size()));
  }
  std::size_t free = groups.size() - 1; // the last group follows from the others
  SquareMatrix variance(free);
  std::vector<Leaving> all = leavings(groups);
  auto n = static_cast<double>(all.size());
  for (std::size_t from = 0; from < all.size();) {
    std::vector<double> gone(groups.size(), 0);
    double d = 0;
    std::size_t to = from;
    for (; to < all.size() && all[to].time == all[from].time; ++to) {
      gone[all[to].group] += 1;
      if (!all[to].event) continue;
      d += 1;
      ++found.groups[all[to].group].observed;
    }
    if (d > 0) {
      double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
      for (std::size_t g = 0; g < groups.size(); ++g)
        found.groups[g].expected += d * (at_risk[g] / n);
      for (std::size_t i = 0; i < free; ++i)
        for (std::size_t j = 0; j <= i; ++j)
          variance.at(i, j) += spread * (at_risk[i] / n) * ((i == j ? 1.0 : 0.0) - at_risk[j] / n);
    }
    for (std::size_t g = 0; g < groups.size(); ++g)
      at_risk[g] -= gone[g];
    n -= static_cast<double>(to - from);
    from = to;
  }
  std::vector<double> excess;
  for (std::size_t g = 0; g < free; ++g)
    excess.push_back(static_cast<double>(found.groups[g].observed) - found.groups[g].expected);
  auto system = Cholesky::of(variance);
  if (!system)
    return base::fail(
        ErrorCode::invalid_input,
        "there is nothing to compare: a group is never followed beside the others while an event "
        "happens");
  std::vector<double> weighted = system->solve(excess);
  for (std::size_t g = 0; g < free; ++g)
    found.chi_squared += excess[g] * weighted[g];
  found.degrees = static_cast<int>(free);
  found.p_value = chi_squared_above(found.chi_squared, static_cast<double>(free));
  return found;
}

} // namespace probity::outcome
