#include "outcome/distributions.h"

#include <cmath>
#include <limits>

#include "base/logexp.h"
#include "base/result.h"

namespace probity::outcome {

namespace {

constexpr double two_pi = 6.283185307179586;
constexpr double smallest = 1e-300;
constexpr double spacing = 1e-16;
constexpr double infinity = std::numeric_limits<double>::infinity();
// Continued fractions and series take some hundred times the root of the parameter at worst.
constexpr int most_steps = 2'000'000;

// What Stirling's formula leaves out: log z! − ((z + ½) log z − z + ½ log 2π).
double stirling_error(double z) {
  double sum = 0;
  while (z < 16) {
    sum += (z + 0.5) * base::log((z + 1) / z) - 1;
    z += 1;
  }
  double square = 1 / (z * z);
  double series =
      (1.0 / 12 -
       (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 * square) * square) * square) * square) /
      z;
  return sum + series;
}

// x log(x / mean) + mean − x without the cancellation near x = mean: C. Loader, "Fast and accurate
// computation of binomial probabilities" (2000).
double deviance_part(double x, double mean) {
  double difference = x - mean;
  if (std::fabs(difference) < 0.1 * (x + mean)) {
    double v = difference / (x + mean);
    double sum = difference * v;
    double term = 2 * x * v;
    for (int j = 1; j < 1000; ++j) {
      term *= v * v;
      double next = sum + term / (2 * j + 1);
      if (next == sum) break;
      sum = next;
    }
    return sum;
  }
  return x * base::log(x / mean) + mean - x;
}

// x^a (1 − x)^b / B(a, b); `rest` is 1 − x, given apart because it may be known better.
double beta_weight(double a, double b, double x, double rest) {
  double n = a + b;
  double exponent = stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance_part(a, n * x) -
                    deviance_part(b, n * rest);
  return std::sqrt(a * (b / n) / two_pi) * base::exp(exponent);
}

double kept_from_zero(double x) {
  return std::fabs(x) < smallest ? smallest : x;
}

// The continued fraction of I_x(a, b) by the modified method of Lentz (DLMF 8.17.22).
double beta_fraction(double a, double b, double x) {
  double c = 1;
  double d = 1 / kept_from_zero(1 - (a + b) * x / (a + 1));
  double value = d;
  for (int m = 1; m < most_steps; ++m) {
    double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept_from_zero(1 + even * d);
    c = kept_from_zero(1 + even / c);
    value *= d * c;
    double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept_from_zero(1 + odd * d);
    c = kept_from_zero(1 + odd / c);
    double step = d * c;
    value *= step;
    if (std::fabs(step - 1) < spacing * 4) break;
  }
  return value;
}

struct Tails {
  double below = 0;
  double above = 0;
};

Tails beta_tails(double a, double b, double x) {
  if (x <= 0) return {0, 1};
  if (x >= 1) return {1, 0};
  double rest = 1 - x;
  double weight = beta_weight(a, b, x, rest);
  if (x < (a + 1) / (a + b + 2)) {
    double below = weight * beta_fraction(a, b, x) / a;
    return {below, 1 - below};
  }
  double above = weight * beta_fraction(b, a, rest) / b;
  return {1 - above, above};
}

// x^a e^−x / Γ(a)
double gamma_weight(double a, double x) {
  return std::sqrt(a / two_pi) * base::exp(-stirling_error(a) - deviance_part(a, x));
}

Tails gamma_tails(double a, double x) {
  if (x <= 0) return {0, 1};
  double weight = gamma_weight(a, x);
  if (x < a + 1) {
    double term = 1 / a;
    double sum = term;
    for (int i = 1; i < most_steps && term > sum * spacing; ++i) {
      term *= x / (a + i);
      sum += term;
    }
    return {weight * sum, 1 - weight * sum};
  }
  double b = x + 1 - a;
  double c = 1 / smallest;
  double d = 1 / b;
  double value = d;
  for (int i = 1; i < most_steps; ++i) {
    double factor = i * (a - i);
    b += 2;
    d = 1 / kept_from_zero(factor * d + b);
    c = kept_from_zero(b + factor / c);
    double step = d * c;
    value *= step;
    if (std::fabs(step - 1) < spacing * 4) break;
  }
  return {1 - weight * value, weight * value};
}

// The root of a rising function by Newton's method, kept inside a bracket that bisection halves.
// value(x) and slope(x); low < root < high.
template <class Value, class Slope>
double rising_root(double low, double high, double start, Value value, Slope slope) {
  double x = start;
  for (int i = 0; i < 400; ++i) {
    double at = value(x);
    if (at == 0) return x;
    if (at < 0)
      low = x;
    else
      high = x;
    double steep = slope(x);
    double next = steep > 0 ? x - at / steep : low;
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    if (next == low || next == high || std::fabs(next - x) <= spacing * 2 * std::fabs(next)) return next;
    x = next;
  }
  return x;
}

} // namespace

