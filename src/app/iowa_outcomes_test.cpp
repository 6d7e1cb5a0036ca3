// What became of the published releases of Iowa, to the last person.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "intake/iowa.h"
#include "outcome/report.h"
#include "support/imported_log.h"
#include "support/real_data.h"

namespace probity::app {
namespace {

using outcome::Grouping;
using outcome::Proof;
using testing::ElementsAre;

class IowaOutcomes : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto data = support::real_data("the outcomes of the published releases of Iowa");
    if (!data) return;
    book = new timeline::Book(
        support::imported_book(intake::iowa(), *data / "iowa-prison" / "iowa_3yr_recidivism.csv.gz"));
  }
  static void TearDownTestSuite() {
    delete book;
    book = nullptr;
  }

  static outcome::ReportRequest returns(std::optional<Grouping> by, Proof proof = Proof::any) {
    outcome::ReportRequest out;
    out.rule.measure = outcome::Measure::return_to_custody;
    out.rule.index = {outcome::IndexKind::release};
    out.rule.window_months = 36;
    out.rule.proof = proof;
    out.by = by;
    return out;
  }
  // "2010 1127/3716 30.33 % technical 413"
  static std::vector<std::string> lines(const outcome::ReportRequest& request) {
    const outcome::Report report = outcome::report_of(*book, request).value();
    std::vector<std::string> out;
    const auto line = [&](const outcome::Figure& figure) {
      EXPECT_TRUE(figure.counts.reoffenders.exact());
      out.push_back(figure.label + " " + std::to_string(figure.counts.reoffenders.certain) + "/" +
                    std::to_string(figure.counts.people) + " " +
                    outcome::percent_text(outcome::rates(figure.counts).binary) + " technical " +
                    std::to_string(figure.technical));
    };
    for (const outcome::Figure& figure : report.figures)
      line(figure);
    line(report.all);
    return out;
  }

  static inline timeline::Book* book = nullptr;
};

TEST_F(IowaOutcomes, ReturnsWithinThreeYearsAreThePublishedOnes) {
  if (book == nullptr) return;
  EXPECT_THAT(lines(returns(Grouping::release_year)),
              ElementsAre("2010 1127/3716 30.33 % technical 413", "2011 1162/3917 29.67 % technical 436",
                          "2012 1510/4740 31.86 % technical 522", "2013 1605/4687 34.24 % technical 592",
                          "2014 1623/4586 35.39 % technical 510", "2015 1654/4374 37.81 % technical 692",
                          "all 8681/26020 33.36 % technical 3165"));
}

TEST_F(IowaOutcomes, ParoleIsReturnedMoreOftenOnlyBecauseSupervisionHasAWayBack) {
  if (book == nullptr) return;
  EXPECT_THAT(lines(returns(Grouping::supervision)),
              testing::IsSupersetOf({"discharged 1866/7374 25.31 % technical 119",
                                     "parole 6077/16135 37.66 % technical 2690"}));
  EXPECT_THAT(lines(returns(Grouping::supervision, Proof::new_crime)),
              testing::IsSupersetOf({"discharged 1747/7374 23.69 % technical 119",
                                     "parole 3387/16135 20.99 % technical 2690",
                                     "all 5516/26020 21.20 % technical 3165"}));
}

TEST_F(IowaOutcomes, AFigureIsFinalWhenTheWindowOfTheLastReleaseIsOver) {
  if (book == nullptr) return;
  const outcome::Report report = outcome::report_of(*book, returns(std::nullopt)).value();
  EXPECT_EQ(report.status, outcome::Status::final);
  EXPECT_EQ(report.final_from, base::parse_day("2018-06-30"));
  EXPECT_EQ(outcome::percent_text(report.all.interval), "32.79 to 33.94 %");
  EXPECT_THAT(report.notes, testing::Contains(testing::HasSubstr("one and the same person is not known")));
}

TEST_F(IowaOutcomes, NothingIsSaidBeyondWhatTheSourceFollowed) {
  if (book == nullptr) return;
  outcome::ReportRequest request = returns(std::nullopt);
  request.rule.window_months = 37;
  const auto report = outcome::report_of(*book, request);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, base::ErrorCode::refused);
  EXPECT_THAT(report.error().message, testing::HasSubstr("followed these releases up for 3 years only"));
}

TEST_F(IowaOutcomes, SexAndAgeAreKnownThoughTheDayOfRegisteringIsNot) {
  if (book == nullptr) return;
  EXPECT_THAT(lines(returns(Grouping::age_band)),
              testing::Contains(testing::StartsWith("under_25 1725/4590")));
}

} // namespace
} // namespace probity::app
