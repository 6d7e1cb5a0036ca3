#include "outcome/matching.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/random.h"
#include "outcome/matched_comparison.h"

namespace probity::outcome {
namespace {

using testing::HasSubstr;

struct Groups {
  std::vector<double> log_odds;
  std::vector<std::uint8_t> treated;
  std::vector<std::uint64_t> keys;
};

Groups some_groups() {
  Groups some;
  int rows = *rc::gen::inRange(4, 60);
  for (int i = 0; i < rows; ++i) {
    some.log_odds.push_back(*rc::gen::inRange(-10, 10) / 5.0); // with ties
    some.treated.push_back(i == 0 ? 1 : i == 1 ? 0 : *rc::gen::inRange<std::uint8_t>(0, 2));
    some.keys.push_back(static_cast<std::uint64_t>(i * 7 % 61));
  }
  return some;
}

TEST(Matching, TakesTheNearestLikeliestFirst) {
  std::vector<double> log_odds{0.0, 0.5, 0.4, 0.1, 3.0};
  std::vector<std::uint8_t> treated{1, 1, 0, 0, 1};
  std::vector<std::uint64_t> keys{1, 2, 3, 4, 5};
  auto found = match_nearest(log_odds, treated, keys, 0.2);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->unmatched, std::vector<std::size_t>{4});
  ASSERT_EQ(found->pairs.size(), 2);
  EXPECT_EQ(found->pairs[0].treated, 1);
  EXPECT_EQ(found->pairs[0].comparison, 2);
  EXPECT_EQ(found->pairs[1].comparison, 3);
}

TEST(Matching, RefusesOneGroupAndEqualKeys) {
  std::vector<double> log_odds{0, 1};
  std::vector<std::uint64_t> keys{1, 2};
  EXPECT_THAT(match_nearest(log_odds, std::vector<std::uint8_t>{0, 0}, keys).error().text(),
              HasSubstr("nobody took"));
  EXPECT_THAT(match_nearest(log_odds, std::vector<std::uint8_t>{1, 1}, keys).error().text(),
              HasSubstr("everybody took"));
  EXPECT_THAT(match_nearest(log_odds, std::vector<std::uint8_t>{1, 0}, std::vector<std::uint64_t>{4, 4})
                  .error()
                  .text(),
              HasSubstr("same key"));
}

RC_GTEST_PROP(Matching, UsesEachOnceWithinTheCaliperInAnyOrderOfRows, ()) {
  Groups some = some_groups();
  auto found = match_nearest(some.log_odds, some.treated, some.keys, 0.5);
  RC_ASSERT(found.has_value());
  std::set<std::size_t> used(found->unmatched.begin(), found->unmatched.end());
  std::set<std::pair<std::uint64_t, std::uint64_t>> pairs;
  for (const MatchedPair& pair : found->pairs) {
    RC_ASSERT(used.insert(pair.treated).second && used.insert(pair.comparison).second);
    RC_ASSERT(some.treated[pair.treated] != 0 && some.treated[pair.comparison] == 0);
    RC_ASSERT(pair.distance <= found->caliper);
    pairs.emplace(some.keys[pair.treated], some.keys[pair.comparison]);
  }
  auto treated = std::count(some.treated.begin(), some.treated.end(), 1);
  RC_ASSERT(found->pairs.size() + found->unmatched.size() == static_cast<std::size_t>(treated));
  Groups turned = some;
  std::reverse(turned.log_odds.begin(), turned.log_odds.end());
  std::reverse(turned.treated.begin(), turned.treated.end());
  std::reverse(turned.keys.begin(), turned.keys.end());
  auto again = match_nearest(turned.log_odds, turned.treated, turned.keys, 0.5);
  std::set<std::pair<std::uint64_t, std::uint64_t>> other;
  for (const MatchedPair& pair : again->pairs)
    other.emplace(turned.keys[pair.treated], turned.keys[pair.comparison]);
  RC_ASSERT(pairs == other);
}

TEST(PairedDifference, HoldsItsEstimateAndTurnsRound) {
  for (std::int64_t pairs : {1, 2, 10, 500})
    for (std::int64_t first = 0; first <= pairs; first += std::max<std::int64_t>(1, pairs / 7))
      for (std::int64_t second = 0; first + second <= pairs; second += std::max<std::int64_t>(1, pairs / 7)) {
        Difference found = paired_difference({pairs, 0, first, second});
        Difference turned = paired_difference({pairs, 0, second, first});
        EXPECT_TRUE(found.interval.contains(found.estimate)) << pairs << ' ' << first << ' ' << second;
        EXPECT_NEAR(found.interval.low, -turned.interval.high, 1e-15);
      }
}

TEST(Conclusions, AreThree) {
  auto concluded = [](double low, double high, std::int64_t people) {
    return to_text(conclude({(low + high) / 2, {low, high}}, people, 60));
  };
  EXPECT_EQ(concluded(-0.1, -0.02, 100), "reduces");
  EXPECT_EQ(concluded(0.02, 0.1, 100), "increases");
  EXPECT_EQ(concluded(-0.02, 0.1, 100), "not enough evidence");
  EXPECT_EQ(concluded(-0.1, 0, 100), "not enough evidence");
  EXPECT_EQ(concluded(-0.1, -0.02, 59), "not enough evidence");
}

TEST(Conclusions, AreSaidInPlainWords) {
  EXPECT_EQ(sentence(Conclusion::reduces, {33, 100}, {-0.07, {-0.12, -0.02}}, 0.05),
            "Taking part reduces proven reoffending: of 100 people like these, 33.0 reoffend, where 40.0 "
            "would have "
            "without it (between 2.0 and 12.0 fewer).");
  EXPECT_EQ(
      sentence(Conclusion::increases, {33, 100}, {0.07, {0.02, 0.12}}, 0.05,
               {"the course", "return", "return"}),
      "The course increases return: of 100 people like these, 33.0 return, where 26.0 would have without it "
      "(between 2.0 and 12.0 more).");
  EXPECT_EQ(
      sentence(Conclusion::not_enough_evidence, {33, 100}, {-0.02, {-0.06, 0.02}}, 0.083),
      "There is not enough evidence to say that taking part changes proven reoffending: of 100 people like "
      "these it may be between 6.0 fewer and 2.0 more. With this many people, an effect of less than 8.3 in "
      "100 would often have been missed.");
}

struct Study {
  Covariates covariates{{"priors", "age"}, {}};
  std::vector<std::uint8_t> treated;
  std::vector<std::uint8_t> outcome;
  std::vector<std::uint64_t> keys;
};

// Those with fewer priors are likelier to take part; taking part moves the log odds of the outcome by
// `effect`.
Study some_study(std::uint64_t seed, int people, double effect) {
  Study study;
  for (int i = 0; i < people; ++i) {
    base::RandomStream random(seed, static_cast<std::uint64_t>(i), 1);
    double priors = random.normal();
    double age = 30 + 8 * random.normal();
    bool part = random.chance(logistic(-1.2 - 0.9 * priors + 0.02 * (age - 30)));
    study.covariates.add_row(std::vector<double>{priors, age});
    study.treated.push_back(part ? 1 : 0);
    study.outcome.push_back(random.chance(logistic(-0.3 + 0.8 * priors + (part ? effect : 0))) ? 1 : 0);
    study.keys.push_back(static_cast<std::uint64_t>(i));
  }
  return study;
}

TEST(MatchedComparison, TakesSelectionOut) {
  Study study = some_study(21, 6000, 0);
  auto found = compare_matched(study.covariates, study.treated, study.outcome, study.keys);
  ASSERT_TRUE(found);
  EXPECT_LT(found->balance[0].difference_before, -0.5);
  EXPECT_LT(worst_imbalance(found->balance), 0.1);
  EXPECT_TRUE(found->balanced);
  EXPECT_EQ(found->conclusion, Conclusion::not_enough_evidence);
  // Unmatched, the same people would have shown a large effect that is not there.
  Proportion with;
  Proportion without;
  for (std::size_t i = 0; i < study.treated.size(); ++i) {
    Proportion& group = study.treated[i] != 0 ? with : without;
    ++group.of;
    group.count += study.outcome[i];
  }
  EXPECT_LT(difference(with, without).interval.high, -0.05);
}

TEST(MatchedComparison, FindsAnEffectThatIsThere) {
  Study study = some_study(22, 6000, -0.7);
  auto found = compare_matched(study.covariates, study.treated, study.outcome, study.keys);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->conclusion, Conclusion::reduces);
  EXPECT_GT(found->detection.smallest_effect, found->detection.critical_difference);
  Study worse = some_study(22, 6000, 0.7);
  EXPECT_EQ(compare_matched(worse.covariates, worse.treated, worse.outcome, worse.keys)->conclusion,
            Conclusion::increases);
}

