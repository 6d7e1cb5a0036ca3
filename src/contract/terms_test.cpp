#include "contract/terms.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::contract {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string head = R"(schema = 1
id = "check"
zone = "Europe/London"
authority = "Authority"
provider = "CRC1"
term = { from = "2015-02-01", to = "2017-12-31" }
periods = { unit = "month", year_starts = 2 }
)";

const std::vector<std::string> measure_lines = {
    "[[measure]]",
    "id = \"m\"",
    "source = \"example\"",
    "one_clock_per = \"custody\"",
    "start = { event = \"custody.received\", at = \"valid\" }",
    "stop = { event = \"plan.filed\", at = \"recorded\" }",
    "limit = { n = 5, unit = \"business_day\" }",
    "period_of = \"due\"",
    "owner_on = \"due\"",
    "schedule = \"last\"",
    "calendar_known = \"start\"",
    "linked = \"one_person\"",
    "exclude = []",
    "zero_cases = \"not_measured\"",
    "amended = \"first_recorded\"",
    "imported = \"excluded\"",
};

std::string without(const std::vector<std::string>& lines, std::string_view key) {
  std::string out;
  for (const std::string& line : lines)
    if (!line.starts_with(key)) out += line + "\n";
  return out;
}

std::string replaced(const std::vector<std::string>& lines, std::string_view key, const std::string& by) {
  return without(lines, key) + by + "\n";
}

std::string refusal(const std::string& text) {
  const auto contract = Contract::parse(text, "check.toml");
  return contract ? "accepted" : contract.error().text();
}

TEST(ContractCheck, AcceptsAMeasureThatAnswersEveryQuestion) {
  EXPECT_EQ(refusal(head + without(measure_lines, "nothing")), "accepted");
}

// Each question that a clause may leave open, by the key that answers it.
class OpenQuestion : public testing::TestWithParam<std::string> {};

TEST_P(OpenQuestion, IsRefusedNamingTheClauseAndTheKey) {
  const std::string said = refusal(head + without(measure_lines, GetParam()));
  EXPECT_THAT(said, HasSubstr("measure m"));
  EXPECT_THAT(said, HasSubstr("`" + GetParam() + "` is missing"));
}

INSTANTIATE_TEST_SUITE_P(Measure, OpenQuestion,
                         testing::Values("source", "one_clock_per", "start", "stop", "limit", "period_of",
                                         "owner_on", "schedule", "calendar_known", "linked", "exclude",
                                         "zero_cases", "amended", "imported"));

class OpenDeduction : public testing::TestWithParam<std::string> {};

TEST_P(OpenDeduction, IsRefusedNamingTheClauseAndTheKey) {
  const std::vector<std::string> deduction = {
      "[[deduction]]",    "id = \"d\"",          "source = \"example\"",     "of = \"m\"",
      "per = \"missed\"", "amount = \"-£1.00\"", "rounding = \"half_even\"", "restate = \"never\""};
  const std::string said = refusal(head + without(measure_lines, "nothing") + without(deduction, GetParam()));
  EXPECT_THAT(said, HasSubstr("deduction d"));
  EXPECT_THAT(said, HasSubstr("`" + GetParam() + "` is missing"));
}

INSTANTIATE_TEST_SUITE_P(Deduction, OpenDeduction,
                         testing::Values("source", "of", "per", "amount", "rounding", "restate"));

TEST(ContractCheck, RefusesTheTimeThatATriggerLeavesOpen) {
  EXPECT_THAT(refusal(head + replaced(measure_lines, "stop", "stop = { event = \"plan.filed\" }")),
              HasSubstr("which time is read"));
}

TEST(ContractCheck, NamesWhatDoesNotExist) {
  EXPECT_THAT(
      refusal(head + replaced(measure_lines, "stop", "stop = { event = \"plan.burnt\", at = \"valid\" }")),
      HasSubstr("there is no event type \"plan.burnt\""));
  EXPECT_THAT(
      refusal(head + replaced(measure_lines, "stop",
                              "stop = { event = \"plan.filed\", at = \"valid\", where = { colour = 1 } }")),
      HasSubstr("has no fact `colour`"));
  EXPECT_THAT(
      refusal(head +
              replaced(measure_lines, "stop",
                       "stop = { event = \"plan.filed\", at = \"valid\", where = { content = \"x\" } }")),
      HasSubstr("no figure may read a sealed part"));
  EXPECT_THAT(refusal(head + without(measure_lines, "nothing") + "colour = \"red\"\n"),
              HasSubstr("`colour` is not a key of such a clause"));
  EXPECT_THAT(refusal(head + without(measure_lines, "nothing") + "assumed = [\"weather\"]\n"),
              HasSubstr("names `weather`, which the clause does not state"));
  EXPECT_THAT(refusal(head + without(measure_lines, "nothing") + "twin = \"nobody\"\n"),
              HasSubstr("is no measure"));
}

