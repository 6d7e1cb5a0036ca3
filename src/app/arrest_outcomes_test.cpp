// First arrests and the model of risk on the published rows of Georgia, and the trial of financial aid.
#include <gmock/gmock-matchers.h>

#include "intake/georgia.h"
#include "intake/rossi.h"
#include "outcome/arrest_report.h"
#include "outcome/matched_report.h"
#include "outcome/risk_model.h"
#include "support/imported_log.h"
#include "support/real_data.h"

namespace probity::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr double six_decimals = 5e-7;

class GeorgiaOutcomes : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto data = support::whole_real_data("the outcomes of the published releases of Georgia");
    if (data)
      book = new timeline::Book(
          support::imported_book(intake::georgia(), *data / "nij-georgia" / "nij_georgia.csv.gz"));
  }
  static void TearDownTestSuite() {
    delete book;
    book = nullptr;
  }
  static timeline::Book* book;
};
timeline::Book* GeorgiaOutcomes::book = nullptr;

// 29.78, 17.88 and 10.26 % by year; 57.92 % within three.
TEST_F(GeorgiaOutcomes, ArrestsByYearAreThePublishedOnes) {
  if (book == nullptr) return;
  const outcome::ArrestReport report =
      outcome::arrest_report_of(*book, {.within = 3, .unit = outcome::PeriodUnit::year}).value();
  EXPECT_EQ(report.all.people, 12'919);
  EXPECT_THAT(report.all.in_period, ElementsAre(3'847, 2'310, 1'326));
  EXPECT_EQ(report.all.arrested, 7'483);
  EXPECT_EQ(report.not_followed, 0);
  const outcome::ArrestReport by_sex =
      outcome::arrest_report_of(*book, {.by = outcome::ArrestGrouping::sex}).value();
  ASSERT_EQ(by_sex.figures.size(), 2U);
  EXPECT_EQ(by_sex.figures[0].label, "female");
  EXPECT_EQ(by_sex.figures[0].people, 1'582);
}

TEST_F(GeorgiaOutcomes, TheModelOfWhatWasKnownAtReleaseClearsItsBar) {
  if (book == nullptr) return;
  outcome::RiskModelRequest request;
  request.leave_out = {"Race"};
  const outcome::RiskModel model = outcome::risk_model_of(*book, request).value();
  EXPECT_GE(model.discrimination.interval.low, 0.72);
  EXPECT_LE(model.calibration.brier, 0.207);
  EXPECT_NEAR(model.calibration.slope->estimate, 1, 0.1);
  EXPECT_NEAR(model.calibration.in_the_large->estimate, 0, 0.05);
  EXPECT_EQ(model.known_afterwards.size(), 16U);
  EXPECT_EQ(model.factors.size(), 31U);
  ASSERT_EQ(model.groups.size(), 4U) << "by sex and by race";
  EXPECT_EQ(model.groups[2].level, "BLACK");
  EXPECT_EQ(model.groups[2].errors.outcome.of, 7'383);
  for (const outcome::RiskGroup& group : model.groups) {
    EXPECT_GT(group.discrimination->area, 0.7) << group.level;
    EXPECT_GT(group.errors.false_positive.of, 0);
  }
  // As R's glm estimates them of the same columns.
  const auto coefficient = [&](std::string_view name) {
    const auto& names = model.model.names;
    const auto at = std::find(names.begin(), names.end(), name) - names.begin();
    return model.model.coefficients.at(static_cast<std::size_t>(at) + 1);
  };
  EXPECT_EQ(model.model.coefficients.size(), 70U);
  EXPECT_NEAR(model.model.coefficients[0], -0.60273177, six_decimals);
  EXPECT_NEAR(coefficient("Gang_Affiliated"), 0.93069313, six_decimals);
  EXPECT_NEAR(coefficient("Age_at_Release=48 or older"), -1.32543655, six_decimals);
  EXPECT_NEAR(coefficient("Prior_Arrest_Episodes_Felony"), 0.05265112, six_decimals);
}

TEST_F(GeorgiaOutcomes, ColumnsOfSupervisionActivityAreRefused) {
  if (book == nullptr) return;
  for (const char* name : {"Delinquency_Reports", "Percent_Days_Employed"}) {
    outcome::RiskModelRequest request;
    request.use = {"Prior_Arrest_Episodes_Felony", name};
    const auto model = outcome::risk_model_of(*book, request);
    ASSERT_FALSE(model) << name;
    EXPECT_EQ(model.error().code, base::ErrorCode::refused);
    EXPECT_THAT(model.error().message, HasSubstr("\"" + std::string(name) + "\" is known only afterwards"));
  }
}

// Known answers: 48 of 216 with aid, 66 of 216 without; the test and the curves as R's survdiff and survfit
// (survival 3.5) give them.
TEST(RossiOutcomes, TheTrialIsJudgedAsRJudgesIt) {
  const auto data = support::real_data("the trial of financial aid");
  if (!data) return;
  const timeline::Book book = support::imported_book(intake::rossi(), *data / "rossi" / "rossi.csv");
  const outcome::ArrestReport report =
      outcome::arrest_report_of(book, {.by = outcome::ArrestGrouping::arm}).value();
  ASSERT_EQ(report.figures.size(), 2U);
  const outcome::ArrestFigure& aid = report.figures[0];
  const outcome::ArrestFigure& none = report.figures[1];
  EXPECT_EQ(aid.label, "aid");
  EXPECT_EQ(aid.arrested, 48);
  EXPECT_EQ(aid.people, 216);
  EXPECT_EQ(none.arrested, 66);
  EXPECT_EQ(none.people, 216);
  EXPECT_NEAR(aid.curve.at(26)->survival, 0.89814815, six_decimals);
  EXPECT_NEAR(aid.curve.at(52)->survival, 0.77777778, six_decimals);
  EXPECT_NEAR(aid.curve.at(52)->interval->low, 0.71624378, six_decimals);
  EXPECT_NEAR(aid.curve.at(52)->interval->high, 0.82758045, six_decimals);
  EXPECT_NEAR(none.curve.at(39)->survival, 0.78703704, six_decimals);
  EXPECT_EQ(none.curve.at(39)->at_risk, 171);
  EXPECT_NEAR(none.curve.at(52)->interval->low, 0.62828831, six_decimals);
  ASSERT_TRUE(report.comparison);
  EXPECT_EQ(report.comparison->trial, "financial_aid");
  EXPECT_NEAR(report.comparison->difference.estimate, -18.0 / 216, six_decimals);
  EXPECT_LT(report.comparison->difference.interval.high, 0);
  EXPECT_NEAR(report.comparison->p_value, 0.04942165, six_decimals);
  EXPECT_NEAR(report.comparison->log_rank.chi_squared, 3.83756958, six_decimals);
  EXPECT_NEAR(report.comparison->log_rank.p_value, 0.05011612, six_decimals);
}

// The arms are alike by chance, so matching moves little: 22.2 against 30.6 % before it.
TEST(RossiOutcomes, TheArmsMatchedOnWhatWasKnownAtRelease) {
  const auto data = support::real_data("the trial matched on what was known at release");
  if (!data) return;
  const timeline::Book book = support::imported_book(intake::rossi(), *data / "rossi" / "rossi.csv");
  outcome::MatchedRequest request;
  request.column = "arm";
  request.value = "aid";
  const outcome::MatchedReport report = outcome::matched_report_of(book, request).value();
  EXPECT_EQ(report.treated.count, 48);
  EXPECT_EQ(report.comparison.count, 66);
  EXPECT_EQ(report.matched.outcomes.pairs, 201);
  EXPECT_TRUE(report.matched.balanced);
  EXPECT_EQ(report.matched.conclusion, outcome::Conclusion::not_enough_evidence);
}

} // namespace
} // namespace probity::app
