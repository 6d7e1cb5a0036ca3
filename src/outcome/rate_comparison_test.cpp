#include "outcome/rate_comparison.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "outcome/exact_product.h"

namespace probity::outcome {
namespace {

using base::Rational;

Rational decimal(const char* text) {
  return *Rational::parse_decimal(text);
}

TEST(FixedBaseline, IsTheTextbookStatistic) {
  // 600 of 1,000 against one half: z = 0.1 / √(0.25 / 1000) = √40.
  auto found = against_fixed(Proportion{600, 1000}, Rational::of(1, 2));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->difference, Rational::of(1, 10));
  EXPECT_EQ(found->variance, Rational::of(1, 4000));
  EXPECT_NEAR(found->z(), std::sqrt(40), 1e-14);
  EXPECT_EQ(decide(*found, decimal("1.96")), Direction::higher);
}

// With b = ½ and n = 10,000, z = 0.0098 · 200 = 1.96 exactly at 5,098. Equal is not beyond.
TEST(FixedBaseline, DecidesExactlyAtTheEdge) {
  auto at = [](std::int64_t count) {
    return decide(*against_fixed(Proportion{count, 10'000}, Rational::of(1, 2)), decimal("1.96"));
  };
  EXPECT_EQ(at(5098), Direction::no_change);
  EXPECT_EQ(at(5099), Direction::higher);
  EXPECT_EQ(at(4902), Direction::no_change);
  EXPECT_EQ(at(4901), Direction::lower);
}

// The same 44.1 % of 1,286 against 47.5 %: significant if the baseline is taken as known, not if it was
// counted on as many people.
TEST(SampledBaseline, IsHarderToBeat) {
  Proportion observed{567, 1286};
  auto fixed = against_fixed(observed, Rational::of(611, 1286));
  auto sampled = against_sampled(observed, Proportion{611, 1286});
  ASSERT_TRUE(fixed && sampled);
  EXPECT_EQ(decide(*fixed, decimal("1.96")), Direction::lower);
  EXPECT_EQ(decide(*sampled, decimal("1.96")), Direction::no_change);
  EXPECT_NEAR(fixed->z() / sampled->z(), std::sqrt(2), 1e-14);
}

TEST(AdjustedRate, MayTurnAFallIntoNoChange) {
  // Raw 44.5 % of 1,286 is 3.0 points below 47.5 %; an easier cohort takes 2 of them back.
  Rational baseline = decimal("0.475");
  EXPECT_EQ(decide(*against_fixed(decimal("0.445"), 1286, baseline), decimal("1.96")), Direction::lower);
  EXPECT_EQ(decide(*against_fixed(decimal("0.465"), 1286, baseline), decimal("1.96")), Direction::no_change);
}

TEST(ProportionTests, RefuseWhatTheyCannotTest) {
  using testing::HasSubstr;
  EXPECT_THAT(against_fixed(Proportion{0, 0}, Rational::of(1, 2)).error().text(),
              HasSubstr("nobody was measured"));
  EXPECT_THAT(against_fixed(Proportion{1, 2}, Rational(0)).error().text(),
              HasSubstr("leaves chance no room"));
  EXPECT_THAT(against_fixed(Proportion{1, 2}, Rational(1)).error().text(),
              HasSubstr("leaves chance no room"));
  EXPECT_THAT(against_fixed(Proportion{3, 2}, Rational::of(1, 2)).error().text(),
              HasSubstr("not within 0 and 2"));
  EXPECT_THAT(against_sampled(Proportion{1, 2}, Proportion{0, 9}).error().text(),
              HasSubstr("leaves chance no room"));
  EXPECT_THAT(between({0, 4}, {0, 9}).error().text(), HasSubstr("nobody of either"));
  EXPECT_THAT(between({4, 4}, {9, 9}).error().text(), HasSubstr("everybody of both"));
  EXPECT_FALSE(against_fixed(Rational::of(1, 10'000'000'000'007), 5, Rational::of(1, 2)));
  EXPECT_FALSE(against_fixed(Rational::of(1, 3), 5, Rational::of(1, 2'000'000'011)));
}

TEST(ProportionTests, HoldTheLargestSizes) {
  Proportion large{500'000'001, 1'000'000'000};
  Proportion other{333'333'331, 999'999'937};
  EXPECT_TRUE(against_sampled(large, other));
  EXPECT_EQ(decide(*against_sampled(large, other), decimal("1.959963984540")), Direction::higher);
  EXPECT_TRUE(between({400'000'001, 499'999'993}, {400'000'003, 499'999'979}));
  Rational fine = Rational::of(999'999'999'989, 1'000'000'000'000);
  EXPECT_EQ(decide(*against_sampled(fine, 999'999'929, other), decimal("1.959963984540")), Direction::higher);
}

RC_GTEST_PROP(ProportionTests, AgreeWithFloatingPointAwayFromTheEdge, ()) {
  auto n = *rc::gen::inRange<std::int64_t>(1, 100'000);
  Proportion observed{*rc::gen::inRange<std::int64_t>(0, n + 1), n};
  auto m = *rc::gen::inRange<std::int64_t>(2, 100'000);
  Proportion base{*rc::gen::inRange<std::int64_t>(1, m), m};
  double critical = 1.96;
  for (const auto& found : {against_fixed(observed, Rational::of(base.count, m)),
                            against_sampled(observed, base), between(observed, base)}) {
    RC_ASSERT(found.has_value());
    double z = found->z();
    if (std::abs(std::abs(z) - critical) < 1e-9) continue;
    Direction expected = std::abs(z) < critical ? Direction::no_change
                         : z < 0                ? Direction::lower
                                                : Direction::higher;
    RC_ASSERT(decide(*found, decimal("1.96")) == expected);
  }
}

RC_GTEST_PROP(ProportionTests, TurnRoundWithTheirGroups, ()) {
  auto n = *rc::gen::inRange<std::int64_t>(2, 10'000);
  Proportion a{*rc::gen::inRange<std::int64_t>(1, n), n};
  Proportion b{*rc::gen::inRange<std::int64_t>(1, n), n};
  RC_ASSERT(between(a, b)->difference == -between(b, a)->difference);
  RC_ASSERT(between(a, b)->variance == between(b, a)->variance);
}

TEST(Products, AreComparedBeyondAnyWidth) {
  Rational::Wide big = Rational::Wide{1} << 125;
  EXPECT_TRUE(compare_products({big, big, big, big}, {big, big, big, big - 1}) > 0);
  EXPECT_TRUE(compare_products({big, big, 3}, {big, 3, big}) == 0);
  EXPECT_TRUE(compare_products({big, 0}, {1}) < 0);
  EXPECT_TRUE(compare_products({}, {1}) == 0);
  EXPECT_TRUE(compare_products({0, big}, {big, 0}) == 0);
}

RC_GTEST_PROP(Products, AgreeWithOrdinaryOnes, ()) {
  auto a = *rc::gen::inRange<std::int64_t>(0, 3'000'000'000);
  auto b = *rc::gen::inRange<std::int64_t>(0, 3'000'000'000);
  auto c = *rc::gen::inRange<std::int64_t>(0, 3'000'000'000);
  auto d = *rc::gen::inRange<std::int64_t>(0, 3'000'000'000);
  RC_ASSERT(compare_products({a, b}, {c, d}) == (Rational::Wide{a} * b <=> Rational::Wide{c} * d));
}

} // namespace
} // namespace probity::outcome
