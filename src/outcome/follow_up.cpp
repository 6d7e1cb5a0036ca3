#include "outcome/follow_up.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "base/result.h"

namespace probity::outcome {

std::int64_t Departures::events() const {
  return std::accumulate(by_cause.begin(), by_cause.end(), std::int64_t{0});
}

std::vector<Departures> departures(std::span<const FollowUp> people, int causes) {
  std::vector<FollowUp> sorted(people.begin(), people.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const FollowUp& a, const FollowUp& b) { return a.time < b.time; });
  std::vector<Departures> rows;
  auto left = static_cast<std::int64_t>(sorted.size());
  for (const FollowUp& person : sorted) {
    PROBITY_ENSURE(person.time >= 0 && person.cause >= 0 && person.cause <= causes);
    if (rows.empty() || rows.back().time != person.time)
      rows.push_back({person.time, left, std::vector<std::int64_t>(static_cast<std::size_t>(causes), 0), 0});
    if (person.cause == 0)
      ++rows.back().censored;
    else
      ++rows.back().by_cause[static_cast<std::size_t>(person.cause - 1)];
    --left;
  }
  return rows;
}

std::int64_t number_at_risk(std::span<const FollowUp> people, std::int32_t time) {
  return std::count_if(people.begin(), people.end(),
                       [&](const FollowUp& person) { return person.time >= time; });
}

} // namespace probity::outcome
