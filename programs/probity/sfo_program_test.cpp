// The pack for a review of a serious further offence, on a sample area: what came later changes nothing of
// it.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "support/program_run.h"

namespace probity::program {
namespace {

using base::json::Value;
using testing::HasSubstr;

constexpr const char* an_operator = " --operator 5d0c2f0e9b7a4c1885e6a1f0d2b39c47";

class ReviewPackProgram : public testing::Test {
 protected:
  void SetUp() override {
    const auto made = run("sample --people 60 --from 2015-02-01 --to 2015-09-30 --seed 5");
    ASSERT_EQ(made.status, 0) << made.err;
    // Somebody who was seen: an appointment with an outcome stands behind the clock.
    const Value owed = json("owed --provider CRC1 --on 2015-07-01");
    for (const Value& entry : *owed.find("owed")->array()) {
      person_ = *entry.find("case")->text();
      const Value pack = pack_on("2015-07-01");
      for (const Value& one : *pack.find("contact")->find("past")->array())
        if (one.find("outcome") != nullptr && *one.find("outcome")->text() == "attended_complied")
          appointment_ = *one.find("appointment")->text();
      if (!appointment_.empty()) return;
    }
    FAIL() << "nobody of the sample was seen";
  }
  support::ProgramAnswer run(const std::string& words) const {
    return support::run_program(PROBITY_PROGRAM, words + " --ledger " + folder_.file("area.ledger"));
  }
  Value json(const std::string& words) const {
    const auto answer = run(words + " --json");
    EXPECT_EQ(answer.status, 0) << answer.all();
    return base::json::parse(answer.out.substr(0, answer.out.size() - 1)).value();
  }
  Value pack_on(const std::string& day) const { return json("sfo pack " + person_ + " --on " + day); }
  void act(const std::string& words) const {
    const auto answer = run("act " + words + " --case " + person_ + an_operator);
    ASSERT_EQ(answer.status, 0) << answer.err;
  }

  support::TemporaryDirectory folder_;
  std::string person_;
  std::string appointment_;
};

TEST_F(ReviewPackProgram, WhatCameLaterStandsApart) {
  Value before = pack_on("2015-07-01");
  EXPECT_TRUE(before.find("since")->find("corrected")->array()->empty());
  EXPECT_TRUE(before.find("risk")->find("harm")->array()->empty());
  act("appointment.correct_outcome appointment=" + appointment_ +
      " outcome=unacceptable_absence because=wrong_person");
  act("risk.judge_harm level=high --on 2015-06-01");
  Value after = pack_on("2015-07-01");
  const Value since = *after.find("since");
  ASSERT_EQ(since.find("corrected")->array()->size(), 1U);
  const Value& corrected = since.find("corrected")->array()->front();
  EXPECT_EQ(*corrected.find("facts_then")->find("outcome")->text(), "attended complied");
  EXPECT_EQ(*corrected.find("facts_now")->find("outcome")->text(), "unacceptable absence");
  ASSERT_EQ(since.find("entered")->array()->size(), 1U);
  EXPECT_EQ(*since.find("entered")->array()->front().find("type")->text(), "risk.harm_level_judged");
  before.erase("since");
  after.erase("since");
  EXPECT_EQ(before, after) << "the morning is what it was";
}

TEST_F(ReviewPackProgram, SaysWhoHeldThePersonAndWithWhatLoad) {
  const Value pack = pack_on("2015-07-01");
  const Value& held = *pack.find("held");
  EXPECT_EQ(*held.find("provider")->text(), "CRC1");
  const std::int64_t people = *held.find("load")->find("people")->integer();
  bool among = false;
  for (const Value& count : *held.find("caseloads")->array())
    among = among || *count.integer() == people;
  EXPECT_TRUE(among) << "the load is one of the body's caseloads";
  const auto text = run("sfo pack " + person_ + " --on 2015-07-01");
  EXPECT_THAT(text.out, HasSubstr("as known on the morning of 2015-07-01"));
  EXPECT_THAT(text.out, HasSubstr("Load: " + std::to_string(people) + " people"));
  EXPECT_THAT(text.out, HasSubstr("Last seen on"));
}

TEST_F(ReviewPackProgram, AddsUpWorkloadPointsWhereTheyWereRecorded) {
  const std::string later = "2015-10-01";
  const Value before = pack_on(later);
  ASSERT_NE(before.find("held")->find("load"), nullptr);
  EXPECT_EQ(*before.find("held")->find("load")->find("people_with_points")->integer(), 0);
  EXPECT_THAT(run("sfo pack " + person_ + " --on " + later).out,
              HasSubstr("No workload points were recorded"));
  act("risk.record_score instrument=workload_case_points version=1 "
      "answers=case_type=COMMUNITY,t2a=false,tier=B2");
  const Value after = pack_on(later);
  const Value& load = *after.find("held")->find("load");
  EXPECT_EQ(*load.find("people_with_points")->integer(), 1);
  EXPECT_GT(*load.find("points")->integer(), 0);
}

TEST_F(ReviewPackProgram, OfAMorningBeforeTheFirstRecordThereIsNone) {
  EXPECT_THAT(run("sfo pack " + person_ + " --on 2014-01-01").err, HasSubstr("nothing was recorded yet"));
  EXPECT_THAT(run("sfo pack zz --on 2015-07-01").err, HasSubstr("zz"));
}

} // namespace
} // namespace probity::program