TEST(MatchedComparison, CountsWhoIsLeftAtEachStep) {
  Study study = some_study(23, 400, 0);
  study.covariates.values[2 * 10] = std::numeric_limits<double>::quiet_NaN();
  study.covariates.values[2 * 20 + 1] = std::numeric_limits<double>::quiet_NaN();
  auto found = compare_matched(study.covariates, study.treated, study.outcome, study.keys);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->attrition.size(), 3);
  EXPECT_EQ(found->attrition[0].treated + found->attrition[0].comparison, 400);
  EXPECT_EQ(found->attrition[1].treated + found->attrition[1].comparison, 398);
  EXPECT_EQ(found->attrition[2].treated, found->outcomes.pairs);
  EXPECT_EQ(found->attrition[1].treated,
            static_cast<std::int64_t>(found->matching.pairs.size() + found->matching.unmatched.size()));
  for (const MatchedPair& pair : found->matching.pairs) {
    EXPECT_EQ(study.treated[pair.treated], 1);
    EXPECT_EQ(study.treated[pair.comparison], 0);
    EXPECT_TRUE(pair.treated != 10 && pair.comparison != 10 && pair.treated != 20 && pair.comparison != 20);
  }
}

TEST(MatchedComparison, ConcludesNothingFromAFewPairsOrAPoorBalance) {
  Study study = some_study(22, 6000, -0.7);
  EXPECT_EQ(
      compare_matched(study.covariates, study.treated, study.outcome, study.keys, {.fewest_pairs = 100'000})
          ->conclusion,
      Conclusion::not_enough_evidence);
  auto strict = compare_matched(study.covariates, study.treated, study.outcome, study.keys,
                                {.largest_imbalance = 1e-9});
  EXPECT_FALSE(strict->balanced);
  EXPECT_EQ(strict->conclusion, Conclusion::not_enough_evidence);
}

} // namespace
} // namespace probity::outcome
