// Worked deductions from inputs to pence. The amounts, weights and percentages are assumed; the shapes are
// published.
#include "contract/price.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/worked_contract.h"

namespace probity::contract {
namespace {

using namespace worked;

std::string measure_with_target(const std::string& target, const std::string& more = "") {
  return R"(
[[measure]]
id = "level"
source = "worked example"
one_clock_per = "custody"
start = { event = "custody.received", at = "valid" }
stop = { event = "plan.filed", at = "recorded" }
limit = { n = 5, unit = "business_day" }
period_of = "due"
owner_on = "due"
schedule = "last"
calendar_known = "start"
linked = "one_person"
exclude = []
zero_cases = "not_measured"
amended = "first_recorded"
imported = "excluded"
target = ")" +
         target + "\"\n" + more;
}

std::string credit(const std::string& more = "") {
  return R"(
[[deduction]]
id = "credit"
source = "worked example"
of = "level"
per = "point"
rate_percent = "0.25"
of_fee = "fee"
cap_percent = "2"
rounding = "half_away_from_zero"
restate = "until_final"
)" + more;
}

Cells level_cell(const Contract& contract, std::string_view period, std::int64_t cases, std::int64_t met) {
  Cells cells;
  Cell& cell = cells[{"level", "as_written", "CRC1", *contract.terms().period(period), ""}];
  cell.started = cases;
  cell.met = met;
  cell.missed = cases - met;
  return cells;
}

// --- S4: a service credit
// ----------------------------------------------------------------------------------------

struct Level {
  std::int64_t cases;
  std::int64_t met;
  std::int64_t points;
  std::string credit;
};

class ServiceCredit : public testing::TestWithParam<Level> {};

TEST_P(ServiceCredit, IsAQuarterPercentForEachWholeOrPartPoint) {
  const Contract contract = contract_of(annual_fee("£10,000,000.00") + measure_with_target("97") + credit());
  const auto lines =
      priced(contract, level_cell(contract, "2015-04", GetParam().cases, GetParam().met), "2015-04");
  const Line& found = line(lines, "worked/2015-04/credit/1");
  EXPECT_EQ(found.quantity, base::Rational(GetParam().points));
  EXPECT_EQ(to_text(found.amount), GetParam().credit);
}

INSTANTIATE_TEST_SUITE_P(Worked, ServiceCredit,
                         testing::Values(Level{412, 400, 0, "£0.00"}, Level{412, 399, 1, "-£2,083.33"},
                                         Level{412, 389, 3, "-£6,250.00"}, Level{38, 36, 3, "-£6,250.00"},
                                         Level{200, 170, 12, "-£16,666.67"}, Level{100, 97, 0, "£0.00"}));

TEST(ServiceCredit, WithoutCasesIsNotMeasuredAndSaysSo) {
  const Contract contract = contract_of(annual_fee("£10,000,000.00") + measure_with_target("97") + credit());
  const auto lines = priced(contract, {}, "2015-04");
  EXPECT_EQ(amount(lines, "worked/2015-04/credit/1"), "£0.00");
  EXPECT_THAT(line(lines, "worked/2015-04/credit/1").note, testing::HasSubstr("no cases"));
}

TEST(ServiceCredit, BelowTheMinimumNumberIsNotMeasured) {
  const Contract contract =
      contract_of(annual_fee("£10,000,000.00") + measure_with_target("97", "minimum = 10\n") + credit());
  const auto lines = priced(contract, level_cell(contract, "2015-04", 9, 0), "2015-04");
  EXPECT_EQ(amount(lines, "worked/2015-04/credit/1"), "£0.00");
  EXPECT_THAT(line(lines, "worked/2015-04/credit/1").note, testing::HasSubstr("fewer than 10"));
}

TEST(ServiceCredit, GrowsWhenFailurePersistsAndIsEarnedBack) {
  const Contract contract = contract_of(annual_fee("£10,000,000.00") + measure_with_target("97") +
                                        credit("persistence = { after = 1, factor = \"2\" }\nearn_back = { "
                                               "after = 2, share_percent = \"50\" }\n"));
  Cells cells = level_cell(contract, "2015-04", 100, 96); // one point
  cells.merge(level_cell(contract, "2015-05", 100, 96));  // again: doubled
  cells.merge(level_cell(contract, "2015-06", 100, 100));
  cells.merge(level_cell(contract, "2015-07", 100, 100)); // twice met: half of the last comes back
  cells.merge(level_cell(contract, "2015-08", 100, 100));
  const auto lines = priced(contract, cells, "2015-08");
  EXPECT_EQ(amount(lines, "worked/2015-04/credit/1"), "-£2,083.33");
  EXPECT_EQ(amount(lines, "worked/2015-05/credit/1"), "-£4,166.67");
  EXPECT_EQ(amount(lines, "worked/2015-06/credit/earned_back"), "no line");
  EXPECT_EQ(amount(lines, "worked/2015-07/credit/earned_back"), "£2,083.34");
  EXPECT_EQ(amount(lines, "worked/2015-08/credit/earned_back"), "no line");
}

// --- per case, ceilings, waiver and reinvestment
// --------------------------------------------------------------------

std::string per_case(const std::string& id, const std::string& each, const std::string& more = "") {
  return "\n[[deduction]]\nid = \"" + id +
         "\"\nsource = \"worked example\"\nof = \"level\"\nper = \"missed\"\namount = \"" + each +
         "\"\nrounding = \"half_away_from_zero\"\nrestate = \"until_final\"\n" + more;
}

TEST(Deduction, PerCaseStopsAtItsCaps) {
  const Contract contract =
      contract_of(annual_fee("£120,000.00") + measure_with_target("97") +
                  per_case("penalty", "-£2,000.00", "cap = \"£5,000.00\"\ncap_year = \"£8,000.00\"\n"));
  Cells cells = level_cell(contract, "2015-04", 10, 6);
  cells.merge(level_cell(contract, "2015-05", 10, 6));
  cells.merge(level_cell(contract, "2016-04", 10, 9));
  const auto lines = priced(contract, cells, "2016-04");
  EXPECT_EQ(amount(lines, "worked/2015-04/penalty/1"), "-£5,000.00");
  EXPECT_EQ(amount(lines, "worked/2015-05/penalty/1"), "-£3,000.00"); // what is left of the year's cap
  EXPECT_EQ(amount(lines, "worked/2016-04/penalty/1"), "-£2,000.00"); // a new year
}

TEST(DeductionCap, GivesBackWhatIsAboveItInProportion) {
  const Contract contract = contract_of(annual_fee("£120,000.00") + measure_with_target("97") +
                                        per_case("first", "-£500.00") + per_case("second", "-£250.00") + R"(
[deduction_cap]
source = "worked example"
of_fee = "fee"
percent = "10"
)");
  // Levied 4 × £500 + 4 × £250 = £3,000 on a month's fee of £10,000: £2,000 is above the ceiling.
  const auto lines = priced(contract, level_cell(contract, "2015-04", 10, 6), "2015-04");
  EXPECT_EQ(amount(lines, "worked/2015-04/deduction_cap/first"), "£1,333.33");
  EXPECT_EQ(amount(lines, "worked/2015-04/deduction_cap/second"), "£666.67");
  EXPECT_EQ(to_text(sum(lines)), "£9,000.00");
}

TEST(Waiver, AndReinvestmentNeverGiveBackMoreThanWasLevied) {
  const Contract contract =
      contract_of(annual_fee("£120,000.00") + measure_with_target("97") + per_case("penalty", "-£2,000.00"));
  std::vector<Decision> decisions(2);
  decisions[0] = {Decision::Kind::waived, "penalty",          "2015-04", {150'000},
                  "prison's late notice", "contract manager", "1"};
  decisions[1] = {Decision::Kind::reinvested, "penalty",  "2015-04", {999'999},
                  "a new hostel place",       "director", "2"};
  const auto lines = priced(contract, level_cell(contract, "2015-04", 3, 1), "2015-04", decisions);
  EXPECT_EQ(amount(lines, "worked/2015-04/penalty/1"), "-£4,000.00");
  EXPECT_EQ(amount(lines, "worked/2015-04/penalty/waived.1"), "£1,500.00");
  EXPECT_EQ(amount(lines, "worked/2015-04/penalty/reinvested.2"), "£2,500.00");
  const Line& waived = line(lines, "worked/2015-04/penalty/waived.1");
  EXPECT_EQ(waived.authority, "contract manager");
  EXPECT_EQ(waived.reason, "prison's late notice");
  EXPECT_EQ(said_of(waived), "prison's late notice");
  const Line& left = line(lines, "worked/2015-04/penalty/reinvested.2");
  EXPECT_EQ(left.reason, "a new hostel place");
  EXPECT_EQ(left.note, "no more than was levied");
  EXPECT_EQ(said_of(left), "a new hostel place; no more than was levied");
}

} // namespace
} // namespace probity::contract
