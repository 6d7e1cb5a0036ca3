#include "outcome/detection.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "outcome/distributions.h"

namespace probity::outcome {
namespace {

TEST(Detection, OfAQuarterlyCohort) {
  Detection fixed = detection({.baseline = 0.475, .people = 1286, .baseline_people = {}});
  EXPECT_EQ(std::round(1000 * fixed.critical_difference), 27);
  EXPECT_EQ(std::round(1000 * fixed.smallest_effect), 39);
  Detection sampled = detection({.baseline = 0.475, .people = 1286, .baseline_people = 1286});
  EXPECT_EQ(std::round(1000 * sampled.smallest_effect), 55);
  EXPECT_NEAR(sampled.critical_difference / fixed.critical_difference, std::sqrt(2), 1e-14);
}

RC_GTEST_PROP(Detection, NeedsAsManyPeopleAsItSays, ()) {
  double baseline = *rc::gen::inRange(20, 80) / 100.0;
  double effect = *rc::gen::inRange(10, 100) / 1000.0;
  std::int64_t people = people_needed(baseline, effect);
  RC_ASSERT(detection({.baseline = baseline, .people = people, .baseline_people = {}}).smallest_effect <=
            effect * (1 + 1e-12));
  if (people > 1)
    RC_ASSERT(detection({.baseline = baseline, .people = people - 1, .baseline_people = {}}).smallest_effect >
              effect);
}

// The normal approximation against the exact chance that the test finds a fall of that size.
RC_GTEST_PROP(Detection, FindsTheSmallestEffectFourTimesInFive, ()) {
  double baseline = *rc::gen::inRange(30, 70) / 100.0;
  auto people = *rc::gen::inRange<std::int64_t>(500, 5000);
  Detection found = detection({.baseline = baseline, .people = people, .baseline_people = {}});
  double truth = baseline - found.smallest_effect;
  auto most = static_cast<std::int64_t>(
      std::ceil(static_cast<double>(people) * (baseline - found.critical_difference)) - 1);
  RC_ASSERT(std::abs(binomial_below(most, people, truth) - 0.80) < 0.03);
}

} // namespace
} // namespace probity::outcome
