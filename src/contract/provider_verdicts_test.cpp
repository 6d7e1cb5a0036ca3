// Who is paid, deducted and left alone under one clause: worked by hand, and luck against every pair of
// counts.
#include "contract/provider_verdicts.h"

#include <cmath>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/cohort_fixture.h"

namespace probity::contract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

Contract contract_of(std::string_view more = "") {
  std::string text = R"(
schema = 1
id = "worked"
zone = "Europe/London"
authority = "Authority"
provider = ["A", "B", "C", "D"]
term = { from = "2011-01-01", to = "2019-12-31" }
periods = { unit = "year", year_starts = 1 }
[[outcome]]
id = "returns"
source = "worked example"
figure = "reoffenders"
counted = "from_record"
cohort = { first = "2012-01", months = 12, last = "2013-12", measure = "return_to_custody", index = ["release"], linked = "separate", owner_on = "index", imported = "counted" }
snapshot = { window_months = 12, proof_months = 0, lag_months = 0 }
zero_cases = "not_measured"
minimum = 30
adjustment = { kind = "none" }
baseline = { kind = "concurrent", of = "other_bodies" }
test = { kind = "z", critical = "1.96" }
change_in = "points"
reduction_at_least = "0"
increase_at_least = "0"
pay = { per = "point", each = "£1.00" }
take = { per = "point", each = "-£1.00" }
rounding = "half_away_from_zero"
)";
  auto contract = Contract::parse(text.append(more), "worked.toml");
  if (!contract) ADD_FAILURE() << contract.error().text();
  return std::move(*contract);
}

timeline::Book book_known_on(std::string_view day) {
  timeline::Book out;
  out.known_on = *base::parse_day(day);
  out.origin = "test/worked";
  return out;
}

struct Count {
  const char* body;
  std::int64_t people, returned;
};

// The cells of a cohort: each body, and all the others beside it.
void add_cohort(Cells& cells, const Contract& contract, std::string_view period,
                const std::vector<Count>& counts) {
  const auto put = [&](const char* body, const char* dimension, std::int64_t people, std::int64_t returned) {
    Cell cell;
    cell.started = people;
    cell.missed = returned;
    cell.met = people - returned;
    cells[{"returns", "", body, *contract.terms().period(period), dimension}].add(cell);
  };
  for (const Count& one : counts) {
    put(one.body, "people", one.people, one.returned);
    for (const Count& other : counts)
      if (&other != &one) put(one.body, "comparison", other.people, other.returned);
  }
}

// 30, 40, 40 and 50 of a hundred returned: of 40 people each in 2012, of 400 each in 2013.
class FourBodies : public testing::Test {
 protected:
  void SetUp() override {
    add_cohort(cells, contract, "2012", {{"A", 40, 12}, {"B", 40, 16}, {"C", 40, 16}, {"D", 40, 20}});
    add_cohort(cells, contract, "2013", {{"A", 400, 120}, {"B", 400, 160}, {"C", 400, 160}, {"D", 400, 200}});
  }
  [[nodiscard]] ProviderVerdicts verdicts(const ProviderQuestion& question = {}) const {
    auto out = provider_verdicts(book_known_on("2016-01-01"), contract, cells, question);
    if (!out) ADD_FAILURE() << out.error().text();
    return out ? std::move(*out) : ProviderVerdicts{};
  }
  static std::vector<std::string> words(const ProviderCohort& cohort) {
    std::vector<std::string> out;
    for (const ProviderVerdict& verdict : cohort.verdicts)
      out.push_back(verdict.provider + ": " + std::string(to_text(verdict.paid_by_rate)) + ", " +
                    std::string(to_text(verdict.paid_by_clause)));
    return out;
  }

  Contract contract = contract_of();
  Cells cells;
};

TEST_F(FourBodies, TheSameRatesArePaidOfFourHundredAndLeftAloneOfForty) {
  const ProviderVerdicts all = verdicts();
  ASSERT_EQ(all.cohorts.size(), 2U);
  EXPECT_THAT(words(all.cohorts[0]), ElementsAre("A: paid, left alone", "B: left alone, left alone",
                                                 "C: left alone, left alone", "D: deducted, left alone"));
  EXPECT_THAT(words(all.cohorts[1]), ElementsAre("A: paid, paid", "B: left alone, left alone",
                                                 "C: left alone, left alone", "D: deducted, deducted"));
}

// A of 2013: 120 − 400 × 520/1200 = −53.33, over √(400/1200 × 640 × 960/1600) = √128.
TEST_F(FourBodies, EachIsHeldAgainstAllTheOthersOfItsCohort) {
  const ProviderVerdict verdict = verdicts().cohorts[1].verdicts[0];
  EXPECT_EQ(verdict.by_clause.expected, base::Rational::of(130, 3));
  EXPECT_EQ(verdict.by_clause.difference, base::Rational::of(-40, 3));
  EXPECT_NEAR(verdict.by_clause.deviation->z(), -160.0 / 3 / std::sqrt(128.0), 1e-12);
}

// Every pair of counts of 40 and 120 people at 40 of a hundred, each judged anew: summed in Python.
TEST_F(FourBodies, LuckIsTheChanceOfEveryPairOfCountsThatPays) {
  const ProviderVerdict verdict = verdicts().cohorts[0].verdicts[0];
  EXPECT_NEAR(verdict.luck_by_rate->pays, 0.48397323565996375, 1e-9);
  EXPECT_NEAR(verdict.luck_by_rate->takes, 0.4789930467052135, 1e-9);
  EXPECT_NEAR(verdict.luck_by_clause->pays, 0.023696186196833422, 1e-9);
  EXPECT_NEAR(verdict.luck_by_clause->takes, 0.02655211315166339, 1e-9);
}

