// Given these events, who is in the cohort, and what counts?
#include "outcome/cohort.h"

#include <gmock/gmock-more-matchers.h>
#include <gtest/gtest.h>

#include "support/cohort_fixture.h"

namespace probity::outcome {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ProvenReoffending, CountsWhatWasCommittedWithinAYearAndProvedWithinSixMonthsMore) {
  World world;
  Person& person = world.person();
  person.released("2016-01-11");
  person.proved("2016-05-01", "2016-07-01");
  const Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.all, (Counts{1, {1, 1}, {1, 1}}));
  EXPECT_EQ(cohort.members[0].index_event, 100U);
  EXPECT_EQ(cohort.members[0].reoffences[0].event, 101U);
  EXPECT_THAT(cohort.exclusions, IsEmpty());
}

TEST(ProvenReoffending, AnOffenceBeforeTheIndexWithALaterConvictionIsAPseudoReconviction) {
  World world;
  Person& person = world.person();
  person.proved("2016-01-10", "2016-03-01", "custody");
  person.released("2016-01-11");
  const Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.all, (Counts{1, {0, 0}, {0, 0}}));
  EXPECT_THAT(cohort.excluded, ElementsAre(std::pair(Exclusion::pseudo_reconviction, 1)));
  EXPECT_EQ(cohort.exclusions[0].event, 100U);
}

TEST(ProvenReoffending, WhatWasProvedBeforeTheIndexIsHistoryAndNotCounted) {
  World world;
  Person& person = world.person();
  person.proved("2015-02-01", "2015-06-01", "custody");
  person.released("2016-01-11");
  EXPECT_THAT(world.cohort("2016-01", 3).exclusions, IsEmpty());
}

TEST(ProvenReoffending, ProofIsAwaitedToTheCorrespondingDayOfTheEighteenthMonth) {
  for (const auto& [proved, counts] : std::map<std::string, bool>{
           {"2017-06-11", true}, {"2017-07-11", true}, {"2017-07-12", false}, {"2017-08-11", false}}) {
    World world;
    Person& person = world.person();
    person.released("2016-01-11");
    person.proved("2016-12-24", proved);
    const Cohort cohort = world.cohort("2016-01", 3);
    EXPECT_EQ(cohort.all.reoffenders.certain, counts ? 1 : 0) << proved;
    EXPECT_EQ(cohort.excluded.contains(Exclusion::proved_too_late), !counts) << proved;
  }
}

TEST(ProvenReoffending, TheWindowEndsWithTheCorrespondingDay) {
  for (const auto& [index, last] : std::map<std::string, std::string>{
           {"2016-01-11", "2017-01-11"}, {"2016-02-29", "2017-02-28"}, {"2015-03-31", "2016-03-31"}}) {
    for (const int beyond : {0, 1}) {
      World world;
      Person& person = world.person();
      person.released(index);
      const base::Day committed = day(last) + beyond;
      person.proved(base::to_text(committed), base::to_text(committed));
      const Cohort cohort = world.cohort(index.substr(0, 7), 3);
      EXPECT_EQ(cohort.all.reoffenders.certain, 1 - beyond) << index;
      EXPECT_EQ(cohort.excluded.contains(Exclusion::committed_too_late), beyond == 1) << index;
    }
  }
}

TEST(ProvenReoffending, TheFirstOfTwoIndexEventsCountsAndTheOtherIsNamed) {
  World world;
  Person& person = world.person();
  person.sentenced("2016-02-20", "community_order");
  person.released("2016-01-11");
  person.proved("2017-01-30", "2017-02-10", "fine"); // within a year of the order, not of the release
  const Cohort cohort = world.cohort("2016-01", 3);
  ASSERT_EQ(cohort.members.size(), 1U);
  EXPECT_EQ(cohort.members[0].kind, IndexKind::release);
  EXPECT_EQ(cohort.all.reoffenders.certain, 0);
  EXPECT_THAT(cohort.excluded, ElementsAre(std::pair(Exclusion::later_index_event, 1),
                                           std::pair(Exclusion::committed_too_late, 1)));
  // In a cohort that only the order is in, the same offence counts.
  EXPECT_EQ(world.cohort("2016-02", 3).all.reoffenders.certain, 1);
}

