#include "outcome/distributions.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace probity::outcome {
namespace {

TEST(Normal, KnowsItsQuantiles) {
  EXPECT_NEAR(two_sided_normal(0.95), 1.959963984540054, 1e-14);
  EXPECT_NEAR(two_sided_normal(0.998), 3.090232306167813, 1e-13);
  EXPECT_NEAR(normal_quantile(0.8), 0.8416212335729143, 1e-14);
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_EQ(normal_quantile(0), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(normal_quantile(1), std::numeric_limits<double>::infinity());
}

TEST(Normal, KeepsAFarTail) {
  EXPECT_NEAR(normal_above(10) / 7.619853024160527e-24, 1, 1e-12);
  EXPECT_EQ(normal_above(0), 0.5);
}

RC_GTEST_PROP(Normal, QuantileUndoesTheDistribution, ()) {
  double z = *rc::gen::inRange(-6000, 6001) / 1000.0;
  double tail = z < 0 ? normal_below(z) : normal_above(z);
  RC_ASSERT(std::abs(std::abs(normal_quantile(tail)) - std::abs(z)) < 1e-12);
}

RC_GTEST_PROP(Binomial, AddsUpToItsDistribution, ()) {
  auto trials = *rc::gen::inRange<std::int64_t>(0, 200);
  double chance = *rc::gen::inRange(0, 1001) / 1000.0;
  double sum = 0;
  for (std::int64_t count = 0; count <= trials; ++count) {
    sum += binomial_at(count, trials, chance);
    RC_ASSERT(std::abs(sum - binomial_below(count, trials, chance)) < 1e-12);
  }
  RC_ASSERT(std::abs(sum - 1) < 1e-12);
}

RC_GTEST_PROP(Binomial, QuantileIsTheFirstCountThatReaches, ()) {
  auto trials = *rc::gen::inRange<std::int64_t>(1, 3000);
  double chance = *rc::gen::inRange(1, 1000) / 1000.0;
  double probability = *rc::gen::inRange(1, 1000) / 1000.0;
  std::int64_t count = binomial_quantile(trials, chance, probability);
  RC_ASSERT(binomial_below(count, trials, chance) >= probability);
  RC_ASSERT(binomial_below(count - 1, trials, chance) < probability);
}

RC_GTEST_PROP(Beta, QuantileUndoesTheDistribution, ()) {
  double a = *rc::gen::inRange(1, 2000) / 10.0;
  double b = *rc::gen::inRange(1, 2000) / 10.0;
  double probability = *rc::gen::inRange(1, 1000) / 1000.0;
  RC_ASSERT(std::abs(beta_below(a, b, beta_quantile(a, b, probability)) - probability) < 1e-10);
}

TEST(ChiSquared, WithTwoDegreesIsExponential) {
  for (double x : {0.1, 1.0, 5.0, 40.0})
    EXPECT_NEAR(chi_squared_above(x, 2) / std::exp(-x / 2), 1, 1e-13);
}

RC_GTEST_PROP(Gamma, QuantileUndoesTheDistribution, ()) {
  double shape = *rc::gen::inRange(1, 3000) / 10.0;
  double probability = *rc::gen::inRange(1, 1000) / 1000.0;
  RC_ASSERT(std::abs(gamma_above(shape, gamma_quantile(shape, probability)) - (1 - probability)) < 1e-11);
}

TEST(Student, HasTheTailOfCauchyWithOneDegree) {
  EXPECT_NEAR(student_two_sided(1, 1), 0.5, 1e-14);
  EXPECT_NEAR(two_sided_student(0.95, 10), 2.2281388519862739, 1e-12);
  EXPECT_NEAR(two_sided_student(0.95, 1e6), two_sided_normal(0.95), 1e-5);
}

} // namespace
} // namespace probity::outcome