TEST_F(FourBodies, SumsAreOfTheCohortsAndNotOfAllTogether) {
  const ProviderVerdicts all = verdicts();
  EXPECT_EQ(all.by_rate.count(Verdict::paid), 2);
  EXPECT_EQ(all.by_rate.count(Verdict::deducted), 2);
  EXPECT_EQ(all.by_clause.count(Verdict::paid), 1);
  EXPECT_EQ(all.by_clause.count(Verdict::deducted), 1);
  EXPECT_EQ(all.by_clause.count(Verdict::left_alone), 6);
  double luck = 0;
  for (const ProviderCohort& cohort : all.cohorts)
    for (const ProviderVerdict& verdict : cohort.verdicts)
      luck += verdict.luck_by_clause->pays;
  EXPECT_DOUBLE_EQ(all.by_clause.by_luck.pays, luck);
  EXPECT_EQ(all.together.verdicts[3].counts.cohort, (PeopleCounts{440, 220, 0}));
  EXPECT_EQ(all.together.verdicts[3].counts.comparison, (PeopleCounts{1320, 484, 0}));
}

// z of the four is ∓4.28 and 0: φ = 2 × 18.33 ⁄ 4 = 9.17, and √9.17 limits of 1.96 reach beyond them.
TEST_F(FourBodies, WhereBodiesDifferByMoreThanChanceTheFunnelWidensAndTheClauseDoesNot) {
  const ProviderVerdicts all = verdicts();
  ASSERT_TRUE(all.funnel);
  EXPECT_NEAR(all.funnel->overdispersion.phi, 440 * 0.01 / 0.24 / 2, 1e-9);
  EXPECT_TRUE(all.funnel->overdispersion.present);
  for (const outcome::FunnelPoint& point : all.funnel->points)
    EXPECT_EQ(point.standing, outcome::Standing::within);
  EXPECT_EQ(all.together.verdicts[0].paid_by_clause, Verdict::paid);
  EXPECT_THAT(all.notes, Contains(HasSubstr("The clause widens nothing")));
}

TEST_F(FourBodies, OnePeriodIsOneCohortAndAWrongOneIsRefused) {
  EXPECT_EQ(verdicts({"returns", "2012"}).cohorts.size(), 1U);
  const auto none = provider_verdicts(book_known_on("2016-01-01"), contract, cells, {"", "2015"});
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().text(), HasSubstr("no cohort of returns that is known ends in 2015"));
  EXPECT_FALSE(provider_verdicts(book_known_on("2016-01-01"), contract, cells, {"other", ""}));
}

TEST_F(FourBodies, ACohortIsKnownFromItsSnapshotOn) {
  const auto early = provider_verdicts(book_known_on("2014-06-01"), contract, cells, {});
  ASSERT_TRUE(early);
  ASSERT_EQ(early->cohorts.size(), 1U);
  EXPECT_EQ(early->cohorts[0].period, "2012");
}

TEST(ProviderVerdicts, FewerPeopleThanTheClauseMeasuresAreNotMeasuredEitherWay) {
  const Contract contract = contract_of();
  Cells cells;
  add_cohort(cells, contract, "2012", {{"A", 29, 0}, {"B", 40, 16}});
  const auto out = provider_verdicts(book_known_on("2016-01-01"), contract, cells, {"", "2012"});
  ASSERT_TRUE(out);
  EXPECT_EQ(out->cohorts[0].verdicts[0].paid_by_rate, Verdict::not_measured);
  EXPECT_EQ(out->cohorts[0].verdicts[0].paid_by_clause, Verdict::not_measured);
  EXPECT_FALSE(out->cohorts[0].verdicts[0].luck_by_clause);
  EXPECT_FALSE(out->funnel);
}

TEST(ProviderVerdicts, BodiesWhosePeopleReturnElsewhereAreRefusedByName) {
  outcome::World world;
  outcome::Person& person = world.person();
  person.held_by("Interstate Compact", "2012-02-01");
  person.released("2012-03-01");
  world.book.people.assign(world.records.begin(), world.records.end());
  Cells cells;
  const Contract silent = contract_of();
  add_cohort(cells, silent, "2012", {{"A", 40, 12}, {"B", 40, 16}});
  const auto refused = provider_verdicts(world.book, silent, cells, {});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text(), HasSubstr("\"Interstate Compact\" cannot be judged nor compared with"));
  const Contract told =
      contract_of("not_compared = { \"Interstate Compact\" = \"they return elsewhere\" }\n");
  Cell people;
  people.started = 1;
  people.excluded["not_compared"] = 1;
  cells[{"returns", "", "", *told.terms().period("2012"), "not_compared:Interstate Compact"}] = people;
  const auto out = provider_verdicts(world.book, told, cells, {});
  ASSERT_TRUE(out);
  ASSERT_EQ(out->left_out.size(), 1U);
  EXPECT_EQ(out->left_out[0].people, 1);
  EXPECT_THAT(out->notes, Contains("\"Interstate Compact\" is refused, with 1 case: they return elsewhere."));
}

} // namespace
} // namespace probity::contract