TEST(ProvenReoffending, AReoffenceMayItselfBeAnIndexEvent) {
  World world;
  Person& person = world.person();
  person.proved("2016-01-05", "2016-01-20", "caution");
  person.proved("2016-02-01", "2016-02-15", "fine");
  const Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.members[0].kind, IndexKind::caution);
  EXPECT_EQ(cohort.all, (Counts{1, {1, 1}, {1, 1}}));
  EXPECT_THAT(cohort.excluded, ElementsAre(std::pair(Exclusion::later_index_event, 1)));
}

TEST(ProvenReoffending, OnTheIndexDayAnOffenceCountsAfterAReleaseAndNotAfterAConviction) {
  World world;
  Person& released = world.person();
  released.released("2016-01-11");
  released.proved("2016-01-11", "2016-02-01", "custody");
  Person& convicted = world.person();
  convicted.sentenced("2016-01-11", "community_order");
  convicted.proved("2016-01-11", "2016-02-01", "custody");
  const Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.all, (Counts{2, {1, 1}, {1, 1}}));
  EXPECT_EQ(cohort.excluded.at(Exclusion::pseudo_reconviction), 1);
}

TEST(ProvenReoffending, ASentenceOfCustodyIsNoIndexEventUntilTheReleaseIs) {
  World world;
  Person& person = world.person();
  person.sentenced("2016-01-11", "custody_under_12_months");
  person.released("2016-03-11");
  const Cohort cohort = world.cohort("2016-01", 3);
  ASSERT_EQ(cohort.members.size(), 1U);
  EXPECT_EQ(cohort.members[0].index_first, day("2016-03-11"));
}

TEST(ProvenReoffending, NoticeAndRecordOfOneReleaseAreOneIndexEventOnTheDayOfTheNotice) {
  World world;
  Person& person = world.person();
  person.released("2016-03-12", 1);
  person.notified("2016-03-11", 1);
  const Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.members[0].index_first, day("2016-03-11"));
  EXPECT_THAT(cohort.exclusions, IsEmpty());
  person.cancelled("2016-03-13", 1);
  EXPECT_EQ(world.cohort("2016-01", 3).all.people, 0);
}

TEST(ProvenReoffending, SeveralReoffencesOfOnePersonAreOneReoffender) {
  World world;
  Person& person = world.person();
  person.released("2016-01-11");
  for (const char* committed : {"2016-02-01", "2016-03-01", "2016-04-01"})
    person.proved(committed, "2016-05-01");
  world.person().released("2016-01-12");
  const Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.all, (Counts{2, {1, 1}, {3, 3}}));
  const Rates all = rates(cohort.all);
  EXPECT_EQ(all.binary, base::Rational::of(1, 2));
  EXPECT_EQ(all.per_reoffender, base::Rational(3));
  EXPECT_EQ(all.per_person, base::Rational::of(3, 2));
}

TEST(ProvenReoffending, AnIndexKnownToItsMonthGivesBothBounds) {
  World world;
  Person& surely = world.person();
  surely.released("2016-01-01").to("2016-01-31", record::Precision::month);
  surely.proved("2016-02-01", "2016-03-01");
  Person& perhaps = world.person();
  perhaps.released("2016-01-01").to("2016-01-31", record::Precision::month);
  perhaps.proved("2017-01-15", "2017-03-01"); // in the window of a release on 15 to 31 January only
  Person& also = world.person();
  also.released("2016-01-01").to("2016-01-31", record::Precision::month);
  also.proved("2016-01-15", "2016-03-01"); // after the release, or a pseudo-reconviction
  EXPECT_EQ(world.cohort("2016-01", 3).all, (Counts{3, {1, 3}, {1, 3}}));
}

TEST(ProvenReoffending, AProofIsNoLaterThanItsRecord) {
  World world;
  Person& person = world.person();
  person.released("2016-01-11");
  Entry proof = person.proved("2016-12-24", "2017-07-01");
  proof.to("2017-07-31", record::Precision::month);
  EXPECT_EQ(world.cohort("2016-01", 3).all.reoffenders, (Bounded{0, 1}));
  proof.event().recorded_day = day("2017-07-05");
  EXPECT_EQ(world.cohort("2016-01", 3).all.reoffenders, (Bounded{1, 1}));
}

