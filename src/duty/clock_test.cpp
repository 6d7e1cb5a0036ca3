#include "duty/clock.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "record/appointment.h"
#include "record/custody.h"
#include "record/plan.h"
#include "record/supervision.h"

namespace probity::duty {
namespace {

using base::Day;
using record::Event;
using record::Symbol;

Day day(std::string_view text) {
  return *base::parse_day(text);
}

const rules::WorkingDays& working_days() {
  static const rules::WorkingDays days = *rules::WorkingDays::from(rules::england_wales());
  return days;
}

base::EntityId entity(std::uint8_t number) {
  base::EntityId id;
  id.bytes[15] = number;
  return id;
}

// A small person under test: events are added in the order in which they were recorded.
struct Person {
  timeline::Case record;

  Event& add(const record::TypeDeclaration& type, std::string_view recorded, std::string_view valid = "") {
    Event event;
    event.type = &type;
    event.index = record.events.size() + 10;
    event.id.bytes[15] = static_cast<std::uint8_t>(event.index);
    event.recorded_day = day(recorded);
    event.valid.precision = record::Precision::day;
    event.valid.first = event.valid.last = day(valid.empty() ? recorded : valid);
    record.events.push_back(event);
    return record.events.back();
  }
  void held_by(std::string_view provider, std::string_view from) {
    Event& event = add(record::supervision::provider_assigned, from);
    event.facts[0] = Symbol(provider).number();
  }
  void custody(const record::TypeDeclaration& type, std::string_view recorded, std::string_view valid = "",
               std::uint8_t episode = 1) {
    add(type, recorded, valid).entities[0] = {Symbol("custody"), entity(episode)};
  }
  [[nodiscard]] std::vector<Clock> run(const ClockRule& rule, std::string_view known_on) const {
    return clocks(record, timeline::timeline_of(record), rule, working_days(), day(known_on));
  }
};

ClockRule release_rule() {
  ClockRule rule;
  rule.per = Symbol("custody");
  Trigger start;
  start.type = &record::custody::release_notified;
  rule.starts = {start};
  Trigger stop;
  stop.type = &record::custody::release_recorded;
  stop.at = TimeRead::recorded;
  rule.stops = {stop};
  return rule;
}

ClockRule plan_rule() {
  ClockRule rule;
  rule.per = Symbol("custody");
  Trigger start;
  start.type = &record::custody::received;
  rule.starts = {start};
  Trigger stop;
  stop.type = &record::plan::filed;
  stop.at = TimeRead::recorded;
  rule.stops = {stop};
  rule.limit = 5;
  rule.unit = LimitUnit::business_day;
  return rule;
}

TEST(Clock, IsMetByAnEventOnItsDueDay) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_notified, "2016-03-01");
  person.custody(record::custody::release_recorded, "2016-03-01");
  const auto clocks = person.run(release_rule(), "2016-03-01");
  ASSERT_EQ(clocks.size(), 1U);
  EXPECT_EQ(clocks[0].state, State::met);
  EXPECT_EQ(clocks[0].provider.text(), "CRC1");
}

TEST(Clock, SilenceDoesNotMissItUntilTheDueDayHasPassed) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_notified, "2016-03-01");
  EXPECT_EQ(person.run(release_rule(), "2016-03-01")[0].state, State::open);
  EXPECT_EQ(person.run(release_rule(), "2016-03-02")[0].state, State::missed);
}

TEST(Clock, BackdatingDoesNotMeetIt) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_notified, "2016-03-07");
  person.custody(record::custody::release_recorded, "2016-03-09", "2016-03-07");
  const auto clock = person.run(release_rule(), "2016-03-20")[0];
  EXPECT_EQ(clock.state, State::missed);
  EXPECT_EQ(clock.stopped, day("2016-03-09"));
}

TEST(Clock, CountsBusinessDaysOverEaster) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::received, "2016-03-21");
  EXPECT_EQ(person.run(plan_rule(), "2016-03-22")[0].due, day("2016-03-30"));
}

