// Entries that come late, and devices whose clocks are ahead: stored, and said.
#include "record/flags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/appointment.h"
#include "record/builder.h"
#include "record/offending.h"
#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::json::Value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const base::Instant recorded = *base::parse_instant("2016-03-09T10:00:00.000000Z");

EventBuilder outcome() {
  EventBuilder builder(appointment::outcome_recorded, "case/test", base::StreamId{});
  builder.id(base::EventId{}).recorded(recorded).valid(base::day_of(2016, 3, 9));
  builder.entity("appointment", base::EntityId{}).fact("outcome", "attended_complied");
  return builder;
}

std::vector<std::string> flags(const Value& event) {
  EXPECT_THAT(validate(event), IsEmpty()) << "a flag is no refusal";
  std::vector<std::string> out;
  for (const Flag& flag : flags_of(event, recorded))
    out.push_back(std::string(flag.name) + " " + flag.where);
  return out;
}

Value captured_at(std::string_view moment) {
  Value event = outcome().build();
  event.set("captured", Value(moment));
  return event;
}

TEST(Flags, GivenADeviceFiveMinutesAheadWhenItIsRecordedThenNothingIsSaid) {
  EXPECT_THAT(flags(captured_at("2016-03-09T10:05:00.000000Z")), IsEmpty());
}

TEST(Flags, GivenADeviceFurtherAheadWhenItIsRecordedThenItsClockIsFlagged) {
  EXPECT_THAT(flags(captured_at("2016-03-09T10:05:00.000001Z")), ElementsAre("device_clock /captured"));
  EXPECT_THAT(flags_of(captured_at("2016-03-09T11:00:00.000000Z"), recorded).at(0).message,
              HasSubstr("60 minutes"));
}

TEST(Flags, GivenADeviceThatWasOutOfReachWhenItIsRecordedThenNothingIsSaid) {
  EXPECT_THAT(flags(captured_at("2016-03-01T10:00:00.000000Z")), IsEmpty());
}

TEST(Flags, GivenAnActOfAMonthAgoWhenItIsRecordedThenItIsLateFromTheDayAfter) {
  EXPECT_THAT(flags(outcome().valid(base::day_of(2016, 2, 6)).build()), IsEmpty());
  EXPECT_THAT(flags(outcome().valid(base::day_of(2016, 2, 5)).build()),
              ElementsAre("late_entry /valid/from"));
  EXPECT_THAT(flags(outcome().valid(*base::parse_instant("2016-02-06T09:00:00.000000Z")).build()),
              ElementsAre("late_entry /valid/from"));
}

TEST(Flags, GivenATimeThatIsNotFineWhenItCanBeRecentThenItIsNotLate) {
  EXPECT_THAT(flags(outcome().valid(Precision::year, base::day_of(2015, 4, 1)).build()), IsEmpty());
  EXPECT_THAT(flags(outcome().valid(Precision::quarter, base::day_of(2015, 10, 1)).build()),
              ElementsAre("late_entry /valid/from"));
  EXPECT_THAT(flags(outcome().valid_unknown().build()), IsEmpty());
  EXPECT_THAT(flags(outcome().valid_after(base::EventId{}, -400).build()), IsEmpty());
}

TEST(Flags, GivenACorrectionWhenItRepeatsAnOldTimeThenItIsNotLate) {
  EXPECT_THAT(flags(outcome()
                        .valid(base::day_of(2015, 3, 9))
                        .corrects(base::EventId{}, CorrectionKind::amend, "entered_wrongly")
                        .build()),
              IsEmpty());
}

TEST(Flags, GivenAnImportWhenItsSourceWasInTimeThenItIsNotLate) {
  const auto imported = [](std::string_view at_source) {
    EventBuilder event = outcome();
    event.channel("import").valid(base::day_of(2014, 3, 9));
    if (!at_source.empty()) event.source_recorded(*base::parse_instant(at_source));
    return event.build();
  };
  EXPECT_THAT(flags(imported("")), IsEmpty()) << "nobody knows when the source recorded it";
  EXPECT_THAT(flags(imported("2014-03-10T10:00:00.000000Z")), IsEmpty());
  EXPECT_THAT(flags(imported("2015-03-10T10:00:00.000000Z")), ElementsAre("late_entry /valid/from"));
}

TEST(Flags, GivenATypeThatIsLearntOfLateWhenItIsRecordedThenItIsNotLate) {
  const Value proven = EventBuilder(offending::offence_proven, "case/test", base::StreamId{})
                           .id(base::EventId{})
                           .recorded(recorded)
                           .valid(base::day_of(1999, 3, 9))
                           .build();
  EXPECT_THAT(flags_of(proven, recorded), IsEmpty());
}

} // namespace
} // namespace probity::record
