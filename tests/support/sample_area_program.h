// The program on a sample area of sixty people and eight months: records that no test wrote.
#pragma once

#include <gtest/gtest.h>

#include "base/json.h"
#include "support/program_run.h"

namespace probity::program {

class SampleAreaProgram : public testing::Test {
 protected:
  void SetUp() override {
    const auto made = run("sample --people 60 --from 2015-02-01 --to 2015-09-30 --seed 5");
    ASSERT_EQ(made.status, 0) << made.err;
  }
  // `words` follow "probity"; the ledger's option is added.
  [[nodiscard]] support::ProgramAnswer run(const std::string& words) const;
  // What a command answers to --json; nothing but an object without members when that is no JSON.
  [[nodiscard]] base::json::Value json(const std::string& words) const {
    const auto answer = run(words + " --json");
    auto parsed = base::json::parse(answer.out.substr(0, answer.out.find('\n')));
    EXPECT_TRUE(parsed) << answer.all();
    return parsed ? std::move(*parsed) : base::json::Value(base::json::Object{});
  }

  static constexpr const char* an_operator = " --operator 5d0c2f0e9b7a4c1885e6a1f0d2b39c47";
  support::TemporaryDirectory folder_;
};

} // namespace probity::program
