#include "outcome/funnel.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/random.h"

namespace probity::outcome {
namespace {

std::vector<Proportion> by_chance(std::uint64_t seed, int units, double rate, double spread) {
  std::vector<Proportion> all;
  for (int i = 0; i < units; ++i) {
    base::RandomStream random(seed, static_cast<std::uint64_t>(i), 1);
    Proportion unit{0, random.between(200, 2000)};
    double own = rate + spread * (2 * random.uniform() - 1);
    for (std::int64_t n = 0; n < unit.of; ++n)
      unit.count += random.chance(own) ? 1 : 0;
    all.push_back(unit);
  }
  return all;
}

TEST(Funnel, ByChanceAloneIsNotOverdispersed) {
  std::vector<Proportion> units = by_chance(5, 40, 0.4, 0);
  Funnel found = funnel(units, 0.4);
  EXPECT_FALSE(found.overdispersion.present);
  EXPECT_NEAR(found.overdispersion.raw_phi, 1, 0.5);
  for (const FunnelPoint& point : found.points)
    EXPECT_EQ(point.limits_95, funnel_limits(0.4, point.unit.of, 0.95));
}

TEST(Funnel, OfUnitsThatTrulyDifferIsWidened) {
  std::vector<Proportion> units = by_chance(5, 40, 0.4, 0.1);
  Funnel found = funnel(units, 0.4);
  EXPECT_TRUE(found.overdispersion.present);
  std::size_t outside = 0;
  std::size_t outside_exact = 0;
  for (const FunnelPoint& point : found.points) {
    outside += point.standing == Standing::within ? 0 : 1;
    outside_exact += funnel_limits(0.4, point.unit.of, 0.95).contains(point.unit.value()) ? 0 : 1;
  }
  EXPECT_LT(outside, outside_exact);
}

// One provider far out among many ordinary ones is a signal, and does not widen the limits that show it.
TEST(Funnel, OneExtremeUnitIsShownNotAbsorbed) {
  std::vector<Proportion> units = by_chance(5, 40, 0.4, 0);
  units.push_back({700, 1000});
  Funnel found = funnel(units, 0.4);
  EXPECT_GT(found.overdispersion.raw_phi, 5);
  EXPECT_FALSE(found.overdispersion.present);
  EXPECT_EQ(found.points.back().standing, Standing::outside_998);
}

TEST(Funnel, LeavesOutUnitsThatMeasureNobody) {
  Funnel found = funnel(std::vector<Proportion>{{0, 0}, {4, 10}}, 0.4);
  EXPECT_EQ(found.overdispersion.units, 1);
  EXPECT_EQ(found.points[0].standing, Standing::within);
  EXPECT_EQ(funnel({}, 0.4).overdispersion.units, 0);
}

RC_GTEST_PROP(Funnel, LimitsHoldTheTargetAndAreNested, ()) {
  double target = *rc::gen::inRange(50, 950) / 1000.0;
  auto people = *rc::gen::inRange<std::int64_t>(30, 5000);
  Interval narrow = funnel_limits(target, people, 0.95);
  Interval wide = funnel_limits(target, people, 0.998);
  RC_ASSERT(narrow.contains(target));
  RC_ASSERT(wide.low <= narrow.low && narrow.high <= wide.high);
  RC_ASSERT(wide.low >= 0 && wide.high <= 1);
  Interval larger = funnel_limits(target, people * 4, 0.95);
  RC_ASSERT(larger.high - larger.low < narrow.high - narrow.low);
}

RC_GTEST_PROP(Funnel, DoesNotDependOnTheOrderOfUnits, ()) {
  std::vector<Proportion> units = by_chance(*rc::gen::arbitrary<std::uint64_t>(), 12, 0.3, 0.05);
  Overdispersion found = overdispersion(units, 0.3);
  std::reverse(units.begin(), units.end());
  RC_ASSERT(overdispersion(units, 0.3).phi == found.phi);
}

} // namespace
} // namespace probity::outcome
