// Worked fees from inputs to pence. The amounts, weights and percentages are assumed; the shapes are
// published.
#include "contract/price.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/worked_contract.h"

namespace probity::contract {
namespace {

using namespace worked;

// --- S1: the annual fee in twelve payments
// ----------------------------------------------------------------------

TEST(AnnualFee, IsPaidInTwelveWithTheRemainderLast) {
  const Contract contract = contract_of(annual_fee("£10,000,000.00"));
  const auto lines = priced(contract, {}, "2016-03");
  ASSERT_EQ(lines.size(), 12U);
  for (std::size_t i = 0; i < 11; ++i)
    EXPECT_EQ(to_text(lines[i].amount), "£833,333.33");
  EXPECT_EQ(to_text(lines[11].amount), "£833,333.37");
  EXPECT_EQ(to_text(sum(lines)), "£10,000,000.00");
}

TEST(AnnualFee, OfNothingAndOfFivePence) {
  for (const Line& each : priced(contract_of(annual_fee("£0.00")), {}, "2016-03"))
    EXPECT_EQ(to_text(each.amount), "£0.00");
  const auto lines = priced(contract_of(annual_fee("£0.05")), {}, "2016-03");
  EXPECT_EQ(to_text(lines.front().amount), "£0.00");
  EXPECT_EQ(to_text(lines.back().amount), "£0.05");
}

TEST(AnnualFee, TakesTheLearningCurveDiscountAndIndexationYearByYear) {
  const Contract contract = contract_of(
      annual_fee("£1,200.00",
                 "discounts = [\"0\", \"10\"]\nindexation = [{ from = \"2017-04-01\", percent = \"5\" }]\n"));
  const auto lines = priced(contract, {}, "2018-03");
  EXPECT_EQ(amount(lines, "worked/2015-04/fee/1"), "£100.00");
  EXPECT_EQ(amount(lines, "worked/2016-04/fee/1"), "£90.00");
  EXPECT_EQ(amount(lines, "worked/2017-04/fee/1"), "£94.50");
}

// --- S2: weighted annual volume, and what the fixed-cost share does
// ------------------------------------------------

struct Volume {
  std::string variable;
  std::int64_t community;
  std::string adjustment;
};

class WeightedVolume : public testing::TestWithParam<Volume> {};

TEST_P(WeightedVolume, MovesTheVariableShareBeyondTheTolerance) {
  const Volume& given = GetParam();
  const Contract contract = contract_of(annual_fee("£10,000,000.00") + R"(
[[fee]]
id = "volume"
source = "worked example"
kind = "weighted_volume"
of_fee = "fee"
count = { event = "sentence.imposed", at = "valid", by = "order_type" }
weights = { community_order = "1.00", suspended_sentence_order = "1.20", custody_12_months_over = "0.80", unpaid_work_only = "0.40", custody_under_12_months = "0.50" }
baseline = "8000"
tolerance_percent = "2"
linked = "one_person"
imported = "excluded"
rounding = "half_away_from_zero"
restate = "until_final"
variable_percent = ")" + given.variable +
                                        "\"\n");
  Cells cells;
  const Period june = *contract.terms().period("2015-06");
  const auto start = [&](const std::string& type, std::int64_t count) {
    cells[{"volume", "", "CRC1", june, type}].add(duty::State::met, "", count);
  };
  start("community_order", given.community);
  start("suspended_sentence_order", 1250);
  start("custody_12_months_over", 1500);
  start("unpaid_work_only", 2000);
  start("custody_under_12_months", 600);
  const auto lines = priced(contract, cells, "2016-03");
  EXPECT_EQ(amount(lines, "worked/2016-03/volume/1"), given.adjustment);
  EXPECT_EQ(amount(lines, "worked/2016-02/volume/1"), "no line");
}

INSTANTIATE_TEST_SUITE_P(Worked, WeightedVolume,
                         testing::Values(Volume{"80", 3000, "-£1,040,000.00"}, // volume 6,800: ratio 0.85
                                         Volume{"23", 3000, "-£299,000.00"},
                                         Volume{"80", 4040, "£0.00"},         // 7,840: the lower edge
                                         Volume{"80", 4360, "£0.00"},         // 8,160: the upper edge
                                         Volume{"80", 4361, "£1,000.00"},     // 8,161
                                         Volume{"80", 4800, "£440,000.00"})); // 8,600

TEST(WeightedVolume, RespectsFloorAndCeilingOfTheYear) {
  const std::string volume = R"(
[[fee]]
id = "volume"
source = "worked example"
kind = "weighted_volume"
of_fee = "fee"
count = { event = "sentence.imposed", at = "valid", by = "order_type" }
weights = { community_order = "1" }
baseline = "100"
tolerance_percent = "2"
variable_percent = "100"
linked = "one_person"
imported = "excluded"
rounding = "half_away_from_zero"
restate = "until_final"
)";
  const Contract contract =
      contract_of(annual_fee("£1,200.00", "floor = \"£900.00\"\nceiling = \"£1,300.00\"\n") + volume);
  EXPECT_EQ(to_text(sum(priced(contract, {}, "2016-03"))), "£900.00");
  Cells many;
  many[{"volume", "", "CRC1", *contract.terms().period("2015-06"), "community_order"}].add(duty::State::met,
                                                                                           "", 200);
  EXPECT_EQ(to_text(sum(priced(contract, many, "2016-03"))), "£1,300.00");
}

// --- people and units
// ------------------------------------------------------------------------------------------------

TEST(FeePerPerson, IsPricedByMarginalBands) {
  const Contract contract = contract_of(R"(
[[fee]]
id = "people"
source = "worked example"
kind = "per_person"
population = "supervised"
bands = [{ up_to = 100, amount = "£50.00" }, { up_to = 150, amount = "£40.00" }, { amount = "£10.00" }]
linked = "one_person"
imported = "excluded"
rounding = "half_away_from_zero"
restate = "until_final"
)");
  const auto of = [&](std::int64_t people) {
    Cells cells;
    cells[{"people", "", "CRC1", *contract.terms().period("2015-04"), ""}].add(duty::State::met, "", people);
    return amount(priced(contract, cells, "2015-04"), "worked/2015-04/people/1");
  };
  EXPECT_EQ(of(0), "£0.00");
  EXPECT_EQ(of(100), "£5,000.00");
  EXPECT_EQ(of(101), "£5,040.00");
  EXPECT_EQ(of(160), "£7,100.00");
}

// --- Readings: one clause, and what is paid by each way of reading it.

std::string read_two_ways() {
  return R"(
[[fee]]
id = "fee"
title = "Fee"
source = "worked example"
kind = "per_person"
population = "supervised"
fixed = "£100.00"
amount = "£10.00"
linked = "one_person"
imported = "excluded"
rounding = "half_away_from_zero"
restate = "until_final"
as_written = "heads"
reading.dear = { amount = "£20.00" }
reading.volume = { kind = "annual", amount = "£12,000.00", source = "elsewhere" }

[[fee]]
id = "adjustment"
source = "worked example"
kind = "weighted_volume"
of_fee = "fee"
count = { event = "sentence.imposed", at = "valid", by = "order_type" }
weights = { community_order = "1.00" }
baseline = "10"
tolerance_percent = "0"
variable_percent = "50"
linked = "one_person"
imported = "excluded"
rounding = "half_away_from_zero"
restate = "until_final"
)";
}

