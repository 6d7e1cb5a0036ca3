#include "pages/outcome/arrests_page.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

outcome::ArrestFigure figure(std::string label, std::int64_t first, std::int64_t second,
                             std::int64_t people) {
  outcome::ArrestFigure out;
  out.label = std::move(label);
  out.people = people;
  out.in_period = {first, second};
  out.arrested = first + second;
  out.interval = outcome::wilson_interval({out.arrested, people});
  out.curve.people = people;
  const auto step = [&](int time, std::int64_t at_risk, std::int64_t events) {
    outcome::SurvivalStep one;
    one.time = time;
    one.at_risk = at_risk;
    one.events = events;
    one.survival = 1 - static_cast<double>(people - at_risk + events) / static_cast<double>(people);
    out.curve.steps.push_back(one);
  };
  step(1, people, first);
  step(2, people - first, second);
  return out;
}

outcome::ArrestReport report() {
  outcome::ArrestReport out;
  out.title = "First arrests within 2 years of release";
  out.within = 2;
  out.by = outcome::ArrestGrouping::sex;
  out.figures = {figure("<female>", 10, 5, 100), figure("male", 30, 11, 123)};
  out.all = figure("all", 40, 16, 223);
  out.takeaway = {"First sentence.", "Second sentence."};
  out.notes = {"A note that must be read."};
  out.snapshot.size = 42;
  return out;
}

TEST(ArrestsPage, ShowsSharesPeriodsAndCurveAndEscapesNames) {
  EXPECT_THAT(arrests_page(report(), {}),
              AllOf(HasSubstr("&lt;female&gt;"), Not(HasSubstr("<female>")), HasSubstr("15.00 %"),
                    HasSubstr("10 (10.00 %)"), HasSubstr("33.33 %"), HasSubstr("Still free of arrest")));
}

TEST(ArrestsPage, StandsAloneAndSaysWhatItRestsOn) {
  EXPECT_THAT(arrests_page(report(), {"my.ledger", " --measure arrest"}),
              AllOf(HasSubstr("First sentence. Second sentence."), HasSubstr("A note that must be read."),
                    HasSubstr("probity outcomes --ledger my.ledger --measure arrest --as-known 42"),
                    Not(HasSubstr("<script")), Not(HasSubstr("http://")), Not(HasSubstr("src="))));
}

TEST(ArrestsPage, ShowsNoPeriodsAndNoCurveWhenTheyAreWithheld) {
  outcome::ArrestReport small = report();
  small.periods_withheld = true;
  for (outcome::ArrestFigure* one : {&small.figures[0], &small.all}) {
    one->in_period.clear();
    one->curve = {};
  }
  outcome::ArrestFigure withheld;
  withheld.label = "male";
  withheld.withheld = true;
  small.figures[1] = withheld;
  EXPECT_THAT(arrests_page(small, {}),
              AllOf(HasSubstr("15.00 %"), HasSubstr("withheld"), Not(HasSubstr("First in year")),
                    Not(HasSubstr("Still free")), Not(HasSubstr(">123<"))));
}

} // namespace
} // namespace probity::pages
