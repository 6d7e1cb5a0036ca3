#include "base/logexp.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace probity::base {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// How many doubles lie between two of the same sign.
std::uint64_t steps_between(double a, double b) {
  auto x = std::bit_cast<std::int64_t>(a);
  auto y = std::bit_cast<std::int64_t>(b);
  return static_cast<std::uint64_t>(x > y ? x - y : y - x);
}

double any_positive() {
  return std::bit_cast<double>(*rc::gen::inRange<std::uint64_t>(1, std::bit_cast<std::uint64_t>(infinity)));
}

RC_GTEST_PROP(Log, IsWithinTwoStepsOfTheLibrarys, ()) {
  double wide = any_positive();
  RC_ASSERT(steps_between(base::log(wide), std::log(wide)) <= 2U);
  double near_one = 1.0 + static_cast<double>(*rc::gen::inRange(-400'000, 400'000)) / 1e6;
  if (near_one != 1.0) RC_ASSERT(steps_between(base::log(near_one), std::log(near_one)) <= 2U);
}

RC_GTEST_PROP(Exp, IsWithinTwoStepsOfTheLibrarys, ()) {
  double x = static_cast<double>(*rc::gen::inRange<std::int64_t>(-745'130'000'000, 709'782'000'000)) / 1e9;
  RC_ASSERT(steps_between(base::exp(x), std::exp(x)) <= 2U);
}

TEST(LogExp, AreCloseOnADenseSweep) {
  for (int i = 1; i <= 400'000; ++i) {
    double x = i / 1e5;
    if (i != 100'000) {
      ASSERT_LE(steps_between(base::log(x), std::log(x)), 2U) << x;
    }
    ASSERT_LE(steps_between(base::exp(x), std::exp(x)), 2U) << x;
    ASSERT_LE(steps_between(base::exp(-x), std::exp(-x)), 2U) << x;
  }
}

TEST(Log, KnowsItsEdges) {
  EXPECT_EQ(base::log(1.0), 0.0);
  EXPECT_EQ(base::log(0.0), -infinity);
  EXPECT_EQ(base::log(infinity), infinity);
  EXPECT_TRUE(std::isnan(base::log(-1.0)));
  EXPECT_TRUE(std::isnan(base::log(std::nan(""))));
  EXPECT_LE(steps_between(base::log(5e-324), std::log(5e-324)), 1U);
}

TEST(Exp, KnowsItsEdges) {
  EXPECT_EQ(base::exp(0.0), 1.0);
  EXPECT_EQ(base::exp(710.0), infinity);
  EXPECT_EQ(base::exp(infinity), infinity);
  EXPECT_EQ(base::exp(-746.0), 0.0);
  EXPECT_EQ(base::exp(-infinity), 0.0);
  EXPECT_TRUE(std::isnan(base::exp(std::nan(""))));
  EXPECT_LE(steps_between(base::exp(709.7827), std::exp(709.7827)), 2U);
  EXPECT_LE(steps_between(base::exp(-744.0), std::exp(-744.0)), 1U);
}

} // namespace
} // namespace probity::base
