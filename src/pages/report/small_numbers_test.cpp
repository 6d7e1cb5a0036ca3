#include "pages/report/small_numbers.h"

#include <algorithm>

#include <gmock/gmock-more-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::pages {
namespace {

using base::Money;
using contract::Line;
using contract::LineKind;
using contract::ServiceLevel;
using contract::Statement;

Line line(std::string clause, std::string unit, std::int64_t quantity, std::int64_t pence) {
  Line out;
  out.clause = std::move(clause);
  out.title = out.clause;
  out.kind = out.clause == "fee" ? LineKind::fee : LineKind::deduction;
  out.unit = std::move(unit);
  out.quantity = quantity;
  out.amount = Money{pence};
  return out;
}

Money sum(const Statement& statement) {
  Money out;
  for (const Line& one : statement.lines)
    out += one.amount;
  return out;
}

std::vector<std::string> clauses(const Statement& statement) {
  std::vector<std::string> out;
  for (const Line& one : statement.lines)
    out.push_back(one.clause);
  return out;
}

TEST(SmallNumbers, NoneIsNotSmallAndFiveIsNotEither) {
  EXPECT_FALSE(is_small(0));
  EXPECT_TRUE(is_small(1));
  EXPECT_TRUE(is_small(4));
  EXPECT_FALSE(is_small(5));
  EXPECT_EQ(published(3), "fewer than 5");
  EXPECT_EQ(published(0), "0");
  EXPECT_EQ(published(1284), "1,284");
}

TEST(SmallNumbers, ALevelIsWithheldForFewMetOrFewMissed) {
  ServiceLevel level;
  level.cell.met = 40;
  level.counted = 40;
  EXPECT_FALSE(is_withheld(level));
  level.counted = 43;
  EXPECT_TRUE(is_withheld(level));
  level.counted = 45;
  EXPECT_FALSE(is_withheld(level));
  level.cell.met = 2;
  EXPECT_TRUE(is_withheld(level));
}

TEST(SmallNumbers, ASmallLineGoesTogetherWithTheSmallestOther) {
  Statement statement;
  statement.lines = {line("fee", "instalment", 1, 100'000), line("late", "cases", 3, -6'000),
                     line("plans", "cases", 9, -900), line("seen", "cases", 12, -2'400)};
  const Statement shown = published(statement, {});
  EXPECT_THAT(clauses(shown), testing::ElementsAre("fee", "seen", "withheld"));
  EXPECT_EQ(shown.lines.back().amount, Money{-6'900});
  EXPECT_EQ(sum(shown), sum(statement));
}

TEST(SmallNumbers, ADeductionByPointsIsWithheldWithItsLevel) {
  Statement statement;
  statement.lines = {line("fee", "instalment", 1, 100'000), line("credit", "points", 12, -6'000),
                     line("other", "points", 12, -700)};
  contract::Terms terms;
  terms.deductions.resize(1);
  terms.deductions[0].id = "credit";
  terms.deductions[0].of = "plans";
  statement.levels.resize(1);
  statement.levels[0].measure = "plans";
  statement.levels[0].counted = 30;
  statement.levels[0].cell.met = 28;
  EXPECT_THAT(clauses(published(statement, terms)), testing::ElementsAre("fee", "withheld"));
  statement.levels[0].cell.met = 20;
  EXPECT_THAT(clauses(published(statement, terms)), testing::ElementsAre("fee", "credit", "other"));
}

TEST(SmallNumbers, WhatWasGivenBackOfASmallLineGoesWithIt) {
  Statement statement;
  statement.lines = {line("fee", "instalment", 1, 100'000), line("late", "cases", 2, -6'000),
                     line("late", "decision", 1, 3'000), line("seen", "cases", 12, -2'400)};
  statement.lines[2].kind = LineKind::waiver;
  EXPECT_THAT(clauses(published(statement, {})), testing::ElementsAre("fee", "seen", "withheld"));
}

TEST(SmallNumbers, CorrectionsAndReliefsLoseTheirCases) {
  Statement statement;
  contract::Correction one;
  one.line.id = "c/2016-02/late/1";
  one.change = Money{2'000};
  one.supersedes = {7};
  contract::Correction other = one;
  other.change = Money{-500};
  statement.corrections = {one, other};
  statement.reliefs.emplace_back().person = "b0b0";
  const Statement shown = published(statement, {});
  ASSERT_EQ(shown.corrections.size(), 1U);
  EXPECT_EQ(shown.corrections[0].change, Money{1'500});
  EXPECT_EQ(shown.corrections[0].line.id, "withheld");
  EXPECT_THAT(shown.corrections[0].supersedes, testing::ElementsAre(7U));
  EXPECT_THAT(shown.reliefs, testing::IsEmpty());
}

TEST(SmallNumbers, AnOutcomeOfFewPeopleIsWithheldWithItsLines) {
  Statement statement;
  statement.lines = {line("fee", "instalment", 1, 100'000), line("reoffending", "points", 12, 9'000),
                     line("seen", "cases", 12, -2'400)};
  contract::OutcomeShown& shown = statement.outcomes.emplace_back();
  shown.clause = "reoffending";
  shown.counts.cohort = {29, 12, 30};
  shown.words = "41.38 against 50.00";
  const Statement small = published(statement, {});
  EXPECT_THAT(clauses(small), testing::ElementsAre("fee", "withheld"));
  EXPECT_EQ(small.outcomes[0].counts.cohort.people, 0);
  EXPECT_EQ(small.outcomes[0].words, "withheld: too few people");
  EXPECT_EQ(sum(small), sum(statement));
  shown.counts.cohort.people = 30;
  EXPECT_THAT(clauses(published(statement, {})), testing::ElementsAre("fee", "reoffending", "seen"));
}

RC_GTEST_PROP(SmallNumbers, NoLineShowsFewCasesAndTheTotalStays, ()) {
  Statement statement;
  statement.lines.push_back(line("fee", "instalment", 1, 1'000'000));
  const int count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i)
    statement.lines.push_back(line("c" + std::to_string(*rc::gen::inRange(0, 4)),
                                   *rc::gen::element<std::string>("cases", "people"),
                                   *rc::gen::inRange(0, 12), -*rc::gen::inRange(0, 5000)));
  const Statement shown = published(statement, {});
  RC_ASSERT(sum(shown) == sum(statement));
  std::int64_t together = 0;
  for (const Line& one : shown.lines) {
    if (one.clause == "withheld")
      together = static_cast<std::int64_t>(one.quantity.floor());
    else if (one.unit != "instalment" && one.amount.pence != 0)
      RC_ASSERT(one.quantity >= base::Rational(5) || one.quantity == base::Rational(0));
  }
  RC_ASSERT(together == 0 || together >= 2); // one alone would be known from the total
}

RC_GTEST_PROP(SmallNumbers, JoinedBinsHoldAllAndNoneIsSmall, ()) {
  const auto counts = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 9));
  const auto border =
      static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(counts.size()) + 1));
  std::int64_t early = 0;
  std::int64_t late = 0;
  for (std::size_t i = 0; i < counts.size(); ++i)
    (i < border ? early : late) += counts[i];
  const auto bins = joined(counts, border);
  if (is_small(early) || is_small(late)) {
    RC_ASSERT(bins.empty());
    return;
  }
  std::size_t next = 0;
  for (const auto& [first, last] : bins) {
    RC_ASSERT(first == next && last >= first);
    RC_ASSERT((first < border) == (last < border));
    std::int64_t held = 0;
    for (std::size_t i = first; i <= last; ++i)
      held += counts[i];
    RC_ASSERT(!is_small(held));
    next = last + 1;
  }
  RC_ASSERT(next == counts.size());
}

} // namespace
} // namespace probity::pages
