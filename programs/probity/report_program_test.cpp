// The report command, as a user meets it.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace probity::program {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct ReportAnswer {
  int status = -1;
  std::string out; // and what was written about the run
};

ReportAnswer answer_to(const std::string& words) {
  ReportAnswer answer;
  std::FILE* const pipe = popen((std::string(PROBITY_PROGRAM) + " " + words + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return answer;
  std::array<char, 4096> part{};
  for (std::size_t read = 0; (read = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    answer.out.append(part.data(), read);
  const int status = pclose(pipe);
  answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return answer;
}

std::string contents(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ReportCommand : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(
        answer_to("sample --people 40 --from 2015-02-01 --to 2016-06-30 --seed 7 --ledger " + ledger).status,
        0);
  }
  [[nodiscard]] ReportAnswer report(const std::string& out, const std::string& more = "") const {
    return answer_to("report --ledger " + ledger +
                     " --contract " PROBITY_CONTRACTS "/crc-2015.toml --period 2016-03 --out " +
                     (directory / out).string() + " " + more);
  }

  support::TemporaryDirectory directory;
  std::string ledger = (directory / "area.ledger").string();
};

TEST_F(ReportCommand, WritesAFolderAndSaysWhereToLook) {
  const ReportAnswer answer = report("pages");
  EXPECT_EQ(answer.status, 0) << answer.out;
  EXPECT_THAT(answer.out, HasSubstr("pages/index.html"));
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
  const ReportAnswer refused = report("mine");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("there is something there already"));
  EXPECT_EQ(contents(directory / "mine" / "notes.txt"), "mine");
  EXPECT_EQ(report("never", "--as-known 999999999").status, 1);
  EXPECT_FALSE(fs::exists(directory / "never"));
  EXPECT_FALSE(fs::exists(directory / "never.unfinished"));
}

TEST_F(ReportCommand, ThePublishedVersionListsNoCase) {
  const ReportAnswer answer = report("published", "--public --json");
  EXPECT_EQ(answer.status, 0) << answer.out;
  EXPECT_THAT(answer.out, HasSubstr("\"pages\":5"));
  for (const auto& file : fs::directory_iterator(directory / "published"))
    EXPECT_FALSE(file.path().filename().string().starts_with("cases")) << file.path();
}

TEST_F(ReportCommand, OutcomesAreThoseThatWereAskedFor) {
  EXPECT_EQ(report("pages", "--measure return --within 1y").status, 0);
  EXPECT_THAT(contents(directory / "pages" / "outcomes.html"), HasSubstr("Returns to custody within 1 year"));
  EXPECT_EQ(report("other", "--measure nonsense").status, 1);
  EXPECT_FALSE(fs::exists(directory / "other"));
}

} // namespace
} // namespace probity::program
