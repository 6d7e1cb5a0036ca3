#include "outcome/arrest_report.h"

#include <gmock/gmock-matchers.h>

#include "support/told_people.h"

namespace probity::outcome {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// `arrests[k]` people of an arm were first arrested in period k; [0]: in none.
void tell(support::ToldPeople& told, std::string_view arm, const std::vector<int>& arrests,
          std::string_view unit = "week") {
  for (std::size_t period = 0; period < arrests.size(); ++period)
    for (int i = 0; i < arrests[period]; ++i) {
      told.next_person();
      told.in_arm(arm);
      told.released();
      if (period > 0) told.arrested(static_cast<int>(period), unit);
      told.followed(static_cast<int>(arrests.size()) - 1, unit);
    }
}

TEST(ArrestReport, CountsByPeriodAndWithin) {
  support::ToldPeople told;
  tell(told, "aid", {10, 3, 2, 1});
  const ArrestReport all = arrest_report_of(told.book, {}).value();
  EXPECT_EQ(all.within, 3);
  EXPECT_EQ(all.all.people, 16);
  EXPECT_EQ(all.all.arrested, 6);
  EXPECT_THAT(all.all.in_period, ElementsAre(3, 2, 1));
  const ArrestReport two = arrest_report_of(told.book, {.within = 2}).value();
  EXPECT_EQ(two.all.arrested, 5) << "the arrest in week 3 comes later";
  EXPECT_EQ(two.all.people, 16);
  EXPECT_DOUBLE_EQ(all.all.curve.at(3)->survival, 10.0 / 16);
}

TEST(ArrestReport, ThoseNotFollowedForSoLongAreLeftOutUnlessArrestedBefore) {
  support::ToldPeople told;
  tell(told, "aid", {5, 1, 1, 1});
  tell(told, "aid", {4, 2}); // followed for one week only
  const ArrestReport report = arrest_report_of(told.book, {}).value();
  EXPECT_EQ(report.all.people, 8 + 2);
  EXPECT_EQ(report.not_followed, 4);
}

TEST(ArrestReport, ComparesTwoArmsAndNoMore) {
  support::ToldPeople told;
  tell(told, "aid", {30, 5, 5});
  tell(told, "no_aid", {20, 10, 10});
  const ArrestReport report = arrest_report_of(told.book, {.by = ArrestGrouping::arm}).value();
  ASSERT_TRUE(report.comparison);
  EXPECT_EQ(report.comparison->first, "aid");
  EXPECT_DOUBLE_EQ(report.comparison->difference.estimate, -0.25);
  EXPECT_LT(report.comparison->difference.interval.high, 0);
  EXPECT_LT(report.comparison->p_value, 0.05);
  EXPECT_EQ(report.comparison->log_rank.groups.size(), 2U);
  EXPECT_FALSE(arrest_report_of(told.book, {.by = ArrestGrouping::sex}).value().comparison);
  tell(told, "more_aid", {10, 1, 1});
  EXPECT_FALSE(arrest_report_of(told.book, {.by = ArrestGrouping::arm}).value().comparison);
}

TEST(ArrestReport, AUnitThatTheSourceDoesNotHaveIsRefused) {
  support::ToldPeople told;
  EXPECT_THAT(arrest_report_of(told.book, {}).error().message, HasSubstr("nobody in this ledger"));
  tell(told, "aid", {2, 1});
  EXPECT_THAT(arrest_report_of(told.book, {.within = 1, .unit = PeriodUnit::year}).error().message,
              HasSubstr("followed by the week"));
  EXPECT_THAT(arrest_report_of(told.book, {.within = 2}).error().message, HasSubstr("for 2 weeks"));
  tell(told, "aid", {2, 1}, "year");
  EXPECT_EQ(arrest_report_of(told.book, {}).error().code, base::ErrorCode::refused);
}

TEST(ArrestReport, IsWrittenAsJsonAndCsv) {
  support::ToldPeople told;
  tell(told, "aid", {3, 1});
  tell(told, "a,\"b\"", {3, 1});
  const ArrestReport report = arrest_report_of(told.book, {.by = ArrestGrouping::arm}).value();
  const std::string json = base::json::write(arrest_report_json(report));
  EXPECT_THAT(json, HasSubstr(R"("measure":"arrest")"));
  EXPECT_THAT(json, HasSubstr(R"("free_of_arrest":"0.7500")"));
  EXPECT_THAT(arrest_report_csv(report), HasSubstr("\"a,\"\"b\"\"\",1,4,1,0.7500,"));
}

ArrestReport published(const support::ToldPeople& told) {
  return arrest_report_of(told.book, {.by = ArrestGrouping::arm, .audience = Audience::publication}).value();
}

TEST(ArrestReport, APublicationWithholdsASmallGroupAndTheNextSmallestWithIt) {
  support::ToldPeople told;
  tell(told, "small", {20, 9}, "year"); // 29 people
  tell(told, "middle", {30, 10}, "year");
  tell(told, "large", {50, 20}, "year");
  const ArrestReport report = published(told);
  ASSERT_EQ(report.figures.size(), 3U);
  for (const ArrestFigure& figure : report.figures) {
    EXPECT_EQ(figure.withheld, figure.label != "large");
    EXPECT_EQ(figure.people > 0, !figure.withheld) << "nothing is left to be shown";
  }
  EXPECT_EQ(report.all.arrested, 39);
  EXPECT_FALSE(report.periods_withheld);
  const std::string json = base::json::write(arrest_report_json(report));
  EXPECT_THAT(json, HasSubstr(R"({"label":"small","withheld":true})"));
  EXPECT_THAT(json, Not(HasSubstr(R"("people":29)")));
  EXPECT_THAT(arrest_report_csv(report), Not(HasSubstr("small")));
}

TEST(ArrestReport, APublicationShowsNoPeriodsWhereOneHoldsOneToFourArrests) {
  support::ToldPeople told;
  tell(told, "aid", {40, 8, 4});
  tell(told, "no_aid", {40, 8, 8});
  const ArrestReport inside = arrest_report_of(told.book, {.by = ArrestGrouping::arm}).value();
  EXPECT_FALSE(inside.periods_withheld);
  EXPECT_FALSE(inside.all.curve.steps.empty());
  const ArrestReport report = published(told);
  EXPECT_TRUE(report.periods_withheld);
  EXPECT_TRUE(report.all.in_period.empty());
  EXPECT_TRUE(report.all.curve.steps.empty()) << "12 in all and 8 of one arm would give 4 away";
  EXPECT_EQ(report.figures[0].arrested, 12);
  EXPECT_TRUE(report.comparison) << "the comparison is of all weeks together";
}

TEST(ArrestReport, AComparisonWithAWithheldArmIsNotPublished) {
  support::ToldPeople told;
  tell(told, "aid", {40, 3}, "year");
  tell(told, "no_aid", {40, 8}, "year");
  EXPECT_TRUE(arrest_report_of(told.book, {.by = ArrestGrouping::arm}).value().comparison);
  EXPECT_FALSE(published(told).comparison);
}

TEST(ArrestReport, SaysInTwoSentencesWhatItFound) {
  support::ToldPeople told;
  tell(told, "aid", {30, 5, 5});
  tell(told, "no_aid", {20, 10, 10});
  const ArrestReport report = arrest_report_of(told.book, {.by = ArrestGrouping::arm}).value();
  EXPECT_EQ(report.title, "First arrests within 2 weeks of release");
  EXPECT_THAT(report.takeaway,
              ElementsAre("Of 80 people 30 (37.50 %) were arrested within 2 weeks of release.",
                          HasSubstr("The share in aid differs from that in no aid by -25.00 points")));
}

} // namespace
} // namespace probity::outcome
