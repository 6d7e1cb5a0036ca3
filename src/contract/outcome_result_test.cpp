// What counts make of an outcome clause. The figures of the tests are computed by hand.
#include "contract/outcome_result.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::contract {
namespace {

using base::Rational;
using Kind = OutcomeResult::Kind;

OutcomeTerms against(const Rational& rate) {
  OutcomeTerms out;
  out.baseline_rate = rate;
  return out;
}

OutcomeTerms tested(OutcomeTerms terms, const Rational& critical = Rational::of(196, 100)) {
  terms.test = OutcomeTerms::Test::z;
  terms.critical = critical;
  return terms;
}

OutcomeCounts of(std::int64_t people, std::int64_t reoffenders, std::int64_t reoffences = 0) {
  OutcomeCounts out;
  out.cohort = {people, reoffenders, reoffences};
  return out;
}

TEST(OutcomeResult, AThresholdIsMetExactlyAtItsEdge) {
  OutcomeTerms terms = against(Rational::of(1, 2));
  terms.reduction_at_least = 5;
  EXPECT_EQ(judge(terms, of(1000, 450)).kind, Kind::reduction);
  EXPECT_EQ(judge(terms, of(1000, 451)).kind, Kind::no_change);
  EXPECT_EQ(judge(terms, of(1000, 450)).difference, Rational(-5));
  terms.change_in = OutcomeTerms::ChangeIn::percent;
  terms.reduction_at_least = 10;
  EXPECT_EQ(judge(terms, of(1000, 450)).kind, Kind::reduction);
  EXPECT_EQ(judge(terms, of(1000, 451)).kind, Kind::no_change);
}

TEST(OutcomeResult, TheTestIsStrictAtItsCriticalValue) {
  // 400 people at a half: variance 100. 20 fewer than the 200 expected is z = −2 exactly.
  const OutcomeTerms terms = tested(against(Rational::of(1, 2)), 2);
  const OutcomeResult at = judge(terms, of(400, 180));
  ASSERT_TRUE(at.deviation);
  EXPECT_EQ(at.deviation->variance, Rational(100));
  EXPECT_EQ(at.kind, Kind::no_change);
  EXPECT_EQ(judge(terms, of(400, 179)).kind, Kind::reduction);
  EXPECT_EQ(judge(terms, of(400, 221)).kind, Kind::increase);
  EXPECT_EQ(judge(terms, of(400, 220)).kind, Kind::no_change);
}

TEST(OutcomeResult, ASampledBaselineDoublesTheVarianceAtEqualSize) {
  OutcomeTerms terms = tested(against(Rational::of(1, 2)), 2);
  terms.baseline = OutcomeTerms::Baseline::sampled;
  terms.baseline_people = 400;
  EXPECT_EQ(judge(terms, of(400, 179)).deviation->variance, Rational(200));
  EXPECT_EQ(judge(terms, of(400, 179)).kind, Kind::no_change);
}

TEST(OutcomeResult, AConcurrentBaselineIsTheTestOfTwoSamples) {
  OutcomeTerms terms = tested(against(0), 2);
  terms.baseline = OutcomeTerms::Baseline::concurrent;
  terms.baseline_from = OutcomeTerms::BaselineFrom::others;
  OutcomeCounts counts = of(100, 30);
  counts.comparison = PeopleCounts{300, 150, 0};
  // Common rate 180/400 = 0.45; the variance of 100 people less a third of 300:
  // 100² · 0.45 · 0.55 · (1/100 + 1/300) = 33; z = −20 ⁄ √33 = −3.48.
  const OutcomeResult result = judge(terms, counts);
  EXPECT_EQ(result.deviation->variance, Rational(33));
  EXPECT_EQ(result.deviation->difference, Rational(-20));
  EXPECT_EQ(result.kind, Kind::reduction);
}

TEST(OutcomeResult, AdjustmentComparesLikeWithLike) {
  OutcomeTerms terms = tested(against(Rational::of(1, 2)), 2);
  terms.adjustment = OutcomeTerms::Adjustment::strata;
  terms.stratum_rates = {{"low", Rational::of(1, 5)}, {"high", Rational::of(4, 5)}};
  OutcomeCounts counts = of(200, 70);
  counts.strata["low"] = {150, 40, 0};
  counts.strata["high"] = {50, 30, 0};
  const OutcomeResult result = judge(terms, counts);
  EXPECT_EQ(result.expected_cases, Rational(70));      // 150 × 0.2 + 50 × 0.8
  EXPECT_EQ(result.deviation->variance, Rational(32)); // 200 × 0.16
  EXPECT_EQ(result.kind, Kind::no_change);             // as expected of people like these
  EXPECT_EQ(result.raw_difference, Rational(-15));     // 35 against 50
  terms.adjustment = OutcomeTerms::Adjustment::none;
  EXPECT_EQ(judge(terms, counts).kind, Kind::reduction);
}

TEST(OutcomeResult, WhatCannotBeMeasuredSaysWhy) {
  OutcomeTerms terms = against(Rational::of(1, 2));
  terms.minimum = 30;
  EXPECT_EQ(judge(terms, of(29, 3)).words(terms), "not measured: 29 people, measured from 30");
  terms.minimum = 1;
  terms.figure = OutcomeTerms::Figure::reoffences_per_reoffender;
  EXPECT_EQ(judge(terms, of(29, 0)).words(terms), "not measured: no reoffenders to divide by");
  terms = against(Rational::of(1, 2));
  terms.adjustment = OutcomeTerms::Adjustment::strata;
  OutcomeCounts counts = of(10, 3);
  counts.strata["new"] = {10, 3, 0};
  EXPECT_EQ(judge(terms, counts).words(terms), "not measured: the file has no rate for the stratum \"new\"");
  EXPECT_EQ(judge(against(Rational::of(1, 2)), of(3, 4)).words(terms),
            "not measured: the counts contradict one another");
}

TEST(OutcomeResult, FewerReoffendersWithMoreReoffencesAreBothSaid) {
  OutcomeTerms binary = against(Rational::of(475, 1000));
  OutcomeTerms frequency = against(Rational::of(42, 10));
  frequency.figure = OutcomeTerms::Figure::reoffences_per_reoffender;
  // The published national figures of October 2015 to September 2016, of a thousand people.
  const OutcomeCounts counts = of(1000, 454, 2134);
  EXPECT_EQ(judge(binary, counts).kind, Kind::reduction);
  EXPECT_EQ(judge(frequency, counts).kind, Kind::increase);
  OutcomeTerms product = against(Rational::of(1995, 1000));
  product.figure = OutcomeTerms::Figure::reoffences_per_person;
  EXPECT_EQ(judge(product, counts).kind, Kind::increase);
}

TEST(OutcomeResult, CohortsTogetherWeighByTheirPeople) {
  OutcomeTerms terms = against(Rational::of(1, 2));
  terms.pooled_at_least = 4;
  const std::vector<OutcomeResult> cohorts{judge(terms, of(900, 405)), judge(terms, of(100, 50))};
  const OutcomeResult pooled = judge_pooled(terms, cohorts);
  EXPECT_EQ(pooled.difference, Rational::of(-45, 10));
  EXPECT_EQ(pooled.kind, Kind::reduction);
}

// --- laws of every clause and every count ----------------------------------------------------------------

RC_GTEST_PROP(OutcomeResult, NoExactFractionLeavesItsWidthAndTheSideIsRight, ()) {
  OutcomeTerms terms = against(Rational::of(*rc::gen::inRange<std::int64_t>(1, 1'000'000), 1'000'000));
  terms = tested(terms, Rational::of(*rc::gen::inRange<std::int64_t>(1, 10'000'000), 1'000'000));
  const bool adjusted = *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) {
    terms.baseline = OutcomeTerms::Baseline::sampled;
    terms.baseline_people = *rc::gen::inRange<std::int64_t>(1, most_cohort_people + 1);
  }
  OutcomeCounts counts;
  if (adjusted) {
    terms.adjustment = OutcomeTerms::Adjustment::strata;
    for (const char* name : {"a", "b", "c"}) {
      terms.stratum_rates[name] = Rational::of(*rc::gen::inRange<std::int64_t>(1, 1'000'000), 1'000'000);
      PeopleCounts& stratum = counts.strata[name];
      stratum.people = *rc::gen::inRange<std::int64_t>(0, most_cohort_people / 3);
      stratum.reoffenders = *rc::gen::inRange<std::int64_t>(0, stratum.people + 1);
      counts.cohort += stratum;
    }
  } else {
    counts.cohort.people = *rc::gen::inRange<std::int64_t>(1, most_cohort_people + 1);
    counts.cohort.reoffenders = *rc::gen::inRange<std::int64_t>(0, counts.cohort.people + 1);
  }
  const OutcomeResult result = judge(terms, counts);
  if (result.kind == Kind::reduction) RC_ASSERT(result.difference < 0);
  if (result.kind == Kind::increase) RC_ASSERT(result.difference > 0);
  if (result.deviation) {
    const double z = result.deviation->z();
    const double critical =
        static_cast<double>(terms.critical.numerator()) / static_cast<double>(terms.critical.denominator());
    if (z < -critical * 1.000001) RC_ASSERT(result.kind == Kind::reduction);
    if (z > -critical * 0.999999 && z < critical * 0.999999) RC_ASSERT(result.kind == Kind::no_change);
  }
}

RC_GTEST_PROP(OutcomeResult, OneReoffenderMoreIsNeverABetterResult, ()) {
  OutcomeTerms terms = against(Rational::of(*rc::gen::inRange<std::int64_t>(1, 100), 100));
  if (*rc::gen::arbitrary<bool>()) terms = tested(terms);
  terms.reduction_at_least = *rc::gen::inRange<std::int64_t>(0, 10);
  terms.increase_at_least = *rc::gen::inRange<std::int64_t>(0, 10);
  const auto people = *rc::gen::inRange<std::int64_t>(1, 5000);
  const auto reoffenders = *rc::gen::inRange<std::int64_t>(0, people);
  const auto order = [](Kind kind) { return kind == Kind::reduction ? 0 : kind == Kind::no_change ? 1 : 2; };
  RC_ASSERT(order(judge(terms, of(people, reoffenders)).kind) <=
            order(judge(terms, of(people, reoffenders + 1)).kind));
}

} // namespace
} // namespace probity::contract
