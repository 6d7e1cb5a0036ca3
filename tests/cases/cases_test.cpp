// Runs every scenario of this folder as a test of its own.
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "app/scenario_runner.h"
#include "support/temporary_directory.h"

namespace {

namespace fs = std::filesystem;

class Scenario : public testing::Test {
 public:
  explicit Scenario(std::string file) : file_(std::move(file)) {}

  void TestBody() override {
    const probity::support::TemporaryDirectory folder;
    const auto report = probity::app::run_scenario(file_, folder.path().string(), PROBITY_CONTRACTS);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_GT(report->checks, 0) << "the scenario expects nothing";
    for (const std::string& failure : report->failures)
      ADD_FAILURE() << failure;
  }

 private:
  std::string file_;
};

} // namespace

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(PROBITY_CASES))
    if (entry.path().extension() == ".case") files.insert(entry.path());
  for (const fs::path& file : files)
    testing::RegisterTest("Cases", file.stem().c_str(), nullptr, nullptr, file.c_str(), 0,
                          [name = file.string()]() -> Scenario* { return new Scenario(name); });
  return RUN_ALL_TESTS();
}