double normal_above(double z) {
  double half = gamma_tails(0.5, z * z / 2).above / 2;
  return z < 0 ? 1 - half : half;
}

double normal_below(double z) {
  return normal_above(-z);
}

double normal_quantile(double probability) {
  PROBITY_ENSURE(probability >= 0 && probability <= 1);
  if (probability == 0) return -infinity;
  if (probability == 1) return infinity;
  if (probability == 0.5) return 0;
  double tail = probability < 0.5 ? probability : 1 - probability;
  // Hastings' approximation (Abramowitz and Stegun 26.2.23), then Newton on the tail.
  double t = std::sqrt(-2 * base::log(tail));
  double z =
      t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (int i = 0; i < 6; ++i) {
    double density = base::exp(-z * z / 2) / std::sqrt(two_pi);
    double step = (normal_above(z) - tail) / density;
    z += step / (1 - z * step / 2);                         // Halley
    if (std::fabs(step) < 1e-9 * (1 + std::fabs(z))) break; // the error is cubed by the step just taken
  }
  return probability < 0.5 ? -z : z;
}

double two_sided_normal(double confidence) {
  PROBITY_ENSURE(confidence > 0 && confidence < 1);
  return -normal_quantile((1 - confidence) / 2);
}

double beta_below(double a, double b, double x) {
  PROBITY_ENSURE(a > 0 && b > 0);
  return beta_tails(a, b, x).below;
}

double beta_quantile(double a, double b, double probability) {
  PROBITY_ENSURE(a > 0 && b > 0 && probability >= 0 && probability <= 1);
  if (probability == 0) return 0;
  if (probability == 1) return 1;
  // In whichever tail is the smaller, so that a small tail keeps its relative accuracy.
  auto value = [&](double x) {
    Tails tails = beta_tails(a, b, x);
    return probability < 0.5 ? tails.below - probability : (1 - probability) - tails.above;
  };
  auto slope = [&](double x) { return beta_weight(a, b, x, 1 - x) / (x * (1 - x)); };
  return rising_root(0, 1, a / (a + b), value, slope);
}

double binomial_at(std::int64_t successes, std::int64_t trials, double chance) {
  PROBITY_ENSURE(trials >= 0 && chance >= 0 && chance <= 1);
  if (successes < 0 || successes > trials) return 0;
  if (chance == 0) return successes == 0 ? 1 : 0;
  if (chance == 1) return successes == trials ? 1 : 0;
  auto n = static_cast<double>(trials);
  auto x = static_cast<double>(successes);
  if (successes == 0) return trials == 0 ? 1 : base::exp(-deviance_part(n, n * (1 - chance)) - n * chance);
  if (successes == trials) return base::exp(-deviance_part(n, n * chance) - n * (1 - chance));
  double rest = n - x;
  return beta_weight(x, rest, chance, 1 - chance) * n / (x * rest);
}

double binomial_below(std::int64_t successes, std::int64_t trials, double chance) {
  PROBITY_ENSURE(trials >= 0 && chance >= 0 && chance <= 1);
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return beta_tails(static_cast<double>(successes + 1), static_cast<double>(trials - successes), chance)
      .above;
}

std::int64_t binomial_quantile(std::int64_t trials, double chance, double probability) {
  PROBITY_ENSURE(trials >= 0 && probability >= 0 && probability <= 1);
  std::int64_t low = -1; // P(X ≤ low) < probability ≤ P(X ≤ high)
  std::int64_t high = trials;
  while (high - low > 1) {
    std::int64_t middle = low + (high - low) / 2;
    (binomial_below(middle, trials, chance) < probability ? low : high) = middle;
  }
  return high;
}

double gamma_above(double shape, double x) {
  PROBITY_ENSURE(shape > 0);
  return gamma_tails(shape, x).above;
}

double gamma_quantile(double shape, double probability) {
  PROBITY_ENSURE(shape > 0 && probability >= 0 && probability <= 1);
  if (probability == 0) return 0;
  if (probability == 1) return infinity;
  auto value = [&](double x) {
    Tails tails = gamma_tails(shape, x);
    return probability < 0.5 ? tails.below - probability : (1 - probability) - tails.above;
  };
  auto slope = [&](double x) { return gamma_weight(shape, x) / x; };
  double high = shape + 10;
  while (gamma_tails(shape, high).above > 1 - probability)
    high *= 2;
  return rising_root(0, high, shape, value, slope);
}

double chi_squared_above(double x, double degrees) {
  return gamma_above(degrees / 2, x / 2);
}

double student_two_sided(double t, double degrees) {
  PROBITY_ENSURE(degrees > 0);
  return beta_tails(degrees / 2, 0.5, degrees / (degrees + t * t)).below;
}

double two_sided_student(double confidence, double degrees) {
  PROBITY_ENSURE(confidence > 0 && confidence < 1 && degrees > 0);
  double x = beta_quantile(degrees / 2, 0.5, 1 - confidence);
  return std::sqrt(degrees * (1 - x) / x);
}

} // namespace probity::outcome
