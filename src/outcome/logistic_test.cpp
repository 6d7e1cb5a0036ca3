#include "outcome/logistic.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/random.h"
#include "outcome/calibration.h"
#include "outcome/cross_validation.h"

namespace probity::outcome {
namespace {

using testing::HasSubstr;

struct Rows {
  Covariates covariates;
  std::vector<std::uint8_t> outcome;
  std::vector<std::uint64_t> keys;
};

// Two columns, one of them in days; log odds −0.5 + 0.8 a + 0.002 days.
Rows some_rows(std::uint64_t seed, int rows) {
  Rows some{{{"priors", "days"}, {}}, {}, {}};
  base::RandomStream random(seed, 1, 1);
  for (int i = 0; i < rows; ++i) {
    double priors = random.normal();
    double days = 200 + 100 * random.normal();
    some.covariates.add_row(std::vector<double>{priors, days});
    some.outcome.push_back(random.chance(logistic(-0.9 + 0.8 * priors + 0.002 * days)) ? 1 : 0);
    some.keys.push_back(static_cast<std::uint64_t>(i));
  }
  return some;
}

TEST(Logistic, OfOneIndicatorIsTheLogOddsRatio) {
  // 10 of 40 without, 30 of 60 with: intercept log(10/30), coefficient log((30/30)/(10/30)).
  Covariates covariates{{"aid"}, {}};
  std::vector<std::uint8_t> outcome;
  for (int i = 0; i < 100; ++i) {
    covariates.values.push_back(i < 40 ? 0 : 1);
    outcome.push_back(i < 10 || i >= 70 ? 1 : 0);
  }
  auto model = fit_logistic(covariates, outcome);
  ASSERT_TRUE(model);
  EXPECT_NEAR(model->coefficients[0], std::log(1.0 / 3), 1e-12);
  EXPECT_NEAR(model->coefficients[1], std::log(3), 1e-12);
  EXPECT_NEAR(model->standard_error(1), std::sqrt(1.0 / 10 + 1.0 / 30 + 1.0 / 30 + 1.0 / 30), 1e-10);
  EXPECT_NEAR(model->probability(std::vector<double>{1}), 0.5, 1e-12);
}

TEST(Logistic, RefusesWhatCannotBeEstimatedAndNamesIt) {
  Rows some = some_rows(1, 60);
  auto with_column = [&](auto value) {
    Covariates wider{{"priors", "days", "extra"}, {}};
    for (std::size_t i = 0; i < some.outcome.size(); ++i) {
      auto row = some.covariates.row(i);
      wider.add_row(std::vector<double>{row[0], row[1], value(i, row)});
    }
    auto model = fit_logistic(wider, some.outcome);
    return model ? std::string("fitted") : model.error().text();
  };
  EXPECT_THAT(with_column([](std::size_t, auto) { return 4.2; }),
              HasSubstr("column extra: the column is the same"));
  EXPECT_THAT(with_column([](std::size_t, auto row) { return 3 * row[0] - row[1] / 7; }),
              HasSubstr("column extra: the column is a combination"));
  EXPECT_THAT(with_column([&](std::size_t i, auto) { return some.outcome[i] != 0 ? 2.0 : 1.0; }),
              HasSubstr("column extra: the columns separate"));
  // Quasi-complete: one category in which all outcomes are alike.
  EXPECT_THAT(
      with_column([&](std::size_t i, auto) { return some.outcome[i] != 0 && i % 3 == 0 ? 1.0 : 0.0; }),
      HasSubstr("column extra: the columns separate"));
  EXPECT_THAT(with_column([](std::size_t i, auto) {
                return i == 6 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(i % 2);
              }),
              HasSubstr("row 7, column extra: the value is not known"));
  std::vector<std::uint8_t> none(60, 0);
  EXPECT_THAT(fit_logistic(some.covariates, none).error().text(), HasSubstr("happened to nobody"));
  std::vector<std::uint8_t> all(60, 1);
  EXPECT_THAT(fit_logistic(some.covariates, all).error().text(), HasSubstr("happened to everybody"));
  Covariates short_of{{"a", "b"}, {1, 2, 2, 1, 3, 3}};
  EXPECT_THAT(fit_logistic(short_of, std::vector<std::uint8_t>{0, 1, 1}).error().text(),
              HasSubstr("3 rows cannot"));
}

// The likelihood equations: residuals add up to nothing, alone and weighed with each column.
RC_GTEST_PROP(Logistic, ExpectsInEveryColumnWhatWasObserved, ()) {
  Rows some = some_rows(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(150, 400));
  auto model = fit_logistic(some.covariates, some.outcome);
  RC_ASSERT(model.has_value());
  double sums[3] = {0, 0, 0};
  for (std::size_t i = 0; i < some.outcome.size(); ++i) {
    auto row = some.covariates.row(i);
    double residual = some.outcome[i] - model->probability(row);
    sums[0] += residual;
    sums[1] += residual * row[0];
    sums[2] += residual * row[1] / 100;
  }
  for (double sum : sums)
    RC_ASSERT(std::abs(sum) < 1e-6);
}

RC_GTEST_PROP(Logistic, DoesNotCareAboutUnits, ()) {
  Rows some = some_rows(*rc::gen::arbitrary<std::uint64_t>(), 200);
  Covariates other = some.covariates;
  for (std::size_t i = 1; i < other.values.size(); i += 2)
    other.values[i] = 1e6 + other.values[i] / 365;
  auto a = fit_logistic(some.covariates, some.outcome);
  auto b = fit_logistic(other, some.outcome);
  RC_ASSERT(a.has_value() && b.has_value());
  RC_ASSERT(std::abs(a->coefficients[1] - b->coefficients[1]) < 1e-6);
  RC_ASSERT(std::abs(a->coefficients[2] * 365 - b->coefficients[2]) < 1e-5);
  RC_ASSERT(std::abs(a->deviance - b->deviance) < 1e-6);
}

RC_GTEST_PROP(Folds, KeepAPersonTogetherAndAreEven, ()) {
  auto keys =
      *rc::gen::container<std::vector<std::uint64_t>>(100, rc::gen::inRange<std::uint64_t>(0, 1'000'000));
  keys.insert(keys.end(), {2'000'000, 2'000'001, 2'000'002, 2'000'003, 2'000'004});
  auto folds = keyed_folds(keys, 5, 7);
  RC_ASSERT(folds.has_value());
  std::set<std::pair<std::uint64_t, int>> together;
  for (std::size_t i = 0; i < keys.size(); ++i)
    together.emplace(keys[i], (*folds)[i]);
  RC_ASSERT(together.size() == std::set<std::uint64_t>(keys.begin(), keys.end()).size());
  std::vector<std::size_t> sizes(5, 0);
  for (const auto& [key, fold] : together)
    ++sizes[static_cast<std::size_t>(fold)];
  RC_ASSERT(*std::max_element(sizes.begin(), sizes.end()) - *std::min_element(sizes.begin(), sizes.end()) <=
            1);
  std::reverse(keys.begin(), keys.end());
  auto turned = keyed_folds(keys, 5, 7);
  std::reverse(turned->begin(), turned->end());
  RC_ASSERT(*turned == *folds);
}

TEST(Folds, NeedAsManyPeople) {
  std::vector<std::uint64_t> keys{1, 1, 1, 2};
  EXPECT_THAT(keyed_folds(keys, 3, 0).error().text(), HasSubstr("2 people cannot be cut into 3"));
}

TEST(CrossValidation, PredictsEachRowByAModelThatHasNotSeenIt) {
  Rows some = some_rows(3, 300);
  auto found = cross_validate(some.covariates, some.outcome, some.keys, 5, 11);
  ASSERT_TRUE(found);
  // Turning round one person's outcome may move everyone's prediction but those of the own fold.
  Rows changed = some;
  changed.outcome[17] = changed.outcome[17] != 0 ? 0 : 1;
  auto again = cross_validate(changed.covariates, changed.outcome, changed.keys, 5, 11);
  ASSERT_TRUE(again);
  for (std::size_t i = 0; i < some.outcome.size(); ++i) {
    if (found->fold[i] == found->fold[17])
      EXPECT_EQ(found->predicted[i], again->predicted[i]);
    else
      EXPECT_NE(found->predicted[i], again->predicted[i]);
  }
}

TEST(CrossValidation, SaysWhichPartFailed) {
  Rows some = some_rows(3, 20);
  Covariates rare{{"rare"}, std::vector<double>(20, 0.0)};
  rare.values[4] = 1; // one fold's model sees a constant
  EXPECT_THAT(cross_validate(rare, some.outcome, some.keys, 4, 1).error().text(), HasSubstr("without part"));
}

TEST(Calibration, OfTheModelOnItsOwnRowsIsPerfect) {
  Rows some = some_rows(5, 500);
  auto model = fit_logistic(some.covariates, some.outcome);
  std::vector<double> predicted;
  for (std::size_t i = 0; i < some.outcome.size(); ++i)
    predicted.push_back(model->probability(some.covariates.row(i)));
  auto found = calibration(predicted, some.outcome);
  ASSERT_TRUE(found && found->slope && found->intercept && found->in_the_large);
  EXPECT_NEAR(found->slope->estimate, 1, 1e-8);
  EXPECT_NEAR(found->intercept->estimate, 0, 1e-8);
  EXPECT_NEAR(found->in_the_large->estimate, 0, 1e-8);
  EXPECT_NEAR(found->expected, static_cast<double>(found->observed), 1e-8);
  ASSERT_EQ(found->groups.size(), 10);
  std::int64_t people = 0;
  for (const CalibrationGroup& group : found->groups) {
    EXPECT_EQ(group.observed.of, 50);
    EXPECT_LE(group.lowest, group.mean_predicted);
    EXPECT_LE(group.mean_predicted, group.highest);
    people += group.observed.of;
  }
  EXPECT_EQ(people, 500);
}

TEST(Calibration, SeesPredictionsThatAreTooExtreme) {
  Rows some = some_rows(5, 2000);
  std::vector<double> predicted;
  for (std::size_t i = 0; i < some.outcome.size(); ++i) {
    auto row = some.covariates.row(i);
    predicted.push_back(logistic(2 * (-0.9 + 0.8 * row[0] + 0.002 * row[1])));
  }
  auto found = calibration(predicted, some.outcome);
  EXPECT_LT(found->slope->interval.high, 1);
  EXPECT_TRUE(found->slope->interval.contains(0.5));
}

TEST(Calibration, KeepsEqualPredictionsTogether) {
  std::vector<double> predicted(30, 0.2);
  predicted.resize(40, 0.6);
  std::vector<std::uint8_t> outcome(40, 0);
  outcome[1] = outcome[35] = 1;
  auto found = calibration(predicted, outcome);
  ASSERT_EQ(found->groups.size(), 2);
  EXPECT_EQ(found->groups[0].observed, (Proportion{1, 30}));
  EXPECT_EQ(found->groups[1].observed, (Proportion{1, 10}));
}

TEST(Calibration, RefusesCertainty) {
  std::vector<std::uint8_t> outcome{0, 1};
  EXPECT_THAT(calibration(std::vector<double>{0.5, 1}, outcome).error().text(), HasSubstr("row 2"));
  EXPECT_THAT(calibration({}, {}).error().text(), HasSubstr("no prediction"));
  // All predictions alike: groups and Brier's score stand, a slope cannot.
  auto flat = calibration(std::vector<double>{0.5, 0.5}, outcome);
  EXPECT_FALSE(flat->slope);
  EXPECT_NEAR(flat->in_the_large->estimate, 0, 1e-9);
  EXPECT_EQ(flat->brier, 0.25);
}

} // namespace
} // namespace probity::outcome
