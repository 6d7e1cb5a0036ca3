#include "outcome/frequency.h"

#include <cmath>

#include "base/logexp.h"
#include "outcome/distributions.h"

namespace probity::outcome {

namespace {

using base::ErrorCode;
using base::fail;

struct Sums {
  double n = 0;
  double total = 0;
  double mean = 0;
  double pearson = 0; // Σ (y − mean)² / mean
};

// By whole numbers first, so that the order of people cannot show.
Sums sums_of(std::span<const std::int32_t> counts) {
  std::int64_t total = 0;
  std::int64_t squares = 0;
  for (std::int32_t count : counts) {
    PROBITY_ENSURE(count >= 0 && count <= 1'000'000);
    total += count;
    squares += std::int64_t{count} * count;
  }
  Sums sums;
  sums.n = static_cast<double>(counts.size());
  sums.total = static_cast<double>(total);
  sums.mean = sums.total / sums.n;
  // n Σ y² − (Σ y)², exact in 128 bits.
  __extension__ using Wide = __int128;
  Wide spread = static_cast<Wide>(counts.size()) * squares - static_cast<Wide>(total) * total;
  sums.pearson = static_cast<double>(spread) / sums.total;
  return sums;
}

RateEstimate on_log_scale(double estimate, double half) {
  return {estimate, {estimate * base::exp(-half), estimate * base::exp(half)}};
}

} // namespace

FrequencyCounts count_frequency(std::span<const std::int32_t> reoffences_of_each) {
  FrequencyCounts counts;
  for (std::int32_t reoffences : reoffences_of_each) {
    PROBITY_ENSURE(reoffences >= 0);
    ++counts.people;
    counts.reoffenders += reoffences > 0 ? 1 : 0;
    counts.reoffences += reoffences;
  }
  return counts;
}

base::Result<QuasiPoissonRate> quasi_poisson_rate(std::span<const std::int32_t> counts, double confidence) {
  if (counts.size() < 2)
    return fail(ErrorCode::invalid_input, "a rate with an interval needs two people or more");
  Sums sums = sums_of(counts);
  if (sums.total == 0) return fail(ErrorCode::invalid_input, "there is no reoffence to estimate a rate from");
  double degrees = sums.n - 1;
  double dispersion = sums.pearson / degrees;
  double half = two_sided_student(confidence, degrees) * std::sqrt(dispersion / sums.total);
  return QuasiPoissonRate{on_log_scale(sums.mean, half), dispersion};
}

base::Result<QuasiPoissonRatio> quasi_poisson_ratio(std::span<const std::int32_t> a,
                                                    std::span<const std::int32_t> b, double confidence) {
  if (a.empty() || b.empty() || a.size() + b.size() < 3)
    return fail(ErrorCode::invalid_input, "a rate ratio needs people in both groups, three or more in all");
  Sums first = sums_of(a);
  Sums second = sums_of(b);
  if (first.total == 0 || second.total == 0)
    return fail(ErrorCode::invalid_input, "a group without any reoffence has no rate ratio",
                first.total == 0 ? "first group" : "second group",
                "Compare the shares of reoffenders instead.");
  double degrees = first.n + second.n - 2;
  double dispersion = (first.pearson + second.pearson) / degrees;
  double ratio = first.mean / second.mean;
  double error = std::sqrt(dispersion * (1 / first.total + 1 / second.total));
  QuasiPoissonRatio found{on_log_scale(ratio, two_sided_student(confidence, degrees) * error), dispersion, 1};
  double log_ratio = base::log(ratio);
  if (error > 0)
    found.p_value = student_two_sided(log_ratio / error, degrees);
  else if (ratio != 1)
    found.p_value = 0;
  return found;
}

} // namespace probity::outcome
