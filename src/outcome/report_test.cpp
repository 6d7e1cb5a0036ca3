#include "outcome/report.h"

#include <gmock/gmock-more-matchers.h>
#include <gtest/gtest.h>

#include "support/cohort_fixture.h"

namespace probity::outcome {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// `people` released in January 2016, the first `reoffenders` of whom reoffend, under a body.
void release(World& world, int people, int reoffenders, std::string_view body,
             std::string_view on = "2016-01-11") {
  for (int i = 0; i < people; ++i) {
    Person& person = world.person();
    person.held_by(body, "2015-01-01");
    person.released(on, 1);
    if (i < reoffenders) person.proved(base::to_text(day(on) + 40), base::to_text(day(on) + 100));
  }
}

Report report(World& world, const ReportRequest& request) {
  world.book.people.assign(world.records.begin(), world.records.end());
  auto out = report_of(world.book, request);
  EXPECT_TRUE(out) << (out ? "" : out.error().text());
  return std::move(*out);
}

ReportRequest first_quarter() {
  ReportRequest out;
  out.cohorts = {{*base::parse_month("2016-01"), 3}};
  return out;
}

std::vector<std::string> withheld(const Report& report) {
  std::vector<std::string> out;
  for (const Figure& figure : report.figures)
    if (figure.withheld) out.push_back(figure.label);
  return out;
}

TEST(OutcomeReport, ShowsTheThreeFiguresAndTheInterval) {
  World world;
  release(world, 40, 10, "CRC1");
  const Report out = report(world, first_quarter());
  EXPECT_EQ(percent_text(rates(out.all.counts).binary), "25.00 %");
  EXPECT_EQ(percent_text(out.all.interval), "14.19 to 40.19 %");
  EXPECT_EQ(out.takeaway[0],
            "25.00 % of 40 people were proved to have reoffended, 10 in all (95 % interval 14.19 "
            "to 40.19 %).");
  EXPECT_EQ(out.takeaway[1],
            "Those who reoffended had 1.00 proved offences each, which is 25.0 for every 100 people.");
}

TEST(OutcomeReport, WithholdsSmallRowsAndOneMoreSoThatTheTotalGivesNoneAway) {
  World world;
  release(world, 60, 20, "CRC1");
  release(world, 40, 20, "CRC2");
  release(world, 20, 10, "CRC3"); // fewer than 30
  ReportRequest request = first_quarter();
  request.by = Grouping::provider;
  EXPECT_THAT(withheld(report(world, request)), IsEmpty());
  request.audience = Audience::publication;
  request.curves = true;
  const Report out = report(world, request);
  EXPECT_THAT(withheld(out), ElementsAre("CRC2", "CRC3"));
  EXPECT_FALSE(out.all.withheld);
  ASSERT_EQ(out.curves->groups.size(), 1U);
  EXPECT_EQ(out.curves->groups[0].label, "CRC1");
  EXPECT_THAT(report_csv(out), HasSubstr("CRC2,,,,,,,,,withheld\r\n"));
  const base::json::Value json = report_json(out);
  EXPECT_THAT(base::json::write(*json.find("figures")), Not(HasSubstr("\"people\":40")));
}

TEST(OutcomeReport, WithholdsARowThatShowsThatFewDidOrDidNot) {
  World world;
  release(world, 40, 4, "CRC1");
  release(world, 40, 36, "CRC2");
  release(world, 40, 20, "CRC3");
  ReportRequest request = first_quarter();
  request.by = Grouping::provider;
  request.audience = Audience::publication;
  EXPECT_THAT(withheld(report(world, request)), ElementsAre("CRC1", "CRC2"));
}

TEST(OutcomeReport, PutsWhatTheComparisonCouldHaveFoundBesideIt) {
  const auto comparison =
      compare("all", Counts{1286, {586, 586}, {586, 586}}, *parse_baseline("47.5")).value();
  EXPECT_EQ(comparison.direction, Direction::no_change);
  EXPECT_THAT(comparison.sentence, HasSubstr("-1.93 points"));
  EXPECT_THAT(comparison.sentence,
              HasSubstr("Not enough evidence of a difference. Significant from 2.73 points on; "
                        "a true difference is found four times in five from 3.90 on."));
  const auto sampled =
      compare("all", Counts{1286, {570, 570}, {570, 570}}, *parse_baseline("47.5/1286")).value();
  EXPECT_EQ(sampled.direction, Direction::no_change) << "a baseline that was counted varies too";
  EXPECT_THAT(sampled.sentence, HasSubstr("from 5.52 on"));
  const auto fixed = compare("all", Counts{1286, {570, 570}, {570, 570}}, *parse_baseline("47.5")).value();
  EXPECT_EQ(fixed.direction, Direction::lower);
}

TEST(OutcomeReport, ReadsABaselineStrictly) {
  EXPECT_EQ(parse_baseline("47.5/1286")->people, 1286);
  for (const char* wrong : {"", "0", "100", "47.5/", "47.5/0", "47.5/12x", "x", "47.5 %"})
    EXPECT_FALSE(parse_baseline(wrong)) << wrong;
}

TEST(OutcomeReport, DoesNotCompareWhereTheNormalApproximationFails) {
  const auto refused = compare("ISC", Counts{1, {0, 0}, {0, 0}}, *parse_baseline("33.36"));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("with 1 there are too few to compare"));
}

