// What `contract check` answers of a file that leaves no question open and still sets no level.
#include <fstream>

#include <gtest/gtest.h>

#include "base/json.h"
#include "support/program_run.h"
#include "support/worked_contract.h"

namespace probity::program {
namespace {

class ContractCheck : public ::testing::Test {
 protected:
  support::ProgramAnswer check(const std::string& more, const std::string& options = {}) {
    std::ofstream(folder_.file("tags.toml"), std::ios::binary)
        << contract::worked::head << contract::worked::monitored_days << more;
    return support::run_program(PROBITY_PROGRAM, "contract check " + folder_.file("tags.toml") + options);
  }
  support::TemporaryDirectory folder_;
};

TEST_F(ContractCheck, GivenAClauseWithoutALevelWhenCheckedThenItIsAFindingWithItsLine) {
  const auto answer = check("");
  EXPECT_EQ(answer.status, 1);
  EXPECT_NE(answer.out.find("line 9, monitoring days: pays for days and sets no level"), std::string::npos)
      << answer.out;
  const auto machine = check("", " --json");
  EXPECT_EQ(machine.status, 1);
  const auto json =
      base::json::parse(machine.out.substr(0, machine.out.find('\n')), base::json::Spelling::any);
  ASSERT_TRUE(json) << machine.out;
  EXPECT_FALSE(*json->find("ok")->boolean());
  const base::json::Value& found = json->find("findings")->array()->at(0);
  EXPECT_EQ(*found.find("clause")->text(), "monitoring days");
  EXPECT_EQ(*found.find("line")->integer(), 9);
}

TEST_F(ContractCheck, GivenOneThatSaysWhatItLeavesUndoneWhenCheckedThenItIsGood) {
  const auto answer = check("leaves_undone = \"answering alerts\"\n");
  EXPECT_EQ(answer.status, 0) << answer.out;
  EXPECT_NE(answer.out.find("It pays to leave undone answering alerts."), std::string::npos) << answer.out;
}

} // namespace
} // namespace probity::program
