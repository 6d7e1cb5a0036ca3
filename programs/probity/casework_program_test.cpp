// Commands about a person and what is owed, as a user meets them: on a sample area, so on records that no
// test wrote.
#include <algorithm>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/sample_area_program.h"

namespace probity::program {

support::ProgramAnswer SampleAreaProgram::run(const std::string& words) const {
  return support::run_program(PROBITY_PROGRAM, words + " --ledger " + folder_.file("area.ledger"));
}

namespace {

using base::json::Value;
using testing::HasSubstr;

class CaseworkProgram : public SampleAreaProgram {
 protected:
  // Everything that is owed under the options.
  base::json::Array owed(const std::string& options) const {
    return *json("owed " + options).find("owed")->array();
  }
  static std::string text(const Value& entry, std::string_view name) { return *entry.find(name)->text(); }
};

TEST_F(CaseworkProgram, WhatIsOwedIsDoneAndLeavesTheList) {
  const auto all = owed("--provider CRC1");
  const auto missing = std::find_if(all.begin(), all.end(), [](const Value& entry) {
    return text(entry, "kind") == "outcome" && entry.find("practitioner") != nullptr;
  });
  ASSERT_NE(missing, all.end());
  const std::string staff = " --staff " + text(*missing, "practitioner").substr(0, 10);
  const std::size_t before = owed(staff).size();
  const std::string act = "act appointment.record_outcome appointment=" + text(*missing, "entity") +
                          " outcome=attended_complied minutes=30 --case " + text(*missing, "case") +
                          an_operator;
  const auto done = run(act);
  ASSERT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("appointment.outcome_recorded"));
  EXPECT_EQ(owed(staff).size(), before - 1);
  EXPECT_THAT(run(act).out, HasSubstr("Done before"));
  const auto wrong = run("act appointment.record_outcome appointment=" + text(*missing, "entity") +
                         " outcome=unacceptable_absence --case " + text(*missing, "case") + an_operator);
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, HasSubstr("has an outcome: attended_complied"));
  EXPECT_THAT(wrong.err, HasSubstr("appointment.correct_outcome"));
}

TEST_F(CaseworkProgram, AWordThatIsWrongIsNamed) {
  const std::string person = " --case " + text(owed("--provider CRC1").front(), "case") + an_operator;
  EXPECT_THAT(run("act appointment.attend" + person).err,
              HasSubstr("there is no command appointment.attend"));
  EXPECT_THAT(run("act enforcement.warn cause=none" + person).err, HasSubstr("has no field cause"));
  EXPECT_THAT(run("act enforcement.warn" + person).err, HasSubstr("no such appointment"));
  EXPECT_THAT(run("owed --staff zzz").err, HasSubstr("nobody whose id begins with zzz"));
  EXPECT_THAT(run("owed --reading evidence_from=never").err, HasSubstr("there is no reading"));
}

TEST_F(CaseworkProgram, TheListOfADayIsByWhatWasKnownThen) {
  for (const Value& entry : owed("--provider CRC1 --on 2015-06-30")) {
    EXPECT_LE(text(entry, "since"), "2015-06-30");
    EXPECT_EQ(entry.find("overdue")->boolean() != nullptr && *entry.find("overdue")->boolean(),
              text(entry, "due") < "2015-06-30");
  }
  EXPECT_THAT(run("owed --on 2015-06-30").out, HasSubstr("What is owed on 2015-06-30"));
}

TEST_F(CaseworkProgram, PlansAreListedWithBothStatuses) {
  const auto answer = run("plan check --json");
  ASSERT_EQ(answer.status, 0) << answer.err;
  const Value json = base::json::parse(answer.out.substr(0, answer.out.size() - 1)).value();
  const base::json::Array& plans = *json.find("plans")->array();
  ASSERT_FALSE(plans.empty());
  std::int64_t on_time_not_sound = 0;
  for (const Value& plan : plans) {
    const bool sound = *plan.find("sound")->boolean();
    const base::json::Array& findings = *plan.find("findings")->array();
    EXPECT_EQ(sound, findings.empty());
    on_time_not_sound += !sound && text(plan, "timing") == "on_time" ? 1 : 0;
  }
  EXPECT_EQ(*json.find("on_time_not_sound")->integer(), on_time_not_sound);
  EXPECT_GT(on_time_not_sound, 0);
  const std::string person = text(plans.front(), "case");
  const auto one = run("plan check " + person.substr(0, 12));
  EXPECT_THAT(one.out, HasSubstr(person.substr(0, 8)));
  EXPECT_THAT(one.out, HasSubstr(" filed: "));
  EXPECT_THAT(run("plan check --provider nobody").out, HasSubstr("No plan is filed."));
}

// The text goes in with the command and is sealed; what is left to read is its words and fingerprint.
TEST_F(CaseworkProgram, APlansTextIsSealedAndItsFingerprintCompared) {
  const std::string person = text(owed("--provider CRC1").front(), "case");
  const auto ask = [&](const std::string& words) {
    return run("act " + words + " --json --case " + person + an_operator);
  };
  const std::string plan = " plan=00000000000000000000000000000001";
  ASSERT_EQ(ask("plan.draft kind=resettlement" + plan).status, 0);
  const auto written = ask("plan.write content='Nobody but A may read where A will live'" + plan);
  ASSERT_EQ(written.status, 0) << written.out;
  EXPECT_THAT(written.out, HasSubstr("\"words\":9"));
  const auto shown = run("show " + person.substr(0, 12));
  EXPECT_THAT(shown.out, testing::Not(HasSubstr("where A will live")));
  EXPECT_EQ(ask("plan.file" + plan).status, 0);
  EXPECT_THAT(run("plan check " + person.substr(0, 12)).out, HasSubstr("not sound: blank"));
}

} // namespace
} // namespace probity::program
