#include "outcome/intervals.h"

#include <algorithm>
#include <cmath>

#include "base/result.h"
#include "outcome/distributions.h"

namespace probity::outcome {

namespace {

void ensure_shape(Proportion proportion) {
  PROBITY_ENSURE(proportion.count >= 0 && proportion.count <= proportion.of);
}

} // namespace

double Proportion::value() const {
  PROBITY_ENSURE(of > 0);
  return static_cast<double>(count) / static_cast<double>(of);
}

Interval wilson_interval(Proportion proportion, double confidence) {
  ensure_shape(proportion);
  if (proportion.of == 0) return {0, 1};
  auto n = static_cast<double>(proportion.of);
  double p = proportion.value();
  double z = two_sided_normal(confidence);
  double square = z * z;
  double middle = (p + square / (2 * n)) / (1 + square / n);
  double half = z * std::sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);
  // At the ends the formula gives 0 and 1 but for rounding.
  return {proportion.count == 0 ? 0 : std::clamp(middle - half, 0.0, p),
          proportion.count == proportion.of ? 1 : std::clamp(middle + half, p, 1.0)};
}

Interval exact_interval(Proportion proportion, double confidence) {
  ensure_shape(proportion);
  PROBITY_ENSURE(confidence > 0 && confidence < 1);
  double tail = (1 - confidence) / 2;
  auto x = static_cast<double>(proportion.count);
  auto rest = static_cast<double>(proportion.of - proportion.count);
  return {proportion.count == 0 ? 0 : beta_quantile(x, rest + 1, tail),
          proportion.count == proportion.of ? 1 : beta_quantile(x + 1, rest, 1 - tail)};
}

Difference difference(Proportion a, Proportion b, double confidence) {
  double p = a.value();
  double q = b.value();
  Interval of_a = wilson_interval(a, confidence);
  Interval of_b = wilson_interval(b, confidence);
  double below = std::sqrt((p - of_a.low) * (p - of_a.low) + (of_b.high - q) * (of_b.high - q));
  double above = std::sqrt((of_a.high - p) * (of_a.high - p) + (q - of_b.low) * (q - of_b.low));
  return {p - q, {std::max(-1.0, p - q - below), std::min(1.0, p - q + above)}};
}

} // namespace probity::outcome
