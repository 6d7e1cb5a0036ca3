#include "outcome/discrimination.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace probity::outcome {
namespace {

struct Scored {
  std::vector<double> scores;
  std::vector<std::uint8_t> outcome;
};

Scored some_scores() {
  Scored some;
  int rows = *rc::gen::inRange(4, 80);
  for (int i = 0; i < rows; ++i) {
    some.scores.push_back(*rc::gen::inRange(0, 12) / 12.0); // with ties
    some.outcome.push_back(i < 2 ? 1 : i < 4 ? 0 : *rc::gen::inRange<std::uint8_t>(0, 2));
  }
  return some;
}

TEST(Discrimination, KnowsTheEnds) {
  std::vector<std::uint8_t> outcome{0, 0, 1, 1};
  EXPECT_EQ(discrimination(std::vector<double>{1, 2, 3, 4}, outcome)->area, 1);
  EXPECT_EQ(discrimination(std::vector<double>{4, 3, 2, 1}, outcome)->area, 0);
  EXPECT_EQ(discrimination(std::vector<double>{5, 5, 5, 5}, outcome)->area, 0.5);
  EXPECT_THAT(discrimination(std::vector<double>{1, 2, 3}, std::vector<std::uint8_t>{0, 0, 1}).error().text(),
              testing::HasSubstr("1 with, 2 without"));
}

RC_GTEST_PROP(Discrimination, IsTheShareOfPairsInOrder, ()) {
  Scored some = some_scores();
  double in_order = 0;
  double pairs = 0;
  for (std::size_t i = 0; i < some.scores.size(); ++i)
    for (std::size_t j = 0; j < some.scores.size(); ++j) {
      if (some.outcome[i] == 0 || some.outcome[j] != 0) continue;
      pairs += 1;
      in_order += some.scores[i] > some.scores[j] ? 1 : some.scores[i] == some.scores[j] ? 0.5 : 0;
    }
  auto found = discrimination(some.scores, some.outcome);
  RC_ASSERT(found.has_value());
  RC_ASSERT(std::abs(found->area - in_order / pairs) < 1e-12);
  RC_ASSERT(found->interval.contains(found->area));
}

RC_GTEST_PROP(Discrimination, SeesRanksOnlyAndNoOrderOfRows, ()) {
  Scored some = some_scores();
  auto found = discrimination(some.scores, some.outcome);
  Scored other = some;
  for (double& score : other.scores)
    score = 100 + score * score * score;
  std::reverse(other.scores.begin(), other.scores.end());
  std::reverse(other.outcome.begin(), other.outcome.end());
  auto again = discrimination(other.scores, other.outcome);
  RC_ASSERT(again->area == found->area && again->standard_error == found->standard_error);
  for (double& score : some.scores)
    score = -score;
  RC_ASSERT(std::abs(discrimination(some.scores, some.outcome)->area - (1 - found->area)) < 1e-12);
}

TEST(ErrorRates, CountEachGroupAtTheThreshold) {
  std::vector<double> scores{0.9, 0.2, 0.5, 0.1, 0.7, 0.5};
  std::vector<std::uint8_t> outcome{1, 1, 0, 0, 0, 1};
  std::vector<std::int32_t> groups{2, 2, 2, 2, 1, 1};
  auto found = error_rates(scores, outcome, groups, 0.5);
  ASSERT_EQ(found.size(), 2);
  EXPECT_EQ(found[0].group, 1);
  EXPECT_EQ(found[0].outcome, (Proportion{1, 2}));
  EXPECT_EQ(found[0].flagged, (Proportion{2, 2}));
  EXPECT_EQ(found[0].false_positive, (Proportion{1, 1}));
  EXPECT_EQ(found[0].false_negative, (Proportion{0, 1}));
  EXPECT_EQ(found[0].precision, (Proportion{1, 2}));
  EXPECT_EQ(found[1].flagged, (Proportion{2, 4}));
  EXPECT_EQ(found[1].false_positive, (Proportion{1, 2}));
  EXPECT_EQ(found[1].false_negative, (Proportion{1, 2}));
  EXPECT_EQ(found[1].precision, (Proportion{1, 2}));
}

} // namespace
} // namespace probity::outcome
