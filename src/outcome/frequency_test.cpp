#include "outcome/frequency.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "support/real_data.h"

namespace probity::outcome {
namespace {

using testing::HasSubstr;

// Most do not reoffend, a few do so often: the shape of the real thing.
std::vector<std::int32_t> some_counts(std::uint64_t seed, int people) {
  std::vector<std::int32_t> counts;
  base::RandomStream random(seed, 1, 1);
  for (int i = 0; i < people; ++i)
    counts.push_back(random.poisson(random.gamma(0.4, 3)));
  counts.push_back(1);
  return counts;
}

TEST(Frequency, CountsPeopleReoffendersAndReoffences) {
  EXPECT_EQ(count_frequency(std::vector<std::int32_t>{0, 2, 0, 5}), (FrequencyCounts{4, 2, 7}));
  EXPECT_EQ(count_frequency({}), (FrequencyCounts{0, 0, 0}));
}

// Fewer reoffenders and more reoffences each: the two measures of 2015/16 pulled apart like this.
TEST(Frequency, ShareMayFallWhileTheProductRises) {
  std::vector<std::int32_t> before{0, 0, 1, 1, 1};
  std::vector<std::int32_t> after{0, 0, 0, 2, 3};
  FrequencyCounts a = count_frequency(after);
  FrequencyCounts b = count_frequency(before);
  EXPECT_LT(a.share().value(), b.share().value());
  EXPECT_GT(quasi_poisson_ratio(after, before)->ratio.estimate, 1);
}

TEST(QuasiPoisson, RefusesWhatHasNoRate) {
  EXPECT_THAT(quasi_poisson_rate(std::vector<std::int32_t>{3}).error().text(),
              HasSubstr("two people or more"));
  EXPECT_THAT(quasi_poisson_rate(std::vector<std::int32_t>{0, 0}).error().text(), HasSubstr("no reoffence"));
  EXPECT_THAT(
      quasi_poisson_ratio(std::vector<std::int32_t>{1, 2}, std::vector<std::int32_t>{0, 0}).error().text(),
      HasSubstr("second group"));
  EXPECT_THAT(quasi_poisson_ratio({}, std::vector<std::int32_t>{1, 0, 1}).error().text(),
              HasSubstr("both groups"));
}

RC_GTEST_PROP(QuasiPoisson, HoldsItsEstimateAndTurnsRound, ()) {
  std::vector<std::int32_t> a = some_counts(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(5, 200));
  std::vector<std::int32_t> b = some_counts(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(5, 200));
  auto found = quasi_poisson_ratio(a, b);
  auto turned = quasi_poisson_ratio(b, a);
  RC_ASSERT(found.has_value() && turned.has_value());
  RC_ASSERT(found->ratio.interval.contains(found->ratio.estimate));
  RC_ASSERT(std::abs(found->ratio.interval.low * turned->ratio.interval.high - 1) < 1e-12);
  RC_ASSERT(std::abs(found->p_value - turned->p_value) < 1e-12);
  std::reverse(a.begin(), a.end());
  RC_ASSERT(quasi_poisson_ratio(a, b)->ratio.interval == found->ratio.interval);
}

TEST(Bootstrap, RefusesNobody) {
  EXPECT_THAT(bootstrap_frequency({}, {}).error().text(), HasSubstr("nobody to draw"));
  EXPECT_THAT(bootstrap_frequency(std::vector<std::int32_t>{0, 0}, {}).error().text(),
              HasSubstr("nobody reoffends"));
  EXPECT_THAT(bootstrap_ratios(std::vector<std::int32_t>{1}, std::vector<std::int32_t>{0}, {}).error().text(),
              HasSubstr("second group"));
}

TEST(Bootstrap, IsTheSameWhateverTheOrderAndDiffersBySeed) {
  std::vector<std::int32_t> counts = some_counts(9, 300);
  auto found = bootstrap_frequency(counts, {.seed = 4});
  std::reverse(counts.begin(), counts.end());
  auto again = bootstrap_frequency(counts, {.seed = 4});
  auto other = bootstrap_frequency(counts, {.seed = 5});
  EXPECT_EQ(found->per_person.interval, again->per_person.interval);
  EXPECT_NE(found->per_person.interval, other->per_person.interval);
}

// A bootstrap of a mean has the width of the usual standard error, and of a share that of the binomial.
TEST(Bootstrap, HasTheWidthThatTheoryGives) {
  if (support::left_to_the_other_build("the width of bootstrapped intervals")) return;
  std::vector<std::int32_t> counts = some_counts(9, 2000);
  auto n = static_cast<double>(counts.size());
  FrequencyCounts total = count_frequency(counts);
  double mean = static_cast<double>(total.reoffences) / n;
  double square = 0;
  for (std::int32_t count : counts)
    square += (count - mean) * (count - mean);
  double share = total.share().value();
  auto found = bootstrap_frequency(counts, {.seed = 4, .replicates = 4000});
  auto width = [](const RateEstimate& rate) { return rate.interval.high - rate.interval.low; };
  EXPECT_NEAR(width(found->per_person) / (2 * 1.96 * std::sqrt(square) / n), 1, 0.06);
  EXPECT_NEAR(width(found->share) / (2 * 1.96 * std::sqrt(share * (1 - share) / n)), 1, 0.06);
  EXPECT_NEAR(found->share.estimate * found->per_reoffender.estimate, found->per_person.estimate, 1e-12);
}

// A group against itself: the drawings of the two groups are independent, so the interval is not a point.
TEST(Bootstrap, OfAGroupAgainstItselfHoldsOne) {
  std::vector<std::int32_t> counts = some_counts(9, 500);
  auto found = bootstrap_ratios(counts, counts, {.seed = 4});
  EXPECT_EQ(found->per_person.estimate, 1);
  EXPECT_LT(found->per_person.interval.low, 0.95);
  EXPECT_GT(found->per_person.interval.high, 1.05);
}

} // namespace
} // namespace probity::outcome
