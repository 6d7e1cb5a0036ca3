#include "outcome/rate_comparison.h"

#include <cmath>

#include "outcome/distributions.h"
#include "outcome/exact_product.h"

namespace probity::outcome {

namespace {

using base::ErrorCode;
using base::fail;
using base::Rational;
using base::Result;

constexpr std::int64_t most_people = 1'000'000'000;
constexpr std::int64_t finest_baseline = 1'000'000'000;
constexpr std::int64_t finest_rate = 1'000'000'000'000;

double approximate(const Rational& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

Rational::Wide magnitude(Rational::Wide value) {
  return value < 0 ? -value : value;
}

Result<bool> check_people(std::int64_t people, const char* whose) {
  if (people <= 0)
    return fail(ErrorCode::invalid_input, std::string("nobody was measured, so there is no rate to test"),
                whose);
  if (people > most_people)
    return fail(ErrorCode::too_large, "more than 1,000,000,000 people cannot be tested exactly", whose);
  return true;
}

Result<bool> check_count(Proportion proportion, const char* whose) {
  PROBITY_TRY(check_people(proportion.of, whose));
  if (proportion.count < 0 || proportion.count > proportion.of)
    return fail(ErrorCode::invalid_input,
                "the count " + std::to_string(proportion.count) + " is not within 0 and " +
                    std::to_string(proportion.of),
                whose);
  return true;
}

Result<Deviation> with_variance(const Rational& observed, const Rational& baseline,
                                const Rational& one_over_sizes) {
  if (magnitude(observed.numerator()) > finest_rate || observed.denominator() > finest_rate)
    return fail(ErrorCode::too_large, "the observed rate " + observed.text() + " is too fine to test exactly",
                "observed", "Round it to 12 decimals or fewer before the test.");
  if (baseline.denominator() > finest_baseline)
    return fail(ErrorCode::too_large, "the baseline " + baseline.text() + " is too fine to test exactly",
                "baseline", "State it with 9 decimals or fewer.");
  if (baseline <= Rational(0) || baseline >= Rational(1))
    return fail(ErrorCode::invalid_input,
                "a baseline of " + baseline.text() +
                    " leaves chance no room: the test needs one between 0 and 1",
                "baseline");
  return Deviation{observed - baseline, baseline * (Rational(1) - baseline) * one_over_sizes};
}

} // namespace

double Deviation::z() const {
  return approximate(difference) / std::sqrt(approximate(variance));
}

double Deviation::p_value() const {
  return 2 * normal_above(std::fabs(z()));
}

std::string to_text(Direction direction) {
  switch (direction) {
  case Direction::lower:
    return "lower";
  case Direction::higher:
    return "higher";
  case Direction::no_change:
    break;
  }
  return "no change";
}

Direction decide(const Deviation& deviation, const Rational& critical) {
  PROBITY_ENSURE(deviation.variance > Rational(0) && critical >= Rational(0));
  const Rational& difference = deviation.difference;
  Rational::Wide above = magnitude(difference.numerator());
  Rational::Wide below = difference.denominator();
  // difference² / variance > critical², multiplied out.
  bool beyond =
      compare_products(
          {above, above, deviation.variance.denominator(), critical.denominator(), critical.denominator()},
          {below, below, deviation.variance.numerator(), critical.numerator(), critical.numerator()}) > 0;
  if (!beyond) return Direction::no_change;
  return difference < Rational(0) ? Direction::lower : Direction::higher;
}

Result<Deviation> against_fixed(const Rational& observed, std::int64_t people, const Rational& baseline) {
  PROBITY_TRY(check_people(people, "observed"));
  return with_variance(observed, baseline, Rational::of(1, people));
}

Result<Deviation> against_fixed(Proportion observed, const Rational& baseline) {
  PROBITY_TRY(check_count(observed, "observed"));
  return against_fixed(Rational::of(observed.count, observed.of), observed.of, baseline);
}

Result<Deviation> against_sampled(const Rational& observed, std::int64_t people, Proportion baseline) {
  PROBITY_TRY(check_people(people, "observed"));
  PROBITY_TRY(check_count(baseline, "baseline"));
  return with_variance(observed, Rational::of(baseline.count, baseline.of),
                       Rational::of(1, people) + Rational::of(1, baseline.of));
}

Result<Deviation> against_sampled(Proportion observed, Proportion baseline) {
  PROBITY_TRY(check_count(observed, "observed"));
  return against_sampled(Rational::of(observed.count, observed.of), observed.of, baseline);
}

Result<Deviation> between(Proportion a, Proportion b) {
  PROBITY_TRY(check_count(a, "first"));
  PROBITY_TRY(check_count(b, "second"));
  if (a.of + b.of > most_people)
    return fail(ErrorCode::too_large, "more than 1,000,000,000 people cannot be tested exactly");
  Rational pooled = Rational::of(a.count + b.count, a.of + b.of);
  if (pooled == Rational(0) || pooled == Rational(1))
    return fail(ErrorCode::invalid_input,
                pooled == Rational(0) ? "nobody of either group counts, so there is nothing to compare"
                                      : "everybody of both groups counts, so there is nothing to compare");
  return Deviation{Rational::of(a.count, a.of) - Rational::of(b.count, b.of),
                   pooled * (Rational(1) - pooled) * (Rational::of(1, a.of) + Rational::of(1, b.of))};
}

} // namespace probity::outcome
