// The report command, as a user meets it.
#include <filesystem>

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/program_run.h"

namespace probity::program {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

using support::contents;

support::ProgramAnswer answer_to(const std::string& words) {
  return support::run_program(PROBITY_PROGRAM, words);
}

class ReportCommand : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(
        answer_to("sample --people 40 --from 2015-02-01 --to 2016-06-30 --seed 7 --ledger " + ledger).status,
        0);
  }
  [[nodiscard]] support::ProgramAnswer report(const std::string& out, const std::string& more = "") const {
    return answer_to("report --ledger " + ledger +
                     " --contract " PROBITY_CONTRACTS "/crc-2015.toml --period 2016-03 --out " +
                     (directory / out).string() + " " + more);
  }

  support::TemporaryDirectory directory;
  std::string ledger = (directory / "area.ledger").string();
};

TEST_F(ReportCommand, WritesAFolderAndSaysWhereToLook) {
  const support::ProgramAnswer answer = report("pages");
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.all(), HasSubstr("pages/index.html"));
  for (const char* name : {"index.html", "levels.html", "outcomes.html", "record.html", "check.html"})
    EXPECT_TRUE(fs::exists(directory / "pages" / name)) << name;
}

TEST_F(ReportCommand, TheSameLedgerGivesTheSameBytes) {
  ASSERT_EQ(report("one").status, 0);
  ASSERT_EQ(report("two").status, 0);
  std::size_t files = 0;
  for (const auto& file : fs::directory_iterator(directory / "one")) {
    ++files;
    EXPECT_EQ(contents(file.path()), contents(directory / "two" / file.path().filename())) << file.path();
  }
  EXPECT_GT(files, 5U);
}

TEST_F(ReportCommand, OverwritesNothingAndLeavesNothingHalfWritten) {
  fs::create_directory(directory / "mine");
  std::ofstream(directory / "mine" / "notes.txt") << "mine";
  const support::ProgramAnswer refused = report("mine");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.all(), HasSubstr("there is something there already"));
  EXPECT_EQ(contents(directory / "mine" / "notes.txt"), "mine");
  EXPECT_EQ(report("never", "--as-known 999999999").status, 1);
  EXPECT_FALSE(fs::exists(directory / "never"));
  EXPECT_FALSE(fs::exists(directory / "never.unfinished"));
}

TEST_F(ReportCommand, ThePublishedVersionListsNoCase) {
  const support::ProgramAnswer answer = report("published", "--public --json");
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.all(), HasSubstr("\"pages\":5"));
  for (const auto& file : fs::directory_iterator(directory / "published"))
    EXPECT_FALSE(file.path().filename().string().starts_with("cases")) << file.path();
}

TEST_F(ReportCommand, OutcomesAreThoseThatWereAskedFor) {
  EXPECT_EQ(report("pages", "--measure return --within 1y").status, 0);
  EXPECT_THAT(contents(directory / "pages" / "outcomes.html"), HasSubstr("Returns to custody within 1 year"));
  EXPECT_EQ(report("other", "--measure nonsense").status, 2);
  EXPECT_FALSE(fs::exists(directory / "other"));
}

} // namespace
} // namespace probity::program