TEST(ProvenReoffending, AnIndexThatMayLieInTheCohortIsLeftOutByName) {
  World world;
  world.person().released("2015-07-01").to("2016-06-30", record::Precision::year);
  const Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.all.people, 0);
  EXPECT_THAT(cohort.excluded, ElementsAre(std::pair(Exclusion::index_day_not_known, 1)));
}

TEST(ProvenReoffending, WhatHappensFirstIsShownWhetherItCountsOrNot) {
  World world;
  Person& recalled = world.person();
  recalled.released("2016-01-11", 1);
  recalled.received("2016-02-10", "recall", 2);
  recalled.proved("2016-04-01", "2016-05-01");
  Person& died = world.person();
  died.released("2016-01-11");
  died.add(record::person::died, "2016-06-01");
  Person& offended = world.person();
  offended.released("2016-01-11", 1);
  offended.proved("2016-02-10", "2016-03-01");
  offended.received("2016-02-10", "remand", 2);
  Person& nothing = world.person();
  nothing.released("2016-01-11");
  const Cohort cohort = world.cohort("2016-01", 3);
  ASSERT_EQ(cohort.members.size(), 4U);
  EXPECT_EQ(cohort.members[0].first_event.cause, Cause::technical_return);
  EXPECT_EQ(cohort.members[0].first_event.days, 30);
  EXPECT_EQ(cohort.members[1].first_event.cause, Cause::death);
  EXPECT_EQ(cohort.members[2].first_event.cause, Cause::reoffence);
  EXPECT_EQ(cohort.members[3].first_event.cause, Cause::none);
  EXPECT_EQ(cohort.members[3].first_event.days, 366); // to 11 January 2017
  EXPECT_EQ(cohort.all.reoffenders.certain, 2) << "being recalled first does not undo a reoffence";
}

TEST(ProvenReoffending, TheBodyIsThatOfTheIndexDayOrTheFirstWithinAMonth) {
  World world;
  Person& held = world.person();
  held.held_by("CRC1", "2015-12-01");
  held.released("2016-01-11");
  Person& allocated_later = world.person();
  allocated_later.sentenced("2016-01-11", "community_order");
  allocated_later.held_by("CRC2", "2016-01-13");
  Person& never = world.person();
  never.sentenced("2016-01-11", "community_order");
  never.held_by("CRC2", "2016-04-13");
  CohortRule rule = World::rule("2016-01", 3);
  rule.strata = {Grouping::provider, Grouping::index_kind};
  const Cohort cohort = world.cohort(rule);
  EXPECT_THAT(cohort.strata, ElementsAre(testing::Key("CRC1/release"), testing::Key("CRC2/order"),
                                         testing::Key("no_accountable_body/order")));
  rule.provider = "CRC2";
  EXPECT_EQ(world.cohort(rule).all.people, 1);
}

TEST(ProvenReoffending, IsFinalOnceProofCanNoLongerComeInTime) {
  World world;
  world.person().released("2016-01-11");
  world.book.known_on = day("2017-09-29");
  Cohort cohort = world.cohort("2016-01", 3);
  EXPECT_EQ(cohort.status, Status::provisional);
  EXPECT_EQ(cohort.final_from, day("2017-09-30")); // 31 March 2016 and eighteen months
  world.book.known_on = day("2017-09-30");
  EXPECT_EQ(world.cohort("2016-01", 3).status, Status::final);
}

TEST(ProvenReoffending, TakesCohortsOfThreeOrTwelveMonthsOnly) {
  const World world;
  const auto refused = cohort_of(world.book, World::rule("2016-01", 6));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, base::ErrorCode::refused);
  EXPECT_THAT(refused.error().message, HasSubstr("3 or of 12 months"));
}

TEST(Joining, AddsCohortsOfOneLength) {
  World world;
  Person& person = world.person();
  person.released("2016-01-11");
  person.sentenced("2016-05-11", "community_order");
  const auto both = joined({world.cohort("2016-01", 3), world.cohort("2016-04", 3)});
  ASSERT_TRUE(both);
  EXPECT_EQ(both->people, 2) << "one person, in both cohorts";
}