TEST(OutcomeReport, ComparesCohortsOfOneLengthOnly) {
  World world;
  release(world, 60, 20, "CRC1");
  release(world, 60, 40, "CRC1", "2016-04-11");
  ReportRequest request = first_quarter();
  request.against = CohortPeriod{*base::parse_month("2016-04"), 3};
  const Report out = report(world, request);
  ASSERT_EQ(out.comparisons.size(), 1U);
  EXPECT_EQ(out.comparisons[0].direction, Direction::lower);
  EXPECT_EQ(out.comparisons[0].deviation.difference, base::Rational::of(-1, 3));
  ASSERT_TRUE(out.frequency);
  EXPECT_THAT(out.frequency->sentence, HasSubstr("were 0.500 times those of 2016-04..2016-06"));
  request.against->months = 12;
  const auto refused = report_of(world.book, request);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("3 months and one of 12 months are not joined"));
}

TEST(OutcomeReport, SaysWhatIsProvisionalUncertainAndLeftOut) {
  World world;
  release(world, 30, 10, "CRC1");
  Person& unsure = world.person();
  unsure.released("2016-01-01").to("2016-01-31", record::Precision::month);
  unsure.proved("2017-01-15", "2017-02-01");
  Person& pseudo = world.person();
  pseudo.released("2016-01-11", 1);
  pseudo.proved("2016-01-10", "2016-03-01");
  world.book.known_on = day("2017-06-01");
  const Report out = report(world, first_quarter());
  EXPECT_THAT(out.notes, Contains(HasSubstr("Provisional: what counts can still come in until 2017-09-30")));
  EXPECT_THAT(out.notes, Not(Contains(HasSubstr("for the whole window yet"))));
  EXPECT_THAT(out.notes, Contains(HasSubstr("11 in place of 10 who reoffended")));
  EXPECT_THAT(out.notes, Contains(HasSubstr("Left out: 1 offences committed before the index event")));
}

TEST(OutcomeReport, SaysWhoseWindowIsNotOver) {
  World world;
  release(world, 30, 10, "CRC1");
  world.book.known_on = day("2016-12-01");
  EXPECT_THAT(report(world, first_quarter()).notes,
              Contains(HasSubstr("20 people of 30 had not been followed for the whole window yet")));
}

TEST(OutcomeCurves, ShareAndComplementOfSurvivalAgreeWhereNothingCompetes) {
  World world;
  release(world, 40, 10, "CRC1");
  const Cohort plain = world.cohort("2016-01", 3);
  const Curve curve = curves_of(plain).groups.at(0);
  EXPECT_EQ(curve.points[0].at_risk, 40);
  EXPECT_EQ(curve.points[1].at_risk, 30);
  EXPECT_NEAR(curve.points[1].share[0], 0.25, 1e-12);
  EXPECT_NEAR(curve.points[1].alone, 0.25, 1e-12);
}

TEST(OutcomeCurves, ARecallCompetesAndIsNeitherDroppedNorASuccess) {
  World world;
  release(world, 20, 5, "CRC1"); // on day 40
  for (int i = 0; i < 20; ++i) {
    Person& person = world.person();
    person.released("2016-01-11", 1);
    person.received("2016-01-21", "recall", 2); // on day 10
  }
  const Curve curve = curves_of(world.cohort("2016-01", 3)).groups.at(0);
  const CurvePoint& last = curve.points.back();
  EXPECT_NEAR(last.share[0], 5 / 40.0, 1e-12);
  EXPECT_NEAR(last.share[1], 20 / 40.0, 1e-12);
  EXPECT_NEAR(last.alone, 5 / 20.0, 1e-12) << "as if the recalled had been like the others";
}

} // namespace
} // namespace probity::outcome
