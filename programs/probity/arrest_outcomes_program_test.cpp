// `outcomes --measure arrest`, as a user meets it, on men of our own in the shape of the financial aid
// trial's rows.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/program_run.h"

namespace probity::program {
namespace {

using support::contents;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ArrestOutcomes : public testing::Test {
 protected:
  void SetUp() override {
    const std::string file = (directory / "men.csv").string();
    std::ofstream out(file);
    out << "week,arrest,fin,age,race,wexp,mar,paro,prio\n";
    for (int i = 0; i < 60; ++i) {
      out << (i < 12 ? std::to_string(2 + i) + ",1" : "52,0") << ",1," << 20 + i % 20 << ",1,0,0,1,3\n";
      out << (i < 22 ? std::to_string(2 + i) + ",1" : "52,0") << ",0," << 20 + i % 20 << ",1,0,0,1,3\n";
    }
    out.close();
    const support::ProgramAnswer answer =
        support::run_program(PROBITY_PROGRAM, "import rossi " + file + " --ledger " + ledger);
    ASSERT_EQ(answer.status, 0) << answer.all();
  }
  [[nodiscard]] support::ProgramAnswer arrests(const std::string& more) const {
    return support::run_program(PROBITY_PROGRAM,
                                "outcomes --ledger " + ledger + " --measure arrest --by arm " + more);
  }

  support::TemporaryDirectory directory;
  std::string ledger = (directory / "men.ledger").string();
  std::string page = (directory / "page.html").string();
};

TEST_F(ArrestOutcomes, ThePageSaysWhatTheTerminalSays) {
  const support::ProgramAnswer answer = arrests("--html " + page);
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.out, AllOf(HasSubstr("20.00 %"), HasSubstr("free of arrest after week")));
  EXPECT_THAT(contents(page),
              AllOf(HasSubstr("20.00 %"), HasSubstr("Still free of arrest"),
                    HasSubstr("--measure arrest --by arm --as-known"), Not(HasSubstr("<script"))));
}

TEST_F(ArrestOutcomes, PublishedNoOutputShowsAWeek) {
  const std::string csv = (directory / "table.csv").string();
  const support::ProgramAnswer answer = arrests("--public --json --html " + page + " --csv " + csv);
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.out, AllOf(HasSubstr("\"periods_withheld\":true"), HasSubstr("\"curve\":[]"),
                                HasSubstr("\"arrested\":12")));
  EXPECT_EQ(contents(csv), "group,period,at_risk,arrested,free_of_arrest,low,high\r\n");
  EXPECT_THAT(contents(page), AllOf(HasSubstr("20.00 %"), Not(HasSubstr("Still free of arrest")),
                                    HasSubstr("When it happened is withheld")));
}

// The arms are of the same ages, so that matching leaves everybody in.
TEST_F(ArrestOutcomes, TheArmsAreComparedManForMan) {
  const auto matched = [&](const std::string& more) {
    return support::run_program(PROBITY_PROGRAM, "compare matched --ledger " + ledger + " " + more);
  };
  const support::ProgramAnswer answer = matched("--treated arm=aid");
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.out, AllOf(HasSubstr("60 pairs"), HasSubstr("20.0 %"), HasSubstr("36.7 %"),
                                HasSubstr("matched within the caliper"), HasSubstr("Under ")));
  EXPECT_THAT(matched("--treated arm=aid --json").out, HasSubstr("\"balanced\":true"));
  EXPECT_THAT(matched("--treated arm=aid --use race").err, HasSubstr("the same for everyone"));
  EXPECT_THAT(matched("--treated aid").err, HasSubstr("COLUMN=VALUE"));
  EXPECT_THAT(matched("--treated arm=gold").err, HasSubstr("nobody has arm=gold"));
}

} // namespace
} // namespace probity::program
