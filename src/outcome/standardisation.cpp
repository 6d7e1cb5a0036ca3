#include "outcome/standardisation.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "outcome/distributions.h"

namespace probity::outcome {

namespace {

using base::ErrorCode;
using base::fail;
using base::Rational;

constexpr std::int64_t million = 1'000'000;
constexpr std::size_t most_people = 100'000'000;

double approximate(const Rational& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

} // namespace

base::Result<std::int32_t> to_millionths(double probability) {
  if (!(probability >= 0 && probability <= 1))
    return fail(ErrorCode::invalid_input, "a probability must lie between 0 and 1");
  return static_cast<std::int32_t>(std::lround(probability * 1e6));
}

base::Result<Standardised> standardise(std::int64_t observed, std::span<const std::int32_t> expected,
                                       double reference_rate, double confidence) {
  PROBITY_ENSURE(reference_rate > 0 && reference_rate < 1);
  if (expected.empty()) return fail(ErrorCode::invalid_input, "nobody has a score, so nothing is expected");
  if (expected.size() > most_people)
    return fail(ErrorCode::too_large, "more than 100,000,000 people cannot be summed exactly");
  if (observed < 0 || observed > static_cast<std::int64_t>(expected.size()))
    return fail(ErrorCode::invalid_input, "the count " + std::to_string(observed) + " is not within 0 and " +
                                              std::to_string(expected.size()));
  std::int64_t sum = 0;     // millionths
  std::int64_t squares = 0; // millionths of millionths, carried below
  std::int64_t whole = 0;   // of squares, in units of 10^12
  for (std::size_t i = 0; i < expected.size(); ++i) {
    std::int64_t score = expected[i];
    if (score < 0 || score > million)
      return fail(ErrorCode::invalid_input,
                  "the score " + std::to_string(score) + " is not within 0 and 1,000,000 millionths",
                  "person " + std::to_string(i + 1));
    sum += score;
    squares += score * (million - score);
    whole += squares / (million * million);
    squares %= million * million;
  }
  if (sum == 0) return fail(ErrorCode::invalid_input, "every score is 0, so nothing is expected");
  Standardised result;
  result.people = static_cast<std::int64_t>(expected.size());
  result.observed = observed;
  result.expected = Rational::of(sum, million);
  result.variance = Rational(whole) + Rational::of(squares, million * million);
  double e = approximate(result.expected);
  double half = two_sided_normal(confidence) * std::sqrt(approximate(result.variance));
  auto o = static_cast<double>(observed);
  result.ratio = o / e;
  result.ratio_interval = {std::max(0.0, (o - half) / e), (o + half) / e};
  result.adjusted_rate = result.ratio * reference_rate;
  result.adjusted_interval = {result.ratio_interval.low * reference_rate,
                              result.ratio_interval.high * reference_rate};
  return result;
}

base::Result<Deviation> against_expected(const Standardised& standardised) {
  if (standardised.variance == Rational(0))
    return fail(ErrorCode::invalid_input, "every score is 0 or 1, which leaves chance no room");
  return Deviation{Rational(standardised.observed) - standardised.expected, standardised.variance};
}

} // namespace probity::outcome