TEST(FeeReadings, EachIsPricedByItself) {
  const Contract contract = contract_of(read_two_ways());
  Cells cells;
  cells[{"fee", "", "CRC1", *contract.terms().period("2016-03"), ""}].met = 7;
  cells[{"adjustment", "", "CRC1", *contract.terms().period("2016-03"), "community_order"}].met = 8;
  const auto under = [&](const Readings& readings) {
    return price(cells, contract, {}, day("2030-01-01"), *contract.terms().period("2016-03"), readings);
  };
  const auto written = under({});
  EXPECT_EQ(amount(written, "worked/2015-04/fee/1"), "£100.00"); // nobody, and still the fixed part
  EXPECT_EQ(amount(written, "worked/2016-03/fee/1"), "£170.00");
  EXPECT_EQ(line(written, "worked/2016-03/fee/1").rate, "£100.00 however many, and £10.00 a person");
  // What it would adjust is no annual fee.
  EXPECT_EQ(amount(written, "worked/2016-03/adjustment/1"), "no line");
  EXPECT_EQ(amount(under({{"fee", "heads"}}), "worked/2016-03/fee/1"), "£170.00");
  EXPECT_EQ(amount(under({{"fee", "as_written"}}), "worked/2016-03/fee/1"), "£170.00");
  EXPECT_EQ(amount(under({{"fee", "dear"}}), "worked/2016-03/fee/1"), "£240.00");
  const auto by_volume = under({{"fee", "volume"}});
  EXPECT_EQ(amount(by_volume, "worked/2016-03/fee/1"), "£1,000.00");
  EXPECT_EQ(amount(by_volume, "worked/2016-03/adjustment/1"), "-£1,200.00"); // half of a fifth of £12,000.00
}

TEST(FeeReadings, StateWhatDiffersAndAreNamedWhenTheyAreUnknown) {
  const Contract contract = contract_of(read_two_ways());
  const Fee& fee = contract.terms().fees.front();
  EXPECT_EQ(fee.reading, "heads");
  ASSERT_EQ(fee.others.size(), 2U);
  EXPECT_EQ(fee.others[0].source, "worked example");
  EXPECT_EQ(fee.others[1].source, "elsewhere");
  EXPECT_TRUE(check_readings(contract.terms(), {{"fee", "volume"}}));
  const auto unknown = check_readings(contract.terms(), {{"fee", "cheap"}});
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().text(), testing::HasSubstr("it has: heads, dear, volume"));
  EXPECT_THAT(contract.explanation(),
              testing::HasSubstr("As written (heads): £100.00 a period, however many"));
  EXPECT_THAT(contract.explanation(), testing::HasSubstr("Reading (volume): £12,000.00 a contract year"));
}

