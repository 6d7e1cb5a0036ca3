#include "pages/outcome/outcomes_page.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

outcome::Figure figure(std::string label, std::int64_t reoffenders, std::int64_t people) {
  outcome::Figure out;
  out.label = std::move(label);
  out.counts = {people, {reoffenders, reoffenders}, {2 * reoffenders, 2 * reoffenders}};
  out.interval = outcome::wilson_interval({reoffenders, people});
  return out;
}

outcome::Report report() {
  outcome::Report out;
  out.title = "Proven reoffending within 1 year";
  out.rows_by = "provider";
  out.figures = {figure("CRC <1>", 25, 100), figure("CRC2", 41, 123)};
  out.all = figure("all", 66, 223);
  out.origin = "test/log";
  out.snapshot.size = 42;
  out.takeaway = {"First sentence.", "Second sentence."};
  out.notes = {"A note that must be read."};
  out.workings = {"How it was worked out."};
  return out;
}

TEST(OutcomesPage, ShowsTheThreeFiguresOfEachRowAndEscapesItsName) {
  EXPECT_THAT(outcomes_page(report(), {}),
              AllOf(HasSubstr("CRC &lt;1&gt;"), Not(HasSubstr("CRC <1>")), HasSubstr("25.00 %"),
                    HasSubstr("17.55 to 34.30 %"), HasSubstr("2.00"), HasSubstr("50.0")));
}

TEST(OutcomesPage, StandsAloneAndSaysWhatItRestsOn) {
  EXPECT_THAT(outcomes_page(report(), {"my.ledger", " --measure proven"}),
              AllOf(HasSubstr("First sentence. Second sentence."), HasSubstr("A note that must be read."),
                    HasSubstr("How it was worked out."), HasSubstr(report().snapshot.root.hex()),
                    HasSubstr("probity outcomes --ledger my.ledger --measure proven --as-known 42"),
                    Not(HasSubstr("<script")), Not(HasSubstr("http://")), Not(HasSubstr("src="))));
}

TEST(OutcomesPage, ShowsTheScoresOnlyWhereTheyWereAskedFor) {
  EXPECT_THAT(outcomes_page(report(), {}), Not(HasSubstr("risk scores of the same people")));
  outcome::Report scored = report();
  scored.scores.emplace();
  scored.scores->all.label = "all";
  scored.scores->all.scored = 12;
  scored.scores->sentence = "What it comes to.";
  EXPECT_THAT(outcomes_page(scored, {}),
              AllOf(HasSubstr("risk scores of the same people"), HasSubstr("What it comes to."),
                    HasSubstr(">12<"), HasSubstr("Adjusted rate")));
}

TEST(OutcomesPage, WithholdsInTableAndChart) {
  outcome::Report small = report();
  small.figures[1].withheld = true;
  EXPECT_THAT(outcomes_page(small, {}), AllOf(HasSubstr("withheld"), HasSubstr("CRC2"),
                                              Not(HasSubstr(">123<")), Not(HasSubstr("33.33 %"))));
}

} // namespace
} // namespace probity::pages
