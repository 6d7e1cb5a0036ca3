// What a contract file may and may not say of outcomes, and how it is told.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "contract/terms.h"

namespace probity::contract {
namespace {

using testing::HasSubstr;

constexpr std::string_view head = R"(
schema = 1
id = "outcomes"
zone = "Europe/London"
authority = "Authority"
provider = "CRC1"
term = { from = "2016-01-01", to = "2019-12-31" }
)";

constexpr std::string_view good = R"(
[[outcome]]
id = "binary"
source = "worked example"
figure = "reoffenders"
counted = "from_record"
cohort = { first = "2016-01", months = 3, index = ["order"], linked = "one_person", owner_on = "index", imported = "counted" }
snapshot = { window_months = 12, proof_months = 6, lag_months = 3 }
zero_cases = "not_measured"
adjustment = { kind = "none" }
baseline = { kind = "fixed", rate = "47.5" }
test = { kind = "z", critical = "1.96" }
change_in = "points"
reduction_at_least = "0"
pay = { per = "point", each = "£1,000.00" }
rounding = "half_away_from_zero"
)";

std::string with(std::string clause, std::string_view from, std::string_view to) {
  const std::size_t at = clause.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return clause.replace(at, from.size(), to);
}

std::string fault_of(const std::string& clauses) {
  const auto contract = Contract::parse(std::string(head) + clauses, "outcomes.toml");
  return contract ? "no fault" : contract.error().text();
}

TEST(OutcomeClauses, AWholeOneIsRead) {
  const auto contract = Contract::parse(std::string(head) + std::string(good), "outcomes.toml");
  ASSERT_TRUE(contract) << contract.error().text();
  ASSERT_EQ(contract->terms().outcomes.size(), 1U);
  const OutcomeTerms& terms = contract->terms().outcomes.front().terms;
  EXPECT_EQ(terms.baseline_rate, base::Rational::of(475, 1000));
  const auto cohort = terms.cohort_ending(*base::parse_month("2016-03"));
  ASSERT_TRUE(cohort);
  EXPECT_EQ(base::to_text(terms.snapshot_day(*cohort)), "2017-12-31");
  EXPECT_FALSE(terms.cohort_ending(*base::parse_month("2016-04")));
  EXPECT_THAT(contract->explanation(), HasSubstr("It is a reduction if it is lower and z is beyond 1.960"));
  EXPECT_THAT(contract->explanation(), HasSubstr("taken as exact, however old it is"));
}

TEST(OutcomeClauses, EveryQuestionLeftOpenIsNamed) {
  std::string text(good);
  for (const auto& [key, question] :
       {std::pair{"figure", "which of the three figures pays"}, std::pair{"counted", "who counts"},
        std::pair{"cohort", "whose reoffending is counted"}, std::pair{"snapshot", "when a figure is final"},
        std::pair{"zero_cases", "what a cohort without people counts as"},
        std::pair{"adjustment", "whether different people are compared as if they were alike"},
        std::pair{"baseline", "against what a result is judged"},
        std::pair{"test", "whether chance is ruled out before a result pays"},
        std::pair{"change_in", "whether a change is in points"},
        std::pair{"reduction_at_least", "how large a reduction has to be"},
        std::pair{"rounding", "how a line is rounded"}}) {
    const std::size_t from = text.find("\n" + std::string(key) + " =");
    ASSERT_NE(from, std::string::npos) << key;
    std::string without = text;
    without.erase(from, text.find('\n', from + 1) - from);
    EXPECT_THAT(fault_of(without), HasSubstr("outcome binary: `" + std::string(key) +
                                             "` is missing: the clause leaves open " + question));
  }
}

TEST(OutcomeClauses, WhatCannotBeDecidedIsRefused) {
  const std::string text(good);
  const std::vector<std::tuple<std::string, std::string, std::string>> wrong = {
      {"figure = \"reoffenders\"", "figure = \"reoffences_per_reoffender\"",
       "reoffences cluster in people, so that this test would call chance an effect"},
      {"rate = \"47.5\"", "rate = \"101\"", "must lie between 0 and 100"},
      {"rate = \"47.5\"", "rate = \"0\"", "leaves nothing to test"},
      {"rate = \"47.5\"", "rate = \"47.12345\"", "at most four decimals"},
      {"kind = \"fixed\", rate", "kind = \"sampled\", rate", "how many the sampled rate was found on"},
      {"kind = \"fixed\", rate = \"47.5\"", "kind = \"concurrent\"", "who is compared"},
      {"critical = \"1.96\"", "critical = \"0\"", "must lie above 0 and up to 10"},
      {"months = 3", "months = 4", "`cohort`"},
      {"index = [\"order\"]", "index = [\"arrest\"]", "it may name release, order, conviction, caution"},
      {"per = \"point\"", "per = \"reoffence\"", "prices what the figure reoffenders does not count"},
      {"each = \"£1,000.00\"", "each = \"-£1,000.00\"", "must not be negative"},
      {"pay = { per = \"point\", each = \"£1,000.00\" }", "", "whatever the result, nothing is paid"},
      {"rounding =", "hurdle = \"other\"\nrounding =", "no outcome clause before this one"},
      {"rounding =", "stake = { amount = \"£1.00\" }\nrounding =", "make two clauses of it"},
      {"reduction_at_least = \"0\"", "reduction_at_least = \"-5\"", "it is the size of the change"},
      {"adjustment = { kind = \"none\" }",
       "adjustment = { kind = \"strata\", by = [\"shoe_size\"], rates = { a = \"1\" } }",
       "by which no cohort is divided"},
      {"adjustment = { kind = \"none\" }", "adjustment = { kind = \"scores\" }", "whose scores are taken"},
      {"adjustment = { kind = \"none\" }",
       "adjustment = { kind = \"scores\", instrument = \"ogrs3\", version = \"v\", forecast = \"one_year\", "
       "recorded_within_days = 0, unscored_at_most = \"101\" }",
       "must lie between 0 and 100: percent of the cohort"},
      {"adjustment = { kind = \"none\" }",
       "adjustment = { kind = \"scores\", instrument = \"ogrs3\", version = \"v\", forecast = \"one_year\", "
       "recorded_within_days = 400, unscored_at_most = \"5\" }",
       "recorded_within_days"},
      {"rounding =", "surprise = 1\nrounding =", "is not a key of such a clause"},
  };
  for (const auto& [from, to, message] : wrong)
    EXPECT_THAT(fault_of(with(text, from, to)), HasSubstr(message)) << to;
}

TEST(OutcomeClauses, ACohortMustFitThePeriodsThatItIsPaidIn) {
  const std::string years = std::string(good) + "\n";
  const auto contract = Contract::parse(
      std::string(head) + "periods = { unit = \"year\", year_starts = 1 }\n" + years, "outcomes.toml");
  ASSERT_FALSE(contract);
  EXPECT_THAT(contract.error().text(), HasSubstr("must be a whole number of settlement periods of 12"));
}

TEST(OutcomeClauses, AHurdleNeedsTheSameCohorts) {
  const std::string other =
      with(with(std::string(good), "id = \"binary\"", "id = \"more\"\nhurdle = \"binary\""),
           "first = \"2016-01\"", "first = \"2016-04\"");
  EXPECT_THAT(fault_of(std::string(good) + other), HasSubstr("must have the same cohorts"));
}

} // namespace
} // namespace probity::contract