TEST(FeeReadings, ThatLeaveAQuestionOpenAreRefused) {
  const auto refusal = [](const std::string& from, const std::string& to) {
    std::string text = std::string(head) + read_two_ways();
    text.replace(text.find(from), from.size(), to);
    const auto contract = Contract::parse(text, "worked.toml");
    return contract ? std::string("accepted") : contract.error().text();
  };
  using testing::HasSubstr;
  // Of another kind it takes nothing but what all fees have.
  EXPECT_THAT(refusal("kind = \"annual\", amount", "kind = \"per_person\", amount"),
              HasSubstr("fee fee reading volume: `population` is missing"));
  EXPECT_THAT(refusal("{ amount = \"£20.00\" }", "{ title = \"Dear\" }"),
              HasSubstr("`title` cannot differ between readings"));
  EXPECT_THAT(refusal("{ amount = \"£20.00\" }", "{ colour = \"red\" }"),
              HasSubstr("fee fee reading dear: `colour` is not a key of such a clause"));
  EXPECT_THAT(refusal("{ amount = \"£20.00\" }", "\"twice\""), HasSubstr("must be a table"));
  EXPECT_THAT(refusal("kind = \"annual\", amount = \"£12,000.00\"", "amount = \"£12.00\""),
              HasSubstr("which is no annual fee"));
  EXPECT_THAT(refusal("fixed = \"£100.00\"", "fixed = \"-£100.00\""), HasSubstr("must not be negative"));
}

// S5: attachment, outcome and sustainment by payment group (Work Programme tariff, year 1).
TEST(UnitPayment, PaysEachGroupByItsTariffAndShowsWhatItRefuses) {
  const Contract contract = contract_of(R"(
[[unit_payment]]
id = "jobs"
source = "Work Programme tariff, year 1"
rounding = "half_away_from_zero"
restate = "until_final"
linked = "one_person"
imported = "excluded"
group.1 = { attachment = "£400.00", outcome = "£1,200.00", sustained = "£170.00", months = 13 }
group.2 = { attachment = "£400.00", outcome = "£1,200.00", sustained = "£215.00", months = 13 }
group.3 = { attachment = "£400.00", outcome = "£1,200.00", sustained = "£250.00", months = 20 }
group.5 = { attachment = "£400.00", outcome = "£1,000.00", sustained = "£115.00", months = 20 }
)");
  Cells cells;
  const auto claims = [&](const std::string& group, std::int64_t attached, std::int64_t outcomes,
                          std::int64_t months) {
    const Period period = *contract.terms().period("2015-04");
    cells[{"jobs", "", "CRC1", period, group + "/attachment"}].add(duty::State::met, "", attached);
    cells[{"jobs", "", "CRC1", period, group + "/outcome"}].add(duty::State::met, "", outcomes);
    cells[{"jobs", "", "CRC1", period, group + "/sustained"}].add(duty::State::met, "", months);
  };
  claims("1", 40, 10, 67);
  claims("2", 35, 9, 71);
  claims("3", 15, 3, 31);
  claims("5", 10, 1, 4);
  cells[{"jobs", "", "CRC1", *contract.terms().period("2015-04"), "1/sustained"}].add(
      duty::State::excluded, "beyond_the_most_months");
  const auto lines = priced(contract, cells, "2015-04");
  EXPECT_EQ(amount(lines, "worked/2015-04/jobs/1.sustained"), "£11,390.00");
  EXPECT_EQ(amount(lines, "worked/2015-04/jobs/2.sustained"), "£15,265.00");
  EXPECT_EQ(amount(lines, "worked/2015-04/jobs/5.outcome"), "£1,000.00");
  const Line& refused = line(lines, "worked/2015-04/jobs/1.sustained.refused.beyond_the_most_months");
  EXPECT_EQ(to_text(refused.amount), "£0.00");
  EXPECT_EQ(refused.reason, "beyond_the_most_months");
  EXPECT_EQ(refused.note, "");
  EXPECT_EQ(said_of(refused), "refused: beyond_the_most_months");
  EXPECT_EQ(to_text(sum(lines)), "£102,265.00");
}

// --- variations
// -----------------------------------------------------------------------------------------------------

TEST(Variation, CountsOnlyOnceAgreedAndCutsTheYearIntoParts) {
  const Contract contract = contract_of(annual_fee("£1,200.00") + R"(
[[variation]]
id = "august"
source = "worked example"
agreed_on = "2015-09-15"
effective_from = "2015-08-01"
change = [{ clause = "fee.fee", set = { amount = "£2,400.00" } }]
)");
  const Period march = *contract.terms().period("2016-03");
  const auto before = price({}, contract, {}, day("2015-09-14"), march);
  const auto after = price({}, contract, {}, day("2015-09-15"), march);
  EXPECT_EQ(amount(before, "worked/2015-08/fee/1"), "£100.00");
  EXPECT_EQ(amount(after, "worked/2015-07/fee/1"), "£100.00");
  EXPECT_EQ(amount(after, "worked/2015-08/fee/1"), "£200.00");
  EXPECT_EQ(to_text(sum(after)), "£2,000.00"); // four months at £100, eight at £200
  EXPECT_EQ(line(after, "worked/2015-08/fee/1").version, "august");
}

} // namespace
} // namespace probity::contract
