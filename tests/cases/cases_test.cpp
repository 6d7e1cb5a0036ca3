// Runs every case of every scenario file of this folder, and the story of docs/walkthrough.md, as a test of
// its own.
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "app/scenario_runner.h"
#include "support/temporary_directory.h"

namespace {

namespace fs = std::filesystem;

class Scenario : public testing::Test {
 public:
  Scenario(std::string file, std::size_t number) : file_(std::move(file)), number_(number) {}

  void TestBody() override {
    const probity::support::TemporaryDirectory folder;
    const auto reports =
        probity::app::run_scenarios(file_, folder.path().string(), PROBITY_CONTRACTS, number_);
    ASSERT_TRUE(reports) << reports.error().text();
    ASSERT_EQ(reports->size(), 1U);
    EXPECT_GT(reports->front().checks, 0) << "the scenario expects nothing";
    for (const std::string& failure : reports->front().failures)
      ADD_FAILURE() << failure;
  }

 private:
  std::string file_;
  std::size_t number_; // of the case in its file
};

} // namespace

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(PROBITY_CASES))
    if (entry.path().extension() == ".case") files.insert(entry.path());
  files.insert(PROBITY_WALKTHROUGH); // a page whose fenced blocks are a scenario
  for (const fs::path& file : files) {
    // A file that cannot be read is one test, which says why.
    const auto names = probity::app::scenario_names(file.string(), PROBITY_CONTRACTS);
    for (std::size_t i = 0; i < (names ? names->size() : 1); ++i) {
      const std::string name = file.stem().string() + (names && names->size() > 1 ? ": " + names->at(i) : "");
      testing::RegisterTest("Cases", name.c_str(), nullptr, nullptr, file.c_str(), 0,
                            [name = file.string(), i]() -> Scenario* { return new Scenario(name, i); });
    }
  }
  return RUN_ALL_TESTS();
}
