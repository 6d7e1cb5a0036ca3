#include "outcome/discrimination.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

#include "outcome/distributions.h"

namespace probity::outcome {

base::Result<Discrimination> discrimination(std::span<const double> scores,
                                            std::span<const std::uint8_t> outcome, double confidence) {
  PROBITY_ENSURE(scores.size() == outcome.size());
  struct Scored {
    double score;
    bool with;
  };
  std::vector<Scored> sorted;
  sorted.reserve(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    PROBITY_ENSURE(!std::isnan(scores[i]));
    sorted.push_back({scores[i], outcome[i] != 0});
  }
  std::sort(sorted.begin(), sorted.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
  auto with = static_cast<std::int64_t>(
      std::count_if(sorted.begin(), sorted.end(), [](const Scored& one) { return one.with; }));
  auto without = static_cast<std::int64_t>(sorted.size()) - with;
  if (with < 2 || without < 2)
    return base::fail(base::ErrorCode::invalid_input,
                      "the area under the curve needs two people with the outcome and two without",
                      std::to_string(with) + " with, " + std::to_string(without) + " without");
  // Each person's placement: how many of the other kind score lower, ties as a half. Kept doubled, as whole
  // numbers, in blocks of equal scores.
  __extension__ using Wide = __int128;
  Wide sum = 0;
  Wide squares_with = 0;
  Wide squares_without = 0;
  std::int64_t with_below = 0;
  std::int64_t without_below = 0;
  for (std::size_t from = 0; from < sorted.size();) {
    std::int64_t with_here = 0;
    std::int64_t without_here = 0;
    std::size_t to = from;
    for (; to < sorted.size() && sorted[to].score == sorted[from].score; ++to)
      ++(sorted[to].with ? with_here : without_here);
    Wide above_them = 2 * without_below + without_here;                // for each with the outcome
    Wide below_them = 2 * (with - with_below - with_here) + with_here; // for each without it
    sum += with_here * above_them;
    squares_with += with_here * above_them * above_them;
    squares_without += without_here * below_them * below_them;
    with_below += with_here;
    without_below += without_here;
    from = to;
  }
  auto m = static_cast<double>(with);
  auto n = static_cast<double>(without);
  // Σ (v − mean)² = Σ v² − (Σ v)² / count, cleared of fractions while still whole.
  double spread_with = static_cast<double>(squares_with * with - sum * sum) / m / (4 * n * n);
  double spread_without = static_cast<double>(squares_without * without - sum * sum) / n / (4 * m * m);
  Discrimination found;
  found.area = static_cast<double>(sum) / (2 * m * n);
  found.standard_error = std::sqrt(spread_with / (m - 1) / m + spread_without / (n - 1) / n);
  double half = two_sided_normal(confidence) * found.standard_error;
  found.interval = {std::max(0.0, found.area - half), std::min(1.0, found.area + half)};
  return found;
}

std::vector<ErrorRates> error_rates(std::span<const double> scores, std::span<const std::uint8_t> outcome,
                                    std::span<const std::int32_t> groups, double threshold) {
  PROBITY_ENSURE(scores.size() == outcome.size() && groups.size() == outcome.size());
  std::map<std::int32_t, ErrorRates> by_group;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    ErrorRates& rates = by_group[groups[i]];
    rates.group = groups[i];
    bool with = outcome[i] != 0;
    bool flagged = scores[i] >= threshold;
    auto count = [](Proportion& proportion, bool hit) {
      ++proportion.of;
      if (hit) ++proportion.count;
    };
    count(rates.outcome, with);
    count(rates.flagged, flagged);
    count(with ? rates.false_negative : rates.false_positive, with != flagged);
    if (flagged) count(rates.precision, with);
  }
  std::vector<ErrorRates> result;
  for (const auto& [group, rates] : by_group)
    result.push_back(rates);
  return result;
}

} // namespace probity::outcome
