// Chances that a clause pays for nothing, against sums done another way.
#include "contract/false_payment.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "contract/do_nothing.h"
#include "contract/outcome_result.h"

namespace probity::contract {
namespace {

using base::Rational;

OutcomeClause clause_of(OutcomeTerms::Figure figure, const Rational& rate, const char* id = "clause") {
  OutcomeClause out;
  out.id = id;
  out.terms.figure = figure;
  out.terms.baseline_rate = rate;
  return out;
}

OutcomeClause tested(const Rational& rate) {
  OutcomeClause out = clause_of(OutcomeTerms::Figure::reoffenders, rate);
  out.terms.test = OutcomeTerms::Test::z;
  out.terms.critical = Rational::of(196, 100);
  return out;
}

FalsePaymentTable table_of(const std::vector<OutcomeClause>& clauses, const FalsePaymentQuestion& question) {
  Terms terms;
  terms.outcomes = clauses;
  auto table = false_payments(terms, clauses.back().id, question);
  if (!table) ADD_FAILURE() << table.error().text();
  return table ? std::move(*table) : FalsePaymentTable{};
}

FalsePaymentQuestion asked(std::vector<std::int64_t> people, std::vector<int> ages) {
  FalsePaymentQuestion out;
  out.people = std::move(people);
  out.ages = std::move(ages);
  return out;
}

// P(X ≤ 575), P(X ≥ 646) and P(X ≤ 575) after eight years of 1,286 people, P(X ≤ 2372) of 5,143: summed in
// whole numbers of any length, Σ C(n, x) 475^x 525^(n−x) ⁄ 1000^n, and with 435 for the eighth year.
TEST(FalsePayment, ASignificanceTestAgainstAFixedBaselineIsABinomialTail) {
  const auto table = table_of({tested(Rational::of(475, 1000))}, asked({1286, 5143}, {0, 8}));
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_NEAR(table.rows[0].pays, 0.024094180616339667, 1e-12);
  EXPECT_NEAR(table.rows[0].takes, 0.02655908651593686, 1e-12);
  EXPECT_NEAR(table.rows[1].pays, 0.8173333327657912, 1e-12);
  EXPECT_NEAR(table.rows[2].pays, 0.02457711042640004, 1e-12);
  EXPECT_NEAR(table.rows[3].pays, 0.9999270927076632, 1e-12);
  EXPECT_NEAR(table.rows[3].all_bodies, 0.99847, 1e-5);
}

TEST(FalsePayment, ABaselineTakenAsExactThatWasSampledPaysMoreOften) {
  FalsePaymentQuestion question = asked({1286}, {0});
  question.baseline_people = 1286;
  OutcomeClause fixed = tested(Rational::of(475, 1000));
  const double wrongly_fixed = table_of({fixed}, question).rows[0].pays;
  fixed.terms.baseline = OutcomeTerms::Baseline::sampled;
  fixed.terms.baseline_people = 1286;
  const double sampled = table_of({fixed}, question).rows[0].pays;
  EXPECT_NEAR(wrongly_fixed, 0.0829, 0.004); // P(Z < −1.96 ⁄ √2), less what whole numbers leave
  EXPECT_NEAR(sampled, 0.025, 0.001);
}

TEST(FalsePayment, AConcurrentComparisonHardlyCaresForTheTrend) {
  OutcomeClause concurrent = tested(0);
  concurrent.terms.baseline = OutcomeTerms::Baseline::concurrent;
  concurrent.terms.baseline_from = OutcomeTerms::BaselineFrom::others;
  FalsePaymentQuestion question = asked({1000}, {0, 8});
  question.binary_rate = Rational(48);
  const auto table = table_of({concurrent}, question);
  EXPECT_NEAR(table.rows[0].pays, 0.025, 0.002);
  EXPECT_NEAR(table.rows[1].pays, table.rows[0].pays, 0.001);
}

// Every pair of reoffenders and reoffences of a small cohort, weighed by hand and judged one by one.
TEST(FalsePayment, FrequencyBehindAHurdleIsTheSumOverEveryCount) {
  OutcomeClause hurdle = clause_of(OutcomeTerms::Figure::reoffenders, Rational::of(1, 2), "hurdle");
  hurdle.terms.reduction_at_least = 5;
  OutcomeClause frequency = clause_of(OutcomeTerms::Figure::reoffences_per_reoffender, 2);
  frequency.terms.reduction_at_least = 10;
  frequency.terms.hurdle = "hurdle";
  const auto table = table_of({hurdle, frequency}, asked({8}, {0}));
  double pays = 0;
  double choose = 1; // C(8, r)
  for (std::int64_t r = 0; r <= 8; ++r) {
    double arrangements = 1; // C(s − 1, r − 1) ways to divide s reoffences over r, each (1/2)^s
    for (std::int64_t s = r; r > 0 && s <= 200; ++s) {
      OutcomeCounts counts;
      counts.cohort = {8, r, s};
      if (judge(hurdle.terms, counts).kind == OutcomeResult::Kind::reduction &&
          judge(frequency.terms, counts).kind == OutcomeResult::Kind::reduction) {
        double chance = choose / 256 * arrangements;
        for (std::int64_t i = 0; i < s; ++i)
          chance /= 2;
        pays += chance;
      }
      arrangements *= static_cast<double>(s) / static_cast<double>(s + 1 - r);
    }
    choose *= static_cast<double>(8 - r) / static_cast<double>(r + 1);
  }
  EXPECT_GT(pays, 0.05);
  EXPECT_NEAR(table.rows[0].pays, pays, 1e-12);
}

TEST(FalsePayment, AsksForWhatTheClauseDoesNotSay) {
  OutcomeClause set = tested(0);
  set.terms.baseline_from = OutcomeTerms::BaselineFrom::event;
  Terms terms;
  terms.outcomes = {set};
  const auto table = false_payments(terms, "clause", asked({100}, {0}));
  ASSERT_FALSE(table);
  EXPECT_THAT(table.error().text(), testing::HasSubstr("--binary-rate"));
  EXPECT_THAT(false_payments(terms, "other", asked({100}, {0})).error().text(),
              testing::HasSubstr("it has: clause"));
}

// --- laws ------------------------------------------------------------------------------------------------

RC_GTEST_PROP(DoNothingLaws, ChancesAddUpAndHaveTheirMean, ()) {
  const DoNothing way{*rc::gen::inRange(1, 100) / 100.0, 1 + *rc::gen::inRange(1, 400) / 100.0};
  const auto people = *rc::gen::inRange<std::int64_t>(1, 400);
  for (const auto& [chances, mean] :
       {std::pair{reoffenders_of(people, way), static_cast<double>(people) * way.chance},
        std::pair{reoffences_of(people, way), static_cast<double>(people) * way.chance * way.mean}}) {
    double sum = 0;
    double first = 0;
    for (std::size_t i = 0; i < chances.of.size(); ++i) {
      sum += chances.of[i];
      first += chances.of[i] * static_cast<double>(chances.first + static_cast<std::int64_t>(i));
    }
    RC_ASSERT(std::abs(sum - 1) < 1e-11);
    RC_ASSERT(std::abs(first - mean) < 1e-10 * (1 + mean));
  }
}

RC_GTEST_PROP(FalsePaymentLaws, AFallingTrendPaysMoreTheOlderTheBaseline, ()) {
  const auto rate = *rc::gen::inRange<std::int64_t>(20, 80);
  const auto people = *rc::gen::inRange<std::int64_t>(20, 2000);
  const auto table = table_of({tested(Rational::of(rate, 100))}, asked({people}, {0, 1, 3, 7}));
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    RC_ASSERT(table.rows[i - 1].pays <= table.rows[i].pays + 1e-12);
    RC_ASSERT(table.rows[i - 1].takes >= table.rows[i].takes - 1e-12);
  }
}

// Twenty people at 50 of a hundred, 10 expected: 7.5 % fewer are 9.25, so nine or fewer pass. P(X ≤ 9) is
// Σ C(20, x) ⁄ 2^20 = 431,910 ⁄ 1,048,576.
TEST(FalsePayment, TheGateOfAllCohortsTogetherIsOneLargeCohortWithItsOwnThreshold) {
  OutcomeClause clause = tested(Rational::of(1, 2));
  clause.terms.change_in = OutcomeTerms::ChangeIn::percent;
  clause.terms.reduction_at_least = 10;
  clause.terms.pooled_at_least = Rational::of(75, 10);
  clause.terms.first_cohort = *base::parse_month("2010-01");
  clause.terms.cohort_months = 12;
  clause.terms.last_month = *base::parse_month("2011-12");
  const auto table = table_of({clause}, asked({10, 60'000}, {0}));
  EXPECT_EQ(table.pooled_cohorts, 2);
  ASSERT_TRUE(table.rows[0].pooled);
  EXPECT_NEAR(*table.rows[0].pooled, 431'910.0 / 1'048'576, 1e-12);
  EXPECT_FALSE(table.rows[1].pooled) << "120,000 people are more than are computed";
  clause.terms.pooled_at_least.reset();
  EXPECT_FALSE(table_of({clause}, asked({10}, {0})).rows[0].pooled);
}

} // namespace
} // namespace probity::contract
