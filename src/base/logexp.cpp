#include "base/logexp.h"

#include <array>
#include <bit>
#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <limits>

#ifdef __FAST_MATH__
#error "fast-math changes results: build without it"
#endif
static_assert(FLT_EVAL_METHOD == 0, "doubles must be evaluated as doubles");
static_assert(std::numeric_limits<double>::is_iec559);

namespace probity::base {

namespace {

// ln 2 in two parts; the first has 21 trailing zero bits, so that its product with an exponent is exact.
constexpr double ln2_high = 0x1.62e42fee00000p-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double per_ln2 = 0x1.71547652b82fep+0;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr std::uint64_t mantissa_mask = (std::uint64_t{1} << 52U) - 1;

// 2^exponent for a normal result: −1022 ≤ exponent ≤ 1023.
double power_of_two(int exponent) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}

// 2/3, 2/5, … 2/25: the series 2·artanh(s)/s − 2 in s².
constexpr std::array<double, 12> artanh_terms = [] {
  std::array<double, 12> terms{};
  for (std::size_t i = 0; i < terms.size(); ++i)
    terms[i] = 2.0 / static_cast<double>(2 * i + 3);
  return terms;
}();

// 1/2!, 1/3!, … 1/15!: the series (e^r − 1 − r)/r² in r. Factorials to 15! are exact doubles.
constexpr std::array<double, 14> exponential_terms = [] {
  std::array<double, 14> terms{};
  double factorial = 1.0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    factorial *= static_cast<double>(i + 2);
    terms[i] = 1.0 / factorial;
  }
  return terms;
}();

template <std::size_t Count> double polynomial(const std::array<double, Count>& terms, double x) {
  double sum = terms[Count - 1];
  for (std::size_t i = Count - 1; i-- > 0;)
    sum = sum * x + terms[i];
  return sum;
}

} // namespace

double log(double x) {
  if (x != x || x < 0) return not_a_number;
  if (x == 0) return -infinity;
  if (x == infinity) return infinity;
  int exponent = 0;
  if (x < DBL_MIN) {
    x *= power_of_two(54);
    exponent = -54;
  }
  auto bits = std::bit_cast<std::uint64_t>(x);
  exponent += static_cast<int>(bits >> 52U) - 1023;
  double mantissa = std::bit_cast<double>((bits & mantissa_mask) | std::uint64_t{1023} << 52U);
  if (mantissa > 1.4142135623730951) { // to [√½, √2], where the series is short
    mantissa *= 0.5;
    ++exponent;
  }
  // With s = f/(2 + f): log(1 + f) = 2 artanh(s) = 2s + sR, and 2s = f − sf, so that the exact f stands
  // alone.
  double f = mantissa - 1.0;
  double s = f / (2.0 + f);
  double square = s * s;
  double rest = square * polynomial(artanh_terms, square);
  double whole = static_cast<double>(exponent);
  return whole * ln2_high - ((s * (f - rest) - whole * ln2_low) - f);
}

double exp(double x) {
  if (x != x) return not_a_number;
  if (x > 709.782712893384) return infinity;
  if (x < -745.1332191019412) return 0.0;
  int exponent = static_cast<int>(x * per_ln2 + (x < 0 ? -0.5 : 0.5));
  double whole = static_cast<double>(exponent);
  double r = (x - whole * ln2_high) - whole * ln2_low;
  double value = 1.0 + (r + r * r * polynomial(exponential_terms, r));
  if (exponent > 1023) return value * 2.0 * power_of_two(exponent - 1);
  if (exponent < -1022) return value * power_of_two(exponent + 200) * power_of_two(-200);
  return value * power_of_two(exponent);
}

} // namespace probity::base
