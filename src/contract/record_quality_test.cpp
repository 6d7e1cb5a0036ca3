#include "contract/record_quality.h"

#include <gmock/gmock-more-matchers.h>
#include <gtest/gtest.h>

#include "record/custody.h"
#include "record/system.h"

namespace probity::contract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

record::Event event(const record::TypeDeclaration& type, std::uint64_t index, int happened, int recorded) {
  record::Event out;
  out.type = &type;
  out.index = index;
  out.valid.precision = record::Precision::day;
  out.valid.first = out.valid.last = base::day_of(2016, 3, 1) + happened;
  out.recorded_day = base::day_of(2016, 3, 1) + recorded;
  return out;
}

Settlement settled() {
  Settlement out;
  out.statement.period = {*base::parse_month("2016-03"), 1, "2016-03"};
  return out;
}

TEST(RecordQuality, CountsDelaysOfWhatHappenedInThePeriod) {
  timeline::Book book;
  timeline::Case& person = book.people.emplace_back();
  const auto& type = record::custody::release_recorded;
  person.events = {event(type, 1, 0, 0), event(type, 2, 4, 6), event(type, 3, 5, 5),
                   event(type, 4, -1, 9), // in February
                   event(type, 5, 3, 2)}; // recorded a day ahead
  person.events[2].valid.last = person.events[2].valid.first + 3;
  book.corrections[2] = {7, 8};
  book.oddities = {"event 9: odd"};
  const RecordQuality quality = record_quality(book, settled());
  ASSERT_EQ(quality.types.size(), 1U);
  EXPECT_EQ(quality.types[0].type, "custody.release_recorded");
  EXPECT_EQ(quality.types[0].events, 4);
  EXPECT_THAT(quality.types[0].by_delay, ElementsAre(Pair(-1, 1), Pair(0, 1), Pair(2, 1)));
  EXPECT_EQ(quality.types[0].delay_unknown, 1); // known to within four days
  EXPECT_EQ(quality.types[0].corrected, 1);
  EXPECT_THAT(quality.oddities, ElementsAre("event 9: odd"));
}

TEST(RecordQuality, AnImportHasTheDelayOfItsSource) {
  timeline::Book book;
  const auto& type = record::custody::release_recorded;
  book.people.emplace_back().events = {event(type, 1, 0, 900), event(type, 2, 0, 900)};
  for (record::Event& one : book.people[0].events)
    one.imported = true;
  book.people[0].events[1].source_recorded_day = base::day_of(2016, 3, 4);
  const RecordQuality quality = record_quality(book, settled());
  ASSERT_EQ(quality.types.size(), 1U);
  EXPECT_THAT(quality.types[0].by_delay, ElementsAre(Pair(3, 1)));
  EXPECT_EQ(quality.types[0].delay_unknown, 1);
}

TEST(RecordQuality, TheLogsOwnEventsAreNoPracticeAndUnknownOnesAreCounted) {
  timeline::Book book;
  timeline::Case& system = book.others.emplace_back();
  system.events = {event(record::system::day_closed, 1, 0, 0), event(record::system::day_closed, 2, 0, 0)};
  system.events[1].type = nullptr;
  const RecordQuality quality = record_quality(book, settled());
  EXPECT_THAT(quality.types, IsEmpty());
  EXPECT_EQ(quality.unknown_types, 1);
}

TEST(RecordQuality, ClocksStandOnTheirSideOfTheDueDay) {
  Settlement settlement = settled();
  settlement.statement.levels.resize(2);
  settlement.statement.levels[0].measure = settlement.statement.levels[1].measure = "plans"; // two bodies
  const auto add = [&](duty::State state, std::optional<int> late, const std::string& period) {
    Evidence& one = settlement.evidence.emplace_back();
    one.key.clause = "plans";
    one.key.period.text = period;
    one.state = state;
    one.due = base::day_of(2016, 3, 9);
    if (late) one.stopped = one.due + *late;
  };
  add(duty::State::met, -2, "2016-03");
  add(duty::State::met, 0, "2016-03");
  add(duty::State::missed, 5, "2016-03");
  add(duty::State::missed, std::nullopt, "2016-03");
  add(duty::State::excluded, 1, "2016-03");
  add(duty::State::met, 0, "2016-02");
  const RecordQuality quality = record_quality({}, settlement);
  ASSERT_EQ(quality.clocks.size(), 1U);
  EXPECT_THAT(quality.clocks[0].by_days, ElementsAre(Pair(-2, 1), Pair(0, 1), Pair(5, 1)));
  EXPECT_EQ(quality.clocks[0].never, 1);
}

} // namespace
} // namespace probity::contract
