// What `contract check` finds in a file that leaves no question open.
#include "contract/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/worked_contract.h"

namespace probity::contract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using worked::annual_fee;
using worked::contract_of;
using worked::monitored_days;

constexpr std::int64_t head_lines = 8; // the first line of the head is empty

std::string measure(std::string_view started_by, std::string_view stopped_by) {
  return "[[measure]]\nid = \"m\"\nsource = \"worked example\"\none_clock_per = \"person\"\nstart = { event "
         "= \"" +
         std::string(started_by) + "\", at = \"valid\" }\nstop = { event = \"" + std::string(stopped_by) +
         "\", at = \"recorded\" }\nlimit = { n = 1, unit = \"calendar_day\" }\nperiod_of = \"due\"\n"
         "owner_on = \"due\"\nschedule = \"last\"\ncalendar_known = \"start\"\nlinked = \"one_person\"\n"
         "exclude = []\nzero_cases = \"not_measured\"\namended = \"first_recorded\"\nimported = "
         "\"excluded\"\n";
}

const std::string deduction = R"([[deduction]]
id = "late"
source = "worked example"
of = "m"
per = "missed"
amount = "-£2.00"
cap = "£10.00"
rounding = "half_even"
restate = "never"
)";

std::string ceiling(std::string_view percent) {
  return "[deduction_cap]\nsource = \"worked example\"\nof_fee = \"fee\"\npercent = \"" +
         std::string(percent) + "\"\n";
}

// "clause: message", of each finding.
std::vector<std::string> said(const Contract& contract) {
  std::vector<std::string> out;
  for (const Finding& finding : findings_of(contract))
    out.push_back(finding.clause + ": " + finding.message);
  return out;
}

TEST(ContractFindings, GivenMonitoringWithoutALevelWhenCheckedThenItIsFoundWithItsLine) {
  const std::vector<Finding> found = findings_of(contract_of(monitored_days));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].clause, "monitoring days");
  EXPECT_EQ(found[0].line, head_lines + 1);
  EXPECT_THAT(found[0].message, HasSubstr("sets no level"));
}

TEST(ContractFindings, GivenAMeasureOfMonitoringWhenCheckedThenTheLevelIsThere) {
  EXPECT_THAT(said(contract_of(monitored_days + measure("monitoring.tag_ordered", "monitoring.tag_fitted"))),
              IsEmpty());
  EXPECT_THAT(said(contract_of(monitored_days + measure("custody.received", "plan.filed"))),
              ElementsAre(HasSubstr("monitoring days: pays for days and sets no level")));
}

TEST(ContractFindings, GivenWhatItLeavesUndoneWhenCheckedThenItIsSaidAndNotFound) {
  const Contract contract =
      contract_of(monitored_days + "rewards = \"tags that are on\"\nleaves_undone = \"answering\"\n");
  EXPECT_THAT(said(contract), IsEmpty());
  EXPECT_THAT(contract.explanation(), HasSubstr("It rewards tags that are on."));
  EXPECT_THAT(contract.explanation(), HasSubstr("It pays to leave undone answering."));
}

TEST(ContractFindings, GivenNoWordsOfItsOwnWhenExplainedThenMonitoringStillSaysWhatItLeavesUndone) {
  EXPECT_THAT(contract_of(monitored_days).explanation(), HasSubstr("the file does not say"));
}

TEST(ContractFindings, GivenACeilingOverNoClauseWhenCheckedThenItIsFoundWithItsLine) {
  const std::string fee = annual_fee("£1,000.00");
  const Contract contract =
      contract_of(fee + ceiling("8") + "[outcome_cap]\nsource = \"worked example\"\namount = \"£5.00\"\n");
  const std::vector<Finding> found = findings_of(contract);
  const auto fee_lines = std::count(fee.begin(), fee.end(), '\n');
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].clause, "deduction_cap");
  EXPECT_EQ(found[0].line, head_lines + fee_lines + 1);
  EXPECT_THAT(found[0].message, HasSubstr("over no clause"));
  EXPECT_EQ(found[1].clause, "outcome_cap");
  EXPECT_EQ(found[1].line, head_lines + fee_lines + 5);
  EXPECT_THAT(found[1].message, HasSubstr("over no clause"));
}

TEST(ContractFindings, GivenACeilingOfNothingOrOfAllWhenCheckedThenItIsFound) {
  const std::string clauses = annual_fee("£1,000.00") + measure("custody.received", "plan.filed") + deduction;
  EXPECT_THAT(said(contract_of(clauses + ceiling("0"))),
              ElementsAre(HasSubstr("gives every deduction back")));
  EXPECT_THAT(said(contract_of(clauses + ceiling("100"))), ElementsAre(HasSubstr("the whole fee is lost")));
  EXPECT_THAT(said(contract_of(clauses + ceiling("8"))), IsEmpty());
}

TEST(ContractFindings, GivenAVariationThatUndoesACeilingWhenCheckedThenItIsFoundFromItsDayOn) {
  const Contract contract = contract_of(
      annual_fee("£1,000.00") + measure("custody.received", "plan.filed") + deduction + ceiling("8") +
      "[[variation]]\nid = \"2016\"\nsource = \"worked example\"\nagreed_on = \"2016-03-01\"\n"
      "effective_from = \"2016-04-01\"\n"
      "change = [{ clause = \"deduction_cap\", set = { percent = \"100\" } }]\n");
  EXPECT_THAT(said(contract),
              ElementsAre("deduction_cap: from 2016-04-01 on, by variation 2016, holds nothing "
                          "down before the whole fee is lost"));
}

TEST(ContractFindings, GivenAYearlyCeilingThatNoVolumeMovesWhenCheckedThenItIsFound) {
  EXPECT_THAT(said(contract_of(annual_fee("£1,000.00", "ceiling = \"£1,100.00\"\n"))),
              ElementsAre(HasSubstr("fee fee: has a floor or ceiling for the year that holds nothing")));
}

TEST(ContractFindings, GivenCeilingsWhenExplainedThenEachSaysWhatItPaysToLeaveUndone) {
  const std::string explained =
      contract_of(annual_fee("£1,000.00") + measure("custody.received", "plan.filed") + deduction +
                  ceiling("8") + "assumed = [\"percent\"]\n")
          .explanation();
  EXPECT_THAT(explained, HasSubstr("Beyond the ceiling a further missed case costs nothing"));
  EXPECT_THAT(explained, HasSubstr("Beyond it no miss of any measure costs anything"));
  EXPECT_THAT(explained, HasSubstr("Assumed, since the source is silent: percent."));
}

} // namespace
} // namespace probity::contract
