#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "outcome/cumulative_incidence.h"
#include "outcome/kaplan_meier.h"
#include "outcome/log_rank.h"

namespace probity::outcome {
namespace {

std::vector<FollowUp> some_people(int causes) {
  std::vector<FollowUp> people(*rc::gen::inRange<std::size_t>(1, 120));
  for (FollowUp& person : people)
    person = {*rc::gen::inRange(0, 40), *rc::gen::inRange(0, causes + 1)};
  return people;
}

// With an event while everyone is followed, and someone who outlasts it: never nothing to compare.
std::vector<FollowUp> comparable_people() {
  std::vector<FollowUp> people = some_people(1);
  people.push_back({0, 1});
  people.push_back({50, 0});
  return people;
}

std::vector<FollowUp> shuffled(std::vector<FollowUp> people) {
  for (std::size_t i = people.size(); i > 1; --i)
    std::swap(people[i - 1], people[*rc::gen::inRange<std::size_t>(0, i)]);
  return people;
}

TEST(KaplanMeier, OfNobodyIsEmpty) {
  SurvivalCurve curve = kaplan_meier({});
  EXPECT_TRUE(curve.steps.empty());
  EXPECT_EQ(curve.at(5), nullptr);
  EXPECT_EQ(curve.median(), std::nullopt);
}

TEST(KaplanMeier, CountsAnEventBeforeACensoringOfTheSameDay) {
  SurvivalCurve curve = kaplan_meier(std::vector<FollowUp>{{5, 0}, {5, 1}, {9, 0}, {9, 0}});
  ASSERT_EQ(curve.steps.size(), 2);
  EXPECT_EQ(curve.steps[0].at_risk, 4);
  EXPECT_EQ(curve.steps[0].survival, 0.75);
  EXPECT_EQ(curve.at(4), nullptr);
  EXPECT_EQ(curve.at(8)->survival, 0.75);
  EXPECT_EQ(curve.at(1000)->at_risk, 2);
}

TEST(KaplanMeier, SaysNothingWhenAllAreCensoredOrNoneIsLeft) {
  SurvivalCurve censored = kaplan_meier(std::vector<FollowUp>{{3, 0}, {4, 0}});
  EXPECT_EQ(censored.steps.back().survival, 1);
  EXPECT_FALSE(censored.steps.back().interval);
  SurvivalCurve gone = kaplan_meier(std::vector<FollowUp>{{3, 1}});
  EXPECT_EQ(gone.steps.back().survival, 0);
  EXPECT_FALSE(gone.steps.back().interval);
  EXPECT_EQ(gone.median(), 3);
}

RC_GTEST_PROP(KaplanMeier, WithoutCensoringIsTheShareLeft, ()) {
  std::vector<FollowUp> people = some_people(1);
  for (FollowUp& person : people)
    person.cause = 1;
  auto n = static_cast<double>(people.size());
  for (const SurvivalStep& step : kaplan_meier(people).steps) {
    auto left = static_cast<double>(number_at_risk(people, step.time + 1));
    RC_ASSERT(std::abs(step.survival - left / n) < 1e-12);
    // Greenwood without censoring is the binomial variance.
    RC_ASSERT(std::abs(step.standard_error - std::sqrt(step.survival * (1 - step.survival) / n)) < 1e-9);
  }
}

RC_GTEST_PROP(KaplanMeier, FallsAndLiesInItsInterval, ()) {
  std::vector<FollowUp> people = some_people(1);
  double before = 1;
  for (const SurvivalStep& step : kaplan_meier(people).steps) {
    RC_ASSERT(step.survival <= before && step.survival >= 0);
    RC_ASSERT(step.at_risk == number_at_risk(people, step.time));
    if (step.interval) {
      RC_ASSERT(step.interval->low <= step.survival && step.survival <= step.interval->high);
      RC_ASSERT(step.interval->low >= 0 && step.interval->high <= 1);
    }
    before = step.survival;
  }
}

RC_GTEST_PROP(Survival, DoesNotDependOnTheOrderOfPeople, ()) {
  std::vector<FollowUp> people = some_people(3);
  std::vector<FollowUp> others = shuffled(people);
  IncidenceCurves a = cumulative_incidence(people, 3);
  IncidenceCurves b = cumulative_incidence(others, 3);
  RC_ASSERT(a.steps.size() == b.steps.size());
  for (std::size_t i = 0; i < a.steps.size(); ++i)
    for (std::size_t k = 0; k < 3; ++k) {
      RC_ASSERT(a.steps[i].by_cause[k].share == b.steps[i].by_cause[k].share);
      RC_ASSERT(a.steps[i].by_cause[k].standard_error == b.steps[i].by_cause[k].standard_error);
    }
  RC_ASSERT(kaplan_meier(people).steps.back().survival == kaplan_meier(others).steps.back().survival);
}

RC_GTEST_PROP(CumulativeIncidence, OfAllCausesAndTheFreeIsEverybody, ()) {
  for (const IncidenceStep& step : cumulative_incidence(some_people(3), 3).steps) {
    double sum = step.free;
    for (const Incidence& incidence : step.by_cause) {
      RC_ASSERT(incidence.share >= 0 && incidence.share <= 1 + 1e-12);
      if (incidence.interval) RC_ASSERT(incidence.interval->contains(incidence.share));
      sum += incidence.share;
    }
    RC_ASSERT(std::abs(sum - 1) < 1e-12);
  }
}

RC_GTEST_PROP(CumulativeIncidence, OfOneCauseIsKaplanMeierTurnedOver, ()) {
  std::vector<FollowUp> people = some_people(1);
  IncidenceCurves curves = cumulative_incidence(people, 1);
  SurvivalCurve survival = kaplan_meier(people);
  RC_ASSERT(curves.steps.size() == survival.steps.size());
  for (std::size_t i = 0; i < curves.steps.size(); ++i) {
    RC_ASSERT(std::abs(curves.steps[i].by_cause[0].share - (1 - survival.steps[i].survival)) < 1e-12);
    if (survival.steps[i].survival > 0)
      RC_ASSERT(std::abs(curves.steps[i].by_cause[0].standard_error - survival.steps[i].standard_error) <
                1e-7);
  }
}

// Why a competing event is never censored: the "incidence" of Kaplan and Meier that censors it is never
// smaller.
RC_GTEST_PROP(CumulativeIncidence, IsNeverAboveWhatCensoringTheOthersWouldSay, ()) {
  std::vector<FollowUp> people = some_people(2);
  std::vector<FollowUp> censored = people;
  for (FollowUp& person : censored)
    if (person.cause == 2) person.cause = 0;
  IncidenceCurves curves = cumulative_incidence(people, 2);
  SurvivalCurve naive = kaplan_meier(censored);
  for (std::size_t i = 0; i < curves.steps.size(); ++i)
    RC_ASSERT(curves.steps[i].by_cause[0].share <= 1 - naive.steps[i].survival + 1e-12);
}

TEST(LogRank, RefusesWhatItCannotCompare) {
  using testing::HasSubstr;
  std::vector<std::vector<FollowUp>> one{{{1, 1}}};
  EXPECT_THAT(log_rank(one).error().text(), HasSubstr("two groups or more"));
  std::vector<std::vector<FollowUp>> empty{{{1, 1}}, {}};
  EXPECT_THAT(log_rank(empty).error().text(), HasSubstr("group 2"));
  std::vector<std::vector<FollowUp>> censored{{{1, 0}, {2, 0}}, {{1, 0}}};
  EXPECT_THAT(log_rank(censored).error().text(), HasSubstr("nothing to compare"));
  std::vector<std::vector<FollowUp>> apart{{{1, 0}, {2, 0}}, {{3, 1}, {4, 1}}};
  EXPECT_THAT(log_rank(apart).error().text(), HasSubstr("nothing to compare"));
}

RC_GTEST_PROP(LogRank, ExpectsAsManyAsAreObserved, ()) {
  std::vector<std::vector<FollowUp>> groups{comparable_people(), comparable_people(), comparable_people()};
  auto found = log_rank(groups);
  RC_ASSERT(found.has_value());
  double observed = 0;
  double expected = 0;
  for (const LogRankGroup& group : found->groups) {
    observed += static_cast<double>(group.observed);
    expected += group.expected;
  }
  RC_ASSERT(std::abs(observed - expected) < 1e-9);
  RC_ASSERT(found->p_value >= 0 && found->p_value <= 1);
  std::rotate(groups.begin(), groups.begin() + 1, groups.end());
  auto turned = log_rank(groups);
  RC_ASSERT(turned.has_value() &&
            std::abs(turned->chi_squared - found->chi_squared) < 1e-8 * (1 + found->chi_squared));
}

// A group against a copy of itself.
RC_GTEST_PROP(LogRank, FindsNothingBetweenEqualGroups, ()) {
  std::vector<FollowUp> people = comparable_people();
  std::vector<std::vector<FollowUp>> groups{people, shuffled(people)};
  auto found = log_rank(groups);
  RC_ASSERT(found.has_value());
  RC_ASSERT(std::abs(found->chi_squared) < 1e-12);
}

} // namespace
} // namespace probity::outcome
