#include "outcome/standardisation.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace probity::outcome {
namespace {

using base::Rational;
using testing::HasSubstr;

TEST(Standardisation, AddsUpExactly) {
  std::vector<std::int32_t> scores{100'000, 250'000, 333'333, 1'000'000};
  auto found = standardise(2, scores, 0.4);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->expected, Rational::of(1'683'333, 1'000'000));
  EXPECT_EQ(found->variance,
            Rational::of(100'000LL * 900'000 + 250'000LL * 750'000 + 333'333LL * 666'667, 1'000'000'000'000));
  EXPECT_NEAR(found->ratio, 2 / 1.683333, 1e-15);
  EXPECT_NEAR(found->adjusted_rate, 0.4 * 2 / 1.683333, 1e-15);
}

TEST(Standardisation, RefusesWhatExpectsNothing) {
  EXPECT_THAT(standardise(0, {}, 0.4).error().text(), HasSubstr("nobody has a score"));
  EXPECT_THAT(standardise(0, std::vector<std::int32_t>{0, 0}, 0.4).error().text(),
              HasSubstr("every score is 0"));
  EXPECT_THAT(standardise(1, std::vector<std::int32_t>{5, 1'000'001}, 0.4).error().text(),
              HasSubstr("person 2"));
  EXPECT_THAT(standardise(3, std::vector<std::int32_t>{5, 6}, 0.4).error().text(),
              HasSubstr("not within 0 and 2"));
  auto certain = standardise(1, std::vector<std::int32_t>{0, 1'000'000}, 0.4);
  EXPECT_THAT(against_expected(*certain).error().text(), HasSubstr("leaves chance no room"));
}

TEST(Standardisation, RoundsScoresToMillionths) {
  EXPECT_EQ(*to_millionths(0.1), 100'000);
  EXPECT_EQ(*to_millionths(1.0 / 3), 333'333);
  EXPECT_EQ(*to_millionths(2.0 / 3), 666'667);
  EXPECT_EQ(*to_millionths(1), 1'000'000);
  EXPECT_FALSE(to_millionths(-0.1));
  EXPECT_FALSE(to_millionths(std::numeric_limits<double>::quiet_NaN()));
}

// The raw rate of an easier cohort is well below the baseline; its own risk expected that.
TEST(Standardisation, TakesAnEasierCaseloadBack) {
  std::vector<std::int32_t> scores(1000, 400'000);
  auto found = standardise(400, scores, 0.475);
  EXPECT_EQ(decide(*against_fixed(Proportion{400, 1000}, Rational::of(475, 1000)), Rational::of(196, 100)),
            Direction::lower);
  EXPECT_EQ(decide(*against_expected(*found), Rational::of(196, 100)), Direction::no_change);
  EXPECT_EQ(found->ratio, 1);
  EXPECT_NEAR(found->adjusted_rate, 0.475, 1e-15);
}

RC_GTEST_PROP(Standardisation, VariesLessThanEqualRisksWould, ()) {
  auto scores = *rc::gen::container<std::vector<std::int32_t>>(50, rc::gen::inRange(1, 1'000'000));
  auto found = standardise(20, scores, 0.4);
  RC_ASSERT(found.has_value());
  Rational mean = found->expected / Rational(50);
  RC_ASSERT(found->variance <= Rational(50) * mean * (Rational(1) - mean));
  RC_ASSERT(found->ratio_interval.contains(found->ratio));
  std::reverse(scores.begin(), scores.end());
  RC_ASSERT(standardise(20, scores, 0.4)->variance == found->variance);
}

// Equal scores: the same test as a fixed baseline.
RC_GTEST_PROP(Standardisation, OfEqualScoresIsTheFixedBaseline, ()) {
  auto people = *rc::gen::inRange<std::int64_t>(1, 400);
  auto score = *rc::gen::inRange<std::int32_t>(1, 1'000'000);
  auto observed = *rc::gen::inRange<std::int64_t>(0, people + 1);
  auto standard =
      standardise(observed, std::vector<std::int32_t>(static_cast<std::size_t>(people), score), 0.4);
  auto fixed = against_fixed(Proportion{observed, people}, Rational::of(score, 1'000'000));
  RC_ASSERT(standard.has_value() && fixed.has_value());
  RC_ASSERT(std::abs(against_expected(*standard)->z() - fixed->z()) < 1e-9);
}

} // namespace
} // namespace probity::outcome