TEST(Clock, CountsByTheCalendarAsKnownWhenItStarted) {
  // 19 September 2022 was proclaimed a bank holiday on 9 September.
  Person before;
  before.held_by("CRC1", "2022-01-04");
  before.custody(record::custody::received, "2022-09-08");
  Person after;
  after.held_by("CRC1", "2022-01-04");
  after.custody(record::custody::received, "2022-09-12");
  ClockRule rule = plan_rule();
  rule.limit = 7;
  EXPECT_EQ(before.run(rule, "2022-10-10")[0].due, day("2022-09-19"));
  rule.limit = 5;
  EXPECT_EQ(after.run(rule, "2022-10-10")[0].due, day("2022-09-20"));
  rule.limit = 7;
  rule.calendar_known = CalendarKnown::settlement;
  EXPECT_EQ(before.run(rule, "2022-10-10")[0].due, day("2022-09-20"));
}

TEST(Clock, OneForEachEpisode) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_notified, "2016-03-01", "", 1);
  person.custody(record::custody::release_notified, "2016-05-01", "", 2);
  person.custody(record::custody::release_recorded, "2016-05-01", "", 2);
  const auto clocks = person.run(release_rule(), "2016-06-01");
  ASSERT_EQ(clocks.size(), 2U);
  EXPECT_EQ(clocks[0].state, State::missed);
  EXPECT_EQ(clocks[1].state, State::met);
}

TEST(Clock, TakesTheFirstOrTheLastStart) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_notified, "2016-03-01");
  person.custody(record::custody::release_notified, "2016-03-03");
  person.custody(record::custody::release_recorded, "2016-03-03");
  ClockRule rule = release_rule();
  EXPECT_EQ(person.run(rule, "2016-04-01")[0].state, State::met);
  rule.schedule = Schedule::first;
  EXPECT_EQ(person.run(rule, "2016-04-01")[0].state, State::missed);
}

TEST(Clock, IsLeftOutWhenTheReleaseWasCancelled) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_notified, "2016-03-01");
  person.custody(record::custody::release_cancelled, "2016-03-05");
  ClockRule rule = release_rule();
  Exclusion exclusion;
  exclusion.trigger.type = &record::custody::release_cancelled;
  exclusion.reason = "custody.release_cancelled";
  rule.exclusions = {exclusion};
  EXPECT_EQ(person.run(rule, "2016-04-01")[0].state, State::excluded);
}

TEST(Clock, FallsBackToTheSecondStartAndSaysSo) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_recorded, "2016-03-03", "2016-03-01");
  ClockRule rule = release_rule();
  Trigger other;
  other.type = &record::custody::release_recorded;
  rule.starts.push_back(other);
  const auto clocks = person.run(rule, "2016-04-01");
  ASSERT_EQ(clocks.size(), 1U);
  EXPECT_TRUE(clocks[0].self_reported);
  EXPECT_EQ(clocks[0].state, State::missed);
}

TEST(Clock, BelongsToWhoeverHoldsThePersonOnTheDayTheClauseNames) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::received, "2016-03-21");
  person.held_by("NPS", "2016-03-24");
  ClockRule rule = plan_rule();
  EXPECT_EQ(person.run(rule, "2016-06-01")[0].provider.text(), "NPS");
  rule.owner = Owner::on_start;
  EXPECT_EQ(person.run(rule, "2016-06-01")[0].provider.text(), "CRC1");
}

TEST(Clock, DoesNotCountDaysOfSuspension) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::received, "2016-04-04"); // a Monday
  person.add(record::supervision::compliance_suspended, "2016-04-05").facts[0] = Symbol("hospital").number();
  person.add(record::supervision::compliance_resumed, "2016-04-12");
  ClockRule rule = plan_rule();
  EXPECT_EQ(person.run(rule, "2016-06-01")[0].due, day("2016-04-11"));
  rule.suspendable = true;
  EXPECT_EQ(person.run(rule, "2016-06-01")[0].due, day("2016-04-18"));
}

TEST(Clock, ThatIsImpreciseIsOnlyJudgedWhenThereIsNoDoubt) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::received, "2016-04-04");
  Event& filed = person.add(record::plan::filed, "2016-06-01", "2016-04-01");
  filed.valid.precision = record::Precision::month;
  filed.valid.last = day("2016-04-30");
  ClockRule rule = plan_rule();
  rule.stops[0].at = TimeRead::valid;
  EXPECT_EQ(person.run(rule, "2016-07-01")[0].state, State::undetermined) << "it reaches over the start";
  person.record.events.back().valid.first = day("2016-04-05");
  EXPECT_EQ(person.run(rule, "2016-07-01")[0].state, State::undetermined);
  person.record.events.back().valid.last = day("2016-04-11");
  EXPECT_EQ(person.run(rule, "2016-07-01")[0].state, State::met);
}

