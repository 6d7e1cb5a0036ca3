#include "timeline/person_timeline.h"

#include <gtest/gtest.h>

#include "record/custody.h"
#include "record/monitoring.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"

namespace probity::timeline {
namespace {

using base::Day;
using record::Event;
using record::Symbol;

Day day(std::string_view text) {
  return *base::parse_day(text);
}

// Events in the order in which they were recorded, each valid on a day.
struct Told {
  Case person;

  Event& add(const record::TypeDeclaration& type, std::string_view valid, std::string_view fact = "") {
    Event event;
    event.type = &type;
    event.index = person.events.size();
    event.valid.precision = record::Precision::day;
    event.valid.first = event.valid.last = day(valid);
    if (!fact.empty()) event.facts[0] = Symbol(fact).number();
    person.events.push_back(event);
    return person.events.back();
  }
  Event& add_for(std::string_view kind, const record::TypeDeclaration& type, std::string_view valid,
                 std::string_view fact = "") {
    Event& event = add(type, valid, fact);
    event.entities[0] = {Symbol(kind), base::EntityId{}};
    return event;
  }
  [[nodiscard]] PersonTimeline timeline() const { return timeline_of(person); }
};

TEST(PersonTimeline, OneBodyHoldsThePersonAtATime) {
  Told told;
  told.add(record::supervision::provider_assigned, "2016-01-04", "CRC1");
  told.add(record::supervision::provider_assigned, "2016-06-01", "NPS");
  told.add(record::supervision::provider_assigned, "2016-09-01", "none");
  const PersonTimeline timeline = told.timeline();
  EXPECT_EQ(timeline.provider_on(day("2016-01-03")).text(), "");
  EXPECT_EQ(timeline.provider_on(day("2016-05-31")).text(), "CRC1");
  EXPECT_EQ(timeline.provider_on(day("2016-06-01")).text(), "NPS");
  EXPECT_EQ(timeline.provider_on(day("2016-09-01")).text(), "");
  EXPECT_TRUE(timeline.held_throughout(Symbol("CRC1"), day("2016-02-01"), day("2016-02-29")));
  EXPECT_FALSE(timeline.held_throughout(Symbol("CRC1"), day("2016-05-01"), day("2016-06-01")));
  EXPECT_TRUE(timeline.held_throughout({}, day("2016-05-01"), day("2016-06-01")));
}

TEST(PersonTimeline, ALateEntryBelongsWhereItHappened) {
  Told told;
  told.add(record::supervision::provider_assigned, "2016-06-01", "NPS");
  told.add(record::supervision::provider_assigned, "2016-01-04", "CRC1"); // entered afterwards
  EXPECT_EQ(told.timeline().provider_on(day("2016-03-01")).text(), "CRC1");
  EXPECT_EQ(told.timeline().provider_on(day("2016-07-01")).text(), "NPS");
}

TEST(PersonTimeline, TheDayOfReleaseIsADayAtLiberty) {
  Told told;
  told.add_for("custody", record::custody::received, "2016-02-01", "sentence");
  told.add_for("custody", record::custody::release_notified, "2016-03-01");
  EXPECT_FALSE(told.timeline().in_custody_on(day("2016-01-31")));
  EXPECT_TRUE(told.timeline().in_custody_on(day("2016-02-01")));
  EXPECT_TRUE(told.timeline().in_custody_on(day("2016-02-29")));
  EXPECT_FALSE(told.timeline().in_custody_on(day("2016-03-01")));
}

TEST(PersonTimeline, ALicenceGoesOverIntoSupervisionAfterSentence) {
  Told told;
  told.add_for("custody", record::custody::received, "2016-02-01", "sentence");
  told.add_for("custody", record::custody::release_recorded, "2016-03-01", "licence");
  told.add_for("custody", record::custody::post_sentence_supervision_started, "2016-06-01");
  const PersonTimeline timeline = told.timeline();
  ASSERT_EQ(timeline.orders.size(), 2U);
  EXPECT_EQ(timeline.orders[0].type.text(), "licence");
  EXPECT_EQ(timeline.orders[0].last, day("2016-05-31"));
  EXPECT_EQ(timeline.orders[1].type.text(), "post_sentence_supervision");
  EXPECT_FALSE(timeline.orders[1].last);
}

TEST(PersonTimeline, ARecallEndsTheLicence) {
  Told told;
  told.add_for("custody", record::custody::release_recorded, "2016-03-01", "licence");
  told.add_for("custody", record::custody::recalled, "2016-04-10", "fixed_term");
  ASSERT_EQ(told.timeline().orders.size(), 1U);
  EXPECT_EQ(told.timeline().orders[0].last, day("2016-04-10"));
}

TEST(PersonTimeline, SuspensionEndsTheDayBeforeResuming) {
  Told told;
  told.add(record::supervision::compliance_suspended, "2016-03-01", "hospital");
  told.add(record::supervision::compliance_resumed, "2016-03-10");
  ASSERT_EQ(told.timeline().suspended.size(), 1U);
  EXPECT_EQ(told.timeline().suspended[0].last, day("2016-03-09"));
}

TEST(PersonTimeline, ATagIsMonitoredFromFittingToRemoval) {
  Told told;
  told.add_for("tag", record::monitoring::tag_ordered, "2016-03-01", "curfew");
  told.add_for("tag", record::monitoring::tag_fitted, "2016-03-03");
  told.add_for("tag", record::monitoring::tag_removed, "2016-04-03", "order_ended");
  ASSERT_EQ(told.timeline().tagged.size(), 1U);
  EXPECT_EQ(told.timeline().tagged[0].first, day("2016-03-03"));
  EXPECT_EQ(told.timeline().tagged[0].last, day("2016-04-03"));
  ASSERT_EQ(told.timeline().tag_orders.size(), 1U);
}

TEST(PersonTimeline, AnOrderRunsUntilItIsTerminated) {
  Told told;
  told.add_for("order", record::sentence::imposed, "2016-01-04", "community_order");
  told.add_for("order", record::sentence::order_terminated, "2017-01-03", "expired");
  told.add(record::person::died, "2017-02-01");
  const PersonTimeline timeline = told.timeline();
  ASSERT_EQ(timeline.orders.size(), 1U);
  EXPECT_EQ(timeline.orders[0].last, day("2017-01-03"));
  EXPECT_EQ(timeline.died, day("2017-02-01"));
}

TEST(People, LinkedRecordsAreOnePersonUnlessTakenApart) {
  Book book;
  for (std::uint8_t number = 1; number <= 3; ++number) {
    Told told;
    told.add(record::supervision::provider_assigned, "2016-01-04", "CRC1").index = number;
    told.person.stream = number;
    told.person.name.bytes[0] = number;
    book.people.push_back(told.person);
  }
  Event link;
  link.type = &record::person::linked;
  link.index = 9;
  link.facts[0] = Symbol(book.people[2].name.hex()).number();
  book.people[0].events.push_back(link);
  const People joined(book, Linked::one_person);
  ASSERT_EQ(joined.cases().size(), 2U);
  EXPECT_EQ(joined.cases()[0]->name, book.people[0].name);
  EXPECT_EQ(joined.cases()[0]->events.size(), 3U);
  EXPECT_EQ(joined.cases()[0]->joined, std::vector{book.people[2].name});
  EXPECT_EQ(People(book, Linked::separate).cases().size(), 3U);
  Event unlink = link;
  unlink.type = &record::person::unlinked;
  book.people[0].events.push_back(unlink);
  EXPECT_EQ(People(book, Linked::one_person).cases().size(), 3U);
}

} // namespace
} // namespace probity::timeline
