// The pack for a review of a serious further offence, on a sample area: what came later changes nothing of
// it.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/sample_area_program.h"

namespace probity::program {
namespace {

using base::json::Value;
using testing::HasSubstr;

class ReviewPackProgram : public SampleAreaProgram {
 protected:
  void SetUp() override {
    SampleAreaProgram::SetUp();
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
  Value pack_on(const std::string& day) const { return json("sfo pack " + person_ + " --on " + day); }
  void act(const std::string& words) const {
    const auto answer = run("act " + words + " --case " + person_ + an_operator);
    ASSERT_EQ(answer.status, 0) << answer.err;
  }

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