TEST(Clock, ThatMayHaveBeenStoppedBeforeItBeganIsNotJudged) {
  // "Some time in March" reaches over a start on the 7th on both sides.
  ClockRule rule = release_rule();
  rule.stops[0].type = &record::appointment::outcome_recorded;
  rule.stops[0].at = TimeRead::valid;
  for (const int limit : {3, 60}) {
    rule.limit = limit;
    Person person;
    person.held_by("CRC1", "2016-01-04");
    person.custody(record::custody::release_notified, "2016-03-07");
    Event& seen = person.add(record::appointment::outcome_recorded, "2016-04-20", "2016-03-01");
    seen.valid.precision = record::Precision::month;
    seen.valid.last = day("2016-03-31");
    EXPECT_EQ(person.run(rule, "2016-07-01")[0].state, State::undetermined);
    seen.valid.first = day("2016-02-01");
    seen.valid.last = day("2016-02-29");
    EXPECT_EQ(person.run(rule, "2016-07-01")[0].state, State::missed);
  }
}

TEST(Clock, ComparesAnOffsetFromItsStartExactlyHoweverCoarseTheStart) {
  for (const auto& [days, state] :
       {std::pair{1000, State::met}, std::pair{1095, State::met}, std::pair{1100, State::missed}}) {
    Person person;
    person.held_by("1JD", "2009-07-01");
    person.custody(record::custody::release_recorded, "2018-07-01", "2009-07-01");
    Event& release = person.record.events.back();
    release.valid.precision = record::Precision::year;
    release.valid.last = day("2010-06-30");
    const base::EntityId episode = entity(1);
    const base::EventId release_id = release.id;
    Event& back = person.add(record::custody::received, "2018-07-01");
    back.entities[0] = {Symbol("custody"), episode};
    back.valid.after = release_id;
    back.valid.offset_days = days;
    back.valid.first = day("2009-07-01") + days;
    back.valid.last = day("2010-06-30") + days;
    ClockRule rule = release_rule();
    rule.starts[0].type = &record::custody::release_recorded;
    rule.stops[0].type = &record::custody::received;
    rule.stops[0].at = TimeRead::valid;
    rule.limit = 36;
    rule.unit = LimitUnit::month;
    EXPECT_EQ(person.run(rule, "2018-07-02")[0].state, state) << days;
  }
}

TEST(Clock, OfEachMonthNeedsOneBodyThroughoutTheMonth) {
  Person person;
  person.held_by("CRC1", "2016-01-15");
  Event& seen = person.add(record::appointment::outcome_recorded, "2016-02-10");
  seen.facts[0] = Symbol("attended_complied").number();
  ClockRule rule;
  rule.each_month = true;
  Trigger stop;
  stop.type = &record::appointment::outcome_recorded;
  rule.stops = {stop};
  const auto clocks = person.run(rule, "2016-04-02");
  ASSERT_EQ(clocks.size(), 3U); // February, March, and April not yet over
  EXPECT_EQ(clocks[0].state, State::met);
  EXPECT_EQ(clocks[1].state, State::missed);
  EXPECT_EQ(clocks[2].state, State::open);
}

TEST(Clock, LeavesOutWhatWasImportedUnlessTheClauseCountsIt) {
  Person person;
  person.held_by("CRC1", "2016-01-04");
  person.custody(record::custody::release_notified, "2016-03-01");
  person.record.events.back().imported = true;
  ClockRule rule = release_rule();
  EXPECT_EQ(person.run(rule, "2016-04-01")[0].state, State::excluded);
  EXPECT_EQ(person.run(rule, "2016-04-01")[0].excluded_reason, "imported");
  rule.imported = Imported::counted;
  EXPECT_EQ(person.run(rule, "2016-04-01")[0].state, State::missed);
}

} // namespace
} // namespace probity::duty
