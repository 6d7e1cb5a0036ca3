#include "outcome/matched_report.h"

#include <gmock/gmock-more-matchers.h>
#include <gtest/gtest.h>

#include "support/told_people.h"

namespace probity::outcome {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// 400 people. The older half of them took part three times as often and is arrested half as often, whoever
// took part; with `works` taking part halves arrests besides.
timeline::Book people(bool works) {
  support::ToldPeople out;
  for (int i = 0; i < 400; ++i) {
    const bool old = i % 2 == 0;
    const int turn = i / 2;
    const bool aid = old ? turn % 4 != 0 : turn % 4 == 0;
    const int of_ten = (old ? 3 : 6) - (works && aid ? 3 : 0);
    out.next_person();
    out.released();
    out.in_arm(aid ? "aid" : "none");
    out.factors({{"old", old ? 1 : 0}}, {"Town=North"});
    out.activity({{"missed", 1}});
    if ((turn * 7 + turn / 10) % 10 < of_ten) out.arrested(1);
    out.followed(2);
  }
  return out.book;
}

MatchedRequest aid() {
  MatchedRequest out;
  out.column = "arm";
  out.value = "aid";
  return out;
}

TEST(MatchedReport, TakesAwayWhatOnlyWhoTookPartMade) {
  const MatchedReport report = matched_report_of(people(false), aid()).value();
  EXPECT_EQ(report.treated.of, 200);
  EXPECT_LT(report.treated.value() - report.comparison.value(), -0.1);
  EXPECT_NEAR(report.matched.difference.estimate, 0, 0.1);
  EXPECT_TRUE(report.matched.balanced);
  EXPECT_EQ(report.matched.conclusion, Conclusion::not_enough_evidence);
  EXPECT_THAT(report.sentence, HasSubstr("not enough evidence"));
  EXPECT_THAT(report.factors, ElementsAre("Town", "old"));
  EXPECT_EQ(report.matched.attrition.back().treated, report.matched.outcomes.pairs);
}

TEST(MatchedReport, FindsWhatTakingPartDid) {
  const MatchedReport report = matched_report_of(people(true), aid()).value();
  EXPECT_EQ(report.matched.conclusion, Conclusion::reduces);
  const std::string json = base::json::write(matched_report_json(report));
  EXPECT_THAT(json, HasSubstr("\"conclusion\":\"reduces\""));
  EXPECT_THAT(json, HasSubstr("\"column\":\"old\""));
}

TEST(MatchedReport, TheSamePeopleGiveTheSameInAnyOrder) {
  timeline::Book book = people(true);
  const std::string forwards = base::json::write(matched_report_json(matched_report_of(book, aid()).value()));
  std::reverse(book.people.begin(), book.people.end());
  EXPECT_EQ(base::json::write(matched_report_json(matched_report_of(book, aid()).value())), forwards);
}

TEST(MatchedReport, AColumnOfTheSourceDividesTooAndIsNotMatchedOn) {
  MatchedRequest request = aid();
  request.column = "old";
  request.value = "1";
  EXPECT_THAT(matched_report_of(people(false), request).error().text(),
              HasSubstr("the same for everyone in every column"));
  request.column = "Town";
  request.value = "North";
  EXPECT_THAT(matched_report_of(people(false), request).error().text(),
              HasSubstr("everybody has Town=North"));
}

TEST(MatchedReport, RefusesWhatIsKnownAfterwardsAndWhatNobodyStates) {
  MatchedRequest request = aid();
  request.column = "missed";
  EXPECT_THAT(matched_report_of(people(false), request).error().text(), HasSubstr("known only afterwards"));
  request.column = "shoe";
  EXPECT_THAT(matched_report_of(people(false), request).error().text(), HasSubstr("nobody states a column"));
  request = aid();
  request.value = "gold";
  EXPECT_THAT(matched_report_of(people(false), request).error().text(), HasSubstr("nobody has arm=gold"));
  request = aid();
  request.use = {"missed"};
  EXPECT_THAT(matched_report_of(people(false), request).error().text(), HasSubstr("known only afterwards"));
}

} // namespace
} // namespace probity::outcome
