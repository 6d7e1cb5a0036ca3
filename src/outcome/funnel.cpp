#include "outcome/funnel.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/result.h"
#include "outcome/distributions.h"

namespace probity::outcome {

namespace {

// The count at which a binomial variable reaches `probability`, interpolated between whole counts.
double interpolated_quantile(std::int64_t trials, double chance, double probability) {
  std::int64_t count = binomial_quantile(trials, chance, probability);
  double excess = binomial_below(count, trials, chance) - probability;
  return static_cast<double>(count) - excess / binomial_at(count, trials, chance);
}

double naive_z(Proportion unit, double target) {
  auto n = static_cast<double>(unit.of);
  return (unit.value() - target) / std::sqrt(target * (1 - target) / n);
}

double mean_square(std::span<const double> values) {
  double sum = 0;
  for (double value : values)
    sum += value * value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

} // namespace

Interval funnel_limits(double target, std::int64_t people, double confidence) {
  PROBITY_ENSURE(target > 0 && target < 1 && people > 0 && confidence > 0 && confidence < 1);
  double tail = (1 - confidence) / 2;
  auto n = static_cast<double>(people);
  return {std::clamp(interpolated_quantile(people, target, tail) / n, 0.0, 1.0),
          std::clamp(interpolated_quantile(people, target, 1 - tail) / n, 0.0, 1.0)};
}

Interval widened_funnel_limits(double target, std::int64_t people, double confidence, double phi) {
  PROBITY_ENSURE(target > 0 && target < 1 && people > 0 && phi >= 1);
  double half =
      two_sided_normal(confidence) * std::sqrt(phi * target * (1 - target) / static_cast<double>(people));
  return {std::max(0.0, target - half), std::min(1.0, target + half)};
}

Overdispersion overdispersion(std::span<const Proportion> units, double target, double winsorised,
                              double level) {
  PROBITY_ENSURE(target > 0 && target < 1 && winsorised >= 0 && winsorised < 0.5);
  std::vector<double> z;
  for (Proportion unit : units)
    if (unit.of > 0) z.push_back(naive_z(unit, target));
  Overdispersion found;
  if (z.empty()) return found;
  std::sort(z.begin(), z.end());
  found.units = static_cast<std::int64_t>(z.size());
  found.raw_phi = mean_square(z);
  auto pulled = static_cast<std::size_t>(winsorised * static_cast<double>(z.size()));
  double low = z[pulled];
  double high = z[z.size() - 1 - pulled];
  for (double& value : z)
    value = std::clamp(value, low, high);
  found.phi = mean_square(z);
  auto count = static_cast<double>(z.size());
  found.p_value = chi_squared_above(count * found.phi, count);
  found.present = found.phi > 1 && found.p_value < level;
  return found;
}

Funnel funnel(std::span<const Proportion> units, double target, double winsorised, double level) {
  Funnel result{target, overdispersion(units, target, winsorised, level), {}};
  auto limits = [&](std::int64_t people, double confidence) {
    if (people == 0) return Interval{0, 1};
    return result.overdispersion.present
               ? widened_funnel_limits(target, people, confidence, result.overdispersion.phi)
               : funnel_limits(target, people, confidence);
  };
  for (Proportion unit : units) {
    FunnelPoint point{unit, 0, limits(unit.of, 0.95), limits(unit.of, 0.998), Standing::within};
    if (unit.of > 0) {
      point.z = naive_z(unit, target);
      if (!point.limits_998.contains(unit.value()))
        point.standing = Standing::outside_998;
      else if (!point.limits_95.contains(unit.value()))
        point.standing = Standing::outside_95;
    }
    result.points.push_back(point);
  }
  return result;
}

double pooled_rate(std::span<const Proportion> units) {
  Proportion all;
  for (Proportion unit : units) {
    all.count += unit.count;
    all.of += unit.of;
  }
  return all.value();
}

} // namespace probity::outcome
