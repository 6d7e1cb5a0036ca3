#include "outcome/first_arrest.h"

#include <gtest/gtest.h>

#include "outcome/factors.h"
#include "support/told_people.h"

namespace probity::outcome {
namespace {

using record::EventBuilder;

struct Told : support::ToldPeople {
  Told() { next_person(); }
};

TEST(FirstArrest, TheEarliestWithinTheFollowUpCounts) {
  Told told;
  told.released();
  told.arrested(3);
  told.arrested(2);
  told.followed(3);
  const FirstArrests out = first_arrests(told.book);
  ASSERT_EQ(out.releases.size(), 1U);
  EXPECT_EQ(out.releases[0].arrested_in, 2);
  EXPECT_EQ(out.releases[0].arrest, 2U);
  EXPECT_EQ(out.releases[0].periods, 3);
  EXPECT_EQ(out.arrests_not_followed, 0);
}

TEST(FirstArrest, AnArrestThatNobodyLookedForIsNotCountedAndSaid) {
  Told told;
  told.released();
  told.arrested(4);                               // beyond the follow-up
  told.arrested(1, "week");                       // counted in another unit
  told.arrested(1, "year", std::string(32, 'a')); // after another release
  told.followed(3);
  const FirstArrests out = first_arrests(told.book);
  ASSERT_EQ(out.releases.size(), 1U);
  EXPECT_EQ(out.releases[0].arrested_in, 0);
  EXPECT_EQ(out.arrests_not_followed, 3);
}

TEST(FirstArrest, WithoutFollowUpOrReleaseNothingIsKnown) {
  Told told;
  told.released();
  told.arrested(1);
  EXPECT_TRUE(first_arrests(told.book).releases.empty());
  told.followed(3, "year", std::string(32, 'b'));
  EXPECT_TRUE(first_arrests(told.book).releases.empty());
  EXPECT_EQ(first_arrests(told.book).follow_ups_without_release, 1);
}

TEST(FirstArrest, TheArmThatChanceGaveStands) {
  Told told;
  told.in_arm("aid");
  told.in_arm("no_aid");
  told.released();
  told.followed(1);
  EXPECT_EQ(first_arrests(told.book).releases.at(0).arm.text(), "aid");
}

TEST(Factors, WhatAnyoneStatesOfTheTimeAfterwardsIsKnownAfterwards) {
  Told told;
  EventBuilder factors = told.begin(record::risk::factors_recorded);
  told.add(factors.fact("source", "test")
               .fact("numbers", EventBuilder::NamedNumbers{{"age", 30}, {"jobs", 2}})
               .fact("at_least", std::vector<std::string>{"age"})
               .fact("levels", std::vector<std::string>{"school=a=b"}));
  EventBuilder activity = told.begin(record::supervision::activity_summarised);
  told.add(activity.fact("source", "test")
               .fact("numbers", EventBuilder::NamedNumbers{{"jobs", 2}})
               .fact("billionths", EventBuilder::NamedNumbers{{"share", 5}}));
  const FactorTable table = factor_table(told.book);
  EXPECT_EQ(table.columns.at("age").known, Known::at_release);
  EXPECT_EQ(table.columns.at("jobs").known, Known::afterwards) << "stated as both";
  EXPECT_EQ(table.columns.at("share").kind, FactorKind::billionths);
  EXPECT_EQ(table.columns.at("school").kind, FactorKind::level);
  ASSERT_EQ(table.people.size(), 1U);
  EXPECT_EQ(table.people[0].values.at("age").number, 30);
  EXPECT_TRUE(table.people[0].values.at("age").at_least);
  EXPECT_EQ(table.people[0].values.at("school").level.text(), "a=b");
  EXPECT_EQ(table.people[0].values.count("share"), 0U) << "not known at release";
}

} // namespace
} // namespace probity::outcome
