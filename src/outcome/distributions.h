// Probability distributions that give the same bits on every machine: built on base::log and base::exp and on
// IEEE 754 arithmetic alone, where the C library's (and so Boost.Math's) differ in the last place between
// versions and processors. Within 1e-10 relative of the true value for counts up to ten million; the tests
// hold them to R. No figure here may decide a payment: that is rate_comparison.h's exact comparison.
#pragma once

#include <cstdint>

namespace probity::outcome {

// P(Z ≤ z) and P(Z > z) of the standard normal distribution; the upper tail keeps its relative accuracy.
double normal_below(double z);
double normal_above(double z);
// The z with P(Z ≤ z) = probability. 0 and 1 give −infinity and +infinity; outside [0, 1] is a broken
// invariant.
double normal_quantile(double probability);
// The z of a two-sided interval: 0.95 → 1.959964. 0 < confidence < 1.
double two_sided_normal(double confidence);

// P(X ≤ x) of a beta(a, b) variable: the regularised incomplete beta function I_x(a, b). a, b > 0.
double beta_below(double a, double b, double x);
// The x with P(X ≤ x) = probability.
double beta_quantile(double a, double b, double probability);

// P(X = successes) and P(X ≤ successes) of `trials` tries with the given chance. `successes` outside
// 0 … trials gives 0 (or 1).
double binomial_at(std::int64_t successes, std::int64_t trials, double chance);
double binomial_below(std::int64_t successes, std::int64_t trials, double chance);
// The smallest count with P(X ≤ count) ≥ probability.
std::int64_t binomial_quantile(std::int64_t trials, double chance, double probability);

// P(X > x) of a gamma(shape, 1) variable: the regularised upper incomplete gamma function. shape > 0.
double gamma_above(double shape, double x);
// The x with P(X ≤ x) = probability.
double gamma_quantile(double shape, double probability);

// P(X > x) of a chi-squared variable with `degrees` degrees of freedom (> 0).
double chi_squared_above(double x, double degrees);

// P(|T| > |t|) of Student's t, and the t of a two-sided interval. degrees > 0.
double student_two_sided(double t, double degrees);
double two_sided_student(double confidence, double degrees);

} // namespace probity::outcome