TEST(Joining, NeverJoinsThreeMonthsToTwelveNorOverlappingOnesNorSnapshots) {
  World world;
  world.person().released("2016-01-11");
  const Cohort quarter = world.cohort("2016-01", 3);
  const auto lengths = joined({quarter, world.cohort("2016-04", 12)});
  ASSERT_FALSE(lengths);
  EXPECT_THAT(lengths.error().message, HasSubstr("3 months and one of 12 months are not joined"));
  EXPECT_THAT(lengths.error().hint, HasSubstr("frequent offenders weigh less"));
  const auto overlap = joined({quarter, world.cohort("2016-02", 3)});
  ASSERT_FALSE(overlap);
  EXPECT_THAT(overlap.error().message, HasSubstr("overlap"));
  world.book.size += 1;
  const auto snapshots = joined({quarter, world.cohort("2016-04", 3)});
  ASSERT_FALSE(snapshots);
  EXPECT_THAT(snapshots.error().message, HasSubstr("different snapshots"));
}

TEST(Expected, IsTheSumOverStrataAndNamesAStratumWithoutARate) {
  World world;
  for (int i = 0; i < 3; ++i)
    world.person().sentenced("2016-01-11", "community_order");
  world.person().released("2016-01-11");
  CohortRule rule = World::rule("2016-01", 3);
  rule.strata = {Grouping::index_kind};
  const Cohort cohort = world.cohort(rule);
  EXPECT_EQ(
      expected(cohort, {{"order", base::Rational::of(3, 10)}, {"release", base::Rational::of(1, 2)}}).value(),
      base::Rational::of(14, 10));
  const auto missing = expected(cohort, {{"order", base::Rational::of(3, 10)}});
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, HasSubstr("\"release\", in which the cohort has 1"));
}

TEST(Returns, EachReleaseCountsAndTheFirstReturnAfterIt) {
  World world;
  Person& person = world.person();
  person.released("2016-01-11", 1);
  person.received("2016-06-01", "recall", 2);
  person.released("2016-06-15", 2);
  person.received("2017-07-01", "new_offence", 3);
  CohortRule rule = World::returns(12);
  EXPECT_EQ(world.cohort(rule).all, (Counts{2, {1, 1}, {1, 1}}));
  rule.window_months = 24;
  EXPECT_EQ(world.cohort(rule).all, (Counts{2, {2, 2}, {2, 2}}));
  rule.proof = Proof::new_crime;
  const Cohort crimes = world.cohort(rule);
  EXPECT_EQ(crimes.all, (Counts{2, {1, 1}, {1, 1}}));
  EXPECT_EQ(crimes.members[0].first_event.cause, Cause::technical_return);
  EXPECT_EQ(crimes.members[0].first_event.days, 142);
}

TEST(Returns, ADistanceFromAReleaseOfUnknownDayIsJudgedByTheDays) {
  // From 1 July 2014 to 30 June 2015 twelve months are 365 days; to releases on or after 1 March 2015, 366.
  for (const auto& [days, counted] : std::map<int, Bounded>{{365, {1, 1}}, {366, {0, 1}}, {367, {0, 0}}}) {
    World world;
    Person& person = world.person();
    Entry release = person.released("2014-07-01", 1);
    release.to("2015-06-30", record::Precision::year);
    Entry back = person.received(base::to_text(day("2014-07-01") + days), "new_offence", 2);
    back.to(base::to_text(day("2015-06-30") + days), record::Precision::year);
    back.event().valid.after = release.event().id;
    back.event().valid.offset_days = days;
    EXPECT_EQ(world.cohort(World::returns(12)).all.reoffenders, counted) << days;
  }
}

TEST(Returns, TheReceptionThatTheReleaseEndedIsNoReturn) {
  World world;
  Person& person = world.person();
  person.received("2015-06-01", "sentence", 1);
  person.released("2016-01-11", 1);
  EXPECT_EQ(world.cohort(World::returns(12)).all, (Counts{1, {0, 0}, {0, 0}}));
}

} // namespace
} // namespace probity::outcome
