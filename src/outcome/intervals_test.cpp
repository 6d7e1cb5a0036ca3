#include "outcome/intervals.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "outcome/distributions.h"

namespace probity::outcome {
namespace {

Proportion some_proportion() {
  auto of = *rc::gen::inRange<std::int64_t>(1, 5000);
  return {*rc::gen::inRange<std::int64_t>(0, of + 1), of};
}

TEST(Intervals, OfNobodyIsEverything) {
  EXPECT_EQ(wilson_interval({0, 0}), (Interval{0, 1}));
  EXPECT_EQ(exact_interval({0, 0}), (Interval{0, 1}));
}

TEST(Intervals, OfNoneAndOfAllReachTheEnd) {
  EXPECT_EQ(wilson_interval({0, 10}).low, 0);
  EXPECT_EQ(wilson_interval({10, 10}).high, 1);
  EXPECT_EQ(exact_interval({0, 10}).low, 0);
  EXPECT_EQ(exact_interval({10, 10}).high, 1);
  // 0 of n: 1 − 0.025^(1/n), the closed form.
  EXPECT_NEAR(exact_interval({0, 10}).high, 0.30849710781876083, 1e-14);
  EXPECT_NEAR(exact_interval({0, 1}).high, 0.975, 1e-14);
}

// R. G. Newcombe's own worked examples (Statistics in Medicine 17, 1998, pages 857 and 873): 81 of 263, 15 of
// 148 by Wilson; 56 of 70 less 48 of 80 by method 10.
TEST(Intervals, GiveThePublishedExamples) {
  EXPECT_NEAR(wilson_interval({81, 263}).low, 0.2553, 5e-5);
  EXPECT_NEAR(wilson_interval({81, 263}).high, 0.3662, 5e-5);
  EXPECT_NEAR(wilson_interval({15, 148}).low, 0.0624, 5e-5);
  EXPECT_NEAR(wilson_interval({15, 148}).high, 0.1605, 5e-5);
  Difference found = difference({56, 70}, {48, 80});
  EXPECT_NEAR(found.estimate, 0.2, 1e-15);
  EXPECT_NEAR(found.interval.low, 0.0524, 5e-5);
  EXPECT_NEAR(found.interval.high, 0.3339, 5e-5);
}

RC_GTEST_PROP(Intervals, HoldTheirEstimateAndMirror, ()) {
  Proportion some = some_proportion();
  Proportion rest{some.of - some.count, some.of};
  for (auto interval : {wilson_interval, exact_interval}) {
    Interval found = interval(some, 0.95);
    RC_ASSERT(0 <= found.low && found.high <= 1 && found.contains(some.value()));
    Interval mirrored = interval(rest, 0.95);
    RC_ASSERT(std::abs(mirrored.low - (1 - found.high)) < 1e-12);
    Interval wider = interval(some, 0.998);
    RC_ASSERT(wider.low <= found.low && found.high <= wider.high);
  }
}

// What defines the exact interval: at its ends, the tail beyond the count is exactly half of what is left.
RC_GTEST_PROP(Intervals, OfTheExactKindLeaveHalfOfTheRestInEachTail, ()) {
  Proportion some = some_proportion();
  Interval found = exact_interval(some);
  if (some.count > 0)
    RC_ASSERT(std::abs(1 - binomial_below(some.count - 1, some.of, found.low) - 0.025) < 1e-11);
  if (some.count < some.of)
    RC_ASSERT(std::abs(binomial_below(some.count, some.of, found.high) - 0.025) < 1e-11);
}

// The stated coverage of the exact interval is kept whatever the true rate.
RC_GTEST_PROP(Intervals, OfTheExactKindCoverAtLeastAsOftenAsStated, ()) {
  auto of = *rc::gen::inRange<std::int64_t>(1, 60);
  double truth = *rc::gen::inRange(1, 1000) / 1000.0;
  double covered = 0;
  for (std::int64_t count = 0; count <= of; ++count)
    if (exact_interval({count, of}).contains(truth)) covered += binomial_at(count, of, truth);
  RC_ASSERT(covered >= 0.95 - 1e-12);
}

RC_GTEST_PROP(Differences, HoldTheirEstimateAndTurnRound, ()) {
  Proportion a = some_proportion();
  Proportion b = some_proportion();
  Difference found = difference(a, b);
  Difference turned = difference(b, a);
  RC_ASSERT(found.interval.contains(found.estimate));
  RC_ASSERT(-1 <= found.interval.low && found.interval.high <= 1);
  RC_ASSERT(std::abs(found.interval.low + turned.interval.high) < 1e-15);
}

} // namespace
} // namespace probity::outcome