TEST(ContractCheck, RefusesFractionsInBinary) {
  EXPECT_THAT(refusal(head + without(measure_lines, "nothing") + "target = 97.5\n"),
              HasSubstr("binary fraction"));
}

TEST(ContractCheck, ListsEveryFaultAtOnce) {
  const std::string said = refusal(head + "[[measure]]\nid = \"m\"\n");
  EXPECT_THAT(said, HasSubstr("faults:"));
  EXPECT_THAT(said, HasSubstr("`start` is missing"));
  EXPECT_THAT(said, HasSubstr("`imported` is missing"));
}

TEST(ContractCheck, SaysTheLineOfBrokenToml) {
  EXPECT_THAT(refusal(head + "[[measure\n"), HasSubstr("line 8"));
}

TEST(ContractCheck, RefusesAVariationInsideAPeriod) {
  const std::string said = refusal(head + without(measure_lines, "nothing") + R"(
[[variation]]
id = "v"
source = "example"
agreed_on = "2015-05-01"
effective_from = "2015-06-10"
change = [{ clause = "measure.m", set = { target = "90" } }]
)");
  EXPECT_THAT(said, HasSubstr("takes effect inside a period"));
}

TEST(ContractCheck, RefusesAVariationOfNothing) {
  EXPECT_THAT(refusal(head + without(measure_lines, "nothing") + R"(
[[variation]]
id = "v"
source = "example"
agreed_on = "2015-05-01"
effective_from = "2015-06-01"
change = [{ clause = "measure.other", set = { target = "90" } }]
)"),
              HasSubstr("is no clause of the file"));
}

TEST(Explanation, SaysWhatAClauseRewardsAndPaysToLeaveUndone) {
  auto contract = Contract::parse(head + without(measure_lines, "nothing") +
                                      "rewards = \"filing\"\nleaves_undone = \"thinking\"\n",
                                  "check.toml");
  ASSERT_TRUE(contract) << contract.error().text();
  EXPECT_THAT(contract->explanation(), HasSubstr("It rewards filing."));
  EXPECT_THAT(contract->explanation(), HasSubstr("It pays to leave undone thinking."));
  EXPECT_THAT(contract->explanation(), HasSubstr("within 5 business days"));
}

TEST(Periods, AreMonthsOfAYearThatStartsWhereTheContractSays) {
  auto contract = Contract::parse(head + without(measure_lines, "nothing"), "check.toml");
  ASSERT_TRUE(contract) << contract.error().text();
  const Terms& terms = contract->terms();
  const Period january = *terms.period("2016-01");
  EXPECT_TRUE(terms.last_of_year(january));
  EXPECT_EQ(terms.number_in_year(january), 12);
  EXPECT_EQ(terms.year_number(january), 1);
  EXPECT_EQ(terms.year_number(terms.next(january)), 2);
  EXPECT_EQ(terms.periods_to(january).size(), 12U);
  EXPECT_FALSE(terms.period("2016"));
  EXPECT_FALSE(terms.period("2016-13"));
}

TEST(Periods, OfYearsAreNamedByTheYearInWhichTheyEnd) {
  auto contract = Contract::parse(R"(schema = 1
id = "years"
zone = "America/Chicago"
authority = "Authority"
provider = "each"
term = { from = "2009-07-01", to = "2015-06-30" }
periods = { unit = "year", year_starts = 7 }
)" + without(measure_lines, "nothing"),
                                  "years.toml");
  ASSERT_TRUE(contract) << contract.error().text();
  const Period year = *contract->terms().period("2010");
  EXPECT_EQ(base::to_text(year.first()), "2009-07-01");
  EXPECT_EQ(base::to_text(year.last()), "2010-06-30");
  EXPECT_EQ(contract->terms().period_of(*base::parse_day("2010-07-01")).text, "2011");
}

} // namespace
} // namespace probity::contract
