#include "ledger/effective.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/ledger_fixture.h"

namespace probity::ledger {
namespace {

using probity::fixture::event_id;
using record::CorrectionKind;
using record::Event;
using record::Precision;
using record::ValidTime;

constexpr record::TypeDeclaration attended{.name = "appointment.attended", .meaning = "for this test"};
constexpr record::TypeDeclaration cancelled{.name = "appointment.cancelled", .meaning = "for this test"};

ValidTime on(std::string_view day) {
  ValidTime valid;
  valid.precision = Precision::day;
  valid.first = valid.last = *base::parse_day(day);
  return valid;
}

Event original(std::uint64_t index, std::int64_t fact, const ValidTime& valid = on("2016-03-07")) {
  Event event;
  event.type = &attended;
  event.index = index;
  event.sequence = static_cast<std::uint32_t>(index);
  event.id = event_id(index);
  event.recorded = base::Instant{static_cast<std::int64_t>(index)};
  event.facts[0] = fact;
  event.valid = valid;
  return event;
}

Event correcting(std::uint64_t index, std::uint64_t of, CorrectionKind kind, std::int64_t fact = 0,
                 const ValidTime& valid = on("2016-03-08")) {
  Event event = original(index, fact, valid);
  event.corrects = record::Correction{event_id(of), kind, record::Symbol{}};
  return event;
}

ValidTime offset(std::uint64_t after, int days, int months = 0) {
  ValidTime valid;
  valid.is_offset = true;
  valid.after = event_id(after);
  valid.offset_days = days;
  valid.offset_months = months;
  return valid;
}

TEST(Effective, AnAmendmentReplacesFactsAndValidTimeAndKeepsTheRest) {
  const EffectiveStream stream =
      effective({original(1, 10), original(2, 20), correcting(5, 1, CorrectionKind::amend, 11)});
  ASSERT_EQ(stream.events.size(), 2U);
  const EffectiveEvent& amended = stream.events[0];
  EXPECT_EQ(amended.event.facts[0], 11);
  EXPECT_EQ(amended.event.valid.first, *base::parse_day("2016-03-08"));
  EXPECT_EQ(amended.event.recorded, base::Instant{1}) << "the original's";
  EXPECT_EQ(amended.event.index, 1U);
  EXPECT_EQ(amended.event.id, event_id(1));
  EXPECT_FALSE(amended.event.corrects);
  EXPECT_EQ(amended.touched_by, std::vector<std::uint64_t>{5});
  EXPECT_TRUE(stream.events[1].touched_by.empty());
  EXPECT_TRUE(stream.oddities.empty());
}

TEST(Effective, TheNewestAmendmentCounts) {
  const EffectiveStream stream = effective({original(1, 10), correcting(2, 1, CorrectionKind::amend, 11),
                                            correcting(3, 1, CorrectionKind::amend, 12)});
  EXPECT_EQ(stream.events[0].event.facts[0], 12);
  EXPECT_EQ(stream.events[0].touched_by, (std::vector<std::uint64_t>{2, 3}));
}

TEST(Effective, VoidRemovesAndReinstateReturnsItAmended) {
  const std::vector<Event> events = {original(1, 10), correcting(2, 1, CorrectionKind::amend, 11),
                                     correcting(3, 1, CorrectionKind::void_),
                                     correcting(4, 1, CorrectionKind::reinstate)};
  EXPECT_TRUE(effective({events.begin(), events.begin() + 3}).events.empty());
  const EffectiveStream stream = effective(events);
  ASSERT_EQ(stream.events.size(), 1U);
  EXPECT_EQ(stream.events[0].event.facts[0], 11) << "the facts of a reinstatement do not count";
  EXPECT_EQ(stream.events[0].touched_by, (std::vector<std::uint64_t>{2, 3, 4}));
}

TEST(Effective, OddOrdersAreReportedAndNeverFatal) {
  Event other_type = correcting(7, 1, CorrectionKind::amend, 99);
  other_type.type = &cancelled;
  const EffectiveStream stream = effective(
      {correcting(0, 1, CorrectionKind::void_), original(1, 10), correcting(2, 77, CorrectionKind::amend),
       correcting(3, 2, CorrectionKind::void_), correcting(4, 1, CorrectionKind::reinstate),
       correcting(5, 1, CorrectionKind::void_), correcting(6, 1, CorrectionKind::void_), other_type,
       correcting(8, 1, CorrectionKind::amend, 12), correcting(9, 1, CorrectionKind::reinstate),
       original(1, 50)});
  std::vector<std::uint64_t> odd;
  for (const Oddity& oddity : stream.oddities)
    odd.push_back(oddity.index);
  EXPECT_EQ(odd, (std::vector<std::uint64_t>{0, 2, 3, 4, 6, 7, 8, 1}));
  ASSERT_EQ(stream.events.size(), 1U);
  EXPECT_EQ(stream.events[0].event.facts[0], 12);
}

TEST(Effective, AnOffsetFollowsTheEffectiveTimeOfItsEvent) {
  const std::vector<Event> events = {original(1, 10, on("2016-01-31")), original(2, 20, offset(1, 3)),
                                     original(3, 30, offset(1, 0, 1)), original(4, 40, offset(2, -1)),
                                     correcting(5, 1, CorrectionKind::amend, 10, on("2016-02-10"))};
  EffectiveStream before = effective({events.begin(), events.begin() + 4});
  EXPECT_EQ(base::to_text(before.events[1].event.valid.first), "2016-02-03");
  EXPECT_EQ(base::to_text(before.events[2].event.valid.first), "2016-02-29") << "the month's last day";
  EXPECT_EQ(before.events[1].event.valid.after, event_id(1)) << "what it follows at an exact distance";
  EXPECT_EQ(before.events[1].event.valid.offset_days, 3);
  EXPECT_EQ(base::to_text(before.events[3].event.valid.first), "2016-02-02") << "an offset from an offset";
  EXPECT_TRUE(before.events[3].event.valid.one_day());
  EffectiveStream after = effective(events);
  EXPECT_EQ(base::to_text(after.events[1].event.valid.first), "2016-02-13");
  EXPECT_EQ(base::to_text(after.events[3].event.valid.first), "2016-02-12");
}

TEST(Effective, AnOffsetIsNoFinerThanWhatItFollows) {
  ValidTime month;
  month.precision = Precision::month;
  month.first = *base::parse_day("2016-02-01");
  month.last = *base::parse_day("2016-02-29");
  ValidTime instant = on("2016-03-07");
  instant.precision = Precision::instant;
  const EffectiveStream stream = effective({original(1, 0, month), original(2, 0, offset(1, 0, 1)),
                                            original(3, 0, instant), original(4, 0, offset(3, 1))});
  EXPECT_EQ(stream.events[1].event.valid.precision, Precision::month);
  EXPECT_EQ(base::to_text(stream.events[1].event.valid.first), "2016-03-01");
  EXPECT_EQ(base::to_text(stream.events[1].event.valid.last), "2016-03-31");
  EXPECT_EQ(stream.events[3].event.valid.precision, Precision::day);
  EXPECT_EQ(base::to_text(stream.events[3].event.valid.last), "2016-03-08");
}

TEST(Effective, AnOffsetAfterAVoidedOrMissingEventOrInACircleIsUnknown) {
  const EffectiveStream stream =
      effective({original(1, 10), original(2, 20, offset(1, 3)), original(3, 30, offset(99, 3)),
                 original(4, 40, offset(5, 1)), original(5, 50, offset(4, 1)), original(6, 60, offset(6, 1)),
                 correcting(7, 1, CorrectionKind::void_)});
  ASSERT_EQ(stream.events.size(), 5U);
  for (const EffectiveEvent& event : stream.events) {
    EXPECT_FALSE(event.event.valid.known());
    EXPECT_FALSE(event.event.valid.is_offset);
    EXPECT_EQ(event.event.valid.precision, Precision::unknown);
  }
}

// --- laws
// ------------------------------------------------------------------------------------------------------

std::vector<Event> random_stream() {
  const auto count = *rc::gen::inRange<std::uint64_t>(1, 25);
  std::vector<Event> events;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (*rc::gen::inRange(0, 3) == 0 || i == 0)
      events.push_back(original(i, static_cast<std::int64_t>(i),
                                *rc::gen::inRange(0, 4) == 0
                                    ? offset(*rc::gen::inRange<std::uint64_t>(0, count), 2)
                                    : on("2016-03-07")));
    else
      events.push_back(correcting(
          i, *rc::gen::inRange<std::uint64_t>(0, i),
          *rc::gen::element(CorrectionKind::amend, CorrectionKind::void_, CorrectionKind::reinstate),
          static_cast<std::int64_t>(1'000 + i)));
  }
  return events;
}

std::string told(const EffectiveStream& stream) {
  std::string out;
  for (const EffectiveEvent& event : stream.events) {
    out += fmt::format("{} {} {} {}", event.event.index, event.event.facts[0],
                       static_cast<int>(event.event.valid.precision), event.event.valid.first.since_epoch);
    for (const std::uint64_t by : event.touched_by)
      out += fmt::format(" by {}", by);
    out += '\n';
  }
  for (const Oddity& oddity : stream.oddities)
    out += fmt::format("odd {} {}\n", oddity.index, oddity.message);
  return out;
}

RC_GTEST_PROP(EffectiveLaws, ReinstateUndoesVoid, ()) {
  std::vector<Event> events = random_stream();
  EffectiveStream before = effective(events);
  RC_PRE(!before.events.empty());
  const auto chosen = *rc::gen::inRange<std::size_t>(0, before.events.size());
  const std::uint64_t of = before.events[chosen].event.index;
  const std::uint64_t next = events.size();
  events.push_back(correcting(next, of, CorrectionKind::void_));
  const EffectiveStream voided = effective(events);
  RC_ASSERT(voided.events.size() + 1 == before.events.size());
  events.push_back(correcting(next + 1, of, CorrectionKind::reinstate));
  before.events[chosen].touched_by.push_back(next);
  before.events[chosen].touched_by.push_back(next + 1);
  RC_ASSERT(told(effective(events)) == told(before));
}

RC_GTEST_PROP(EffectiveLaws, TheLastAmendmentAloneDecides, ()) {
  std::vector<Event> events = random_stream();
  const EffectiveStream before = effective(events);
  RC_PRE(!before.events.empty());
  const std::uint64_t of = before.events[*rc::gen::inRange<std::size_t>(0, before.events.size())].event.index;
  const std::uint64_t next = events.size();
  std::vector<Event> twice = events;
  twice.push_back(correcting(next, of, CorrectionKind::amend, 1));
  twice.push_back(correcting(next + 1, of, CorrectionKind::amend, 2));
  events.push_back(correcting(next + 1, of, CorrectionKind::amend, 2));
  EffectiveStream one = effective(events);
  EffectiveStream two = effective(twice);
  RC_ASSERT(one.events.size() == two.events.size());
  for (std::size_t i = 0; i < one.events.size(); ++i) {
    RC_ASSERT(one.events[i].event.facts == two.events[i].event.facts);
    RC_ASSERT(one.events[i].event.valid.first == two.events[i].event.valid.first);
  }
}

RC_GTEST_PROP(EffectiveLaws, WhatNoLaterCorrectionNamesStaysAsItWas, ()) {
  const std::vector<Event> events = random_stream();
  const auto size = static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, events.size() + 1));
  const EffectiveStream before = effective({events.begin(), events.begin() + size});
  const EffectiveStream now = effective(events);
  for (const EffectiveEvent& was : before.events) {
    const bool named = std::any_of(events.begin() + size, events.end(), [&](const Event& later) {
      return later.corrects && later.corrects->id == was.event.id;
    });
    if (named) continue;
    const auto is = std::find_if(now.events.begin(), now.events.end(),
                                 [&](const EffectiveEvent& event) { return event.event.id == was.event.id; });
    RC_ASSERT(is != now.events.end());
    RC_ASSERT(is->event.facts == was.event.facts);
    RC_ASSERT(is->touched_by == was.touched_by);
  }
  // Oddities found at a size are found at every later one.
  RC_ASSERT(before.oddities.size() <= now.oddities.size());
  for (std::size_t i = 0; i < before.oddities.size(); ++i)
    RC_ASSERT(before.oddities[i].index == now.oddities[i].index);
}

RC_GTEST_PROP(EffectiveLaws, EveryEventIsEffectiveVoidOrACorrection, ()) {
  const std::vector<Event> events = random_stream();
  const EffectiveStream stream = effective(events);
  std::size_t originals = 0;
  for (const Event& event : events)
    originals += event.corrects ? 0U : 1U;
  RC_ASSERT(stream.events.size() <= originals);
  RC_ASSERT(std::is_sorted(stream.events.begin(), stream.events.end(),
                           [](const auto& a, const auto& b) { return a.event.sequence < b.event.sequence; }));
  for (const EffectiveEvent& event : stream.events) {
    RC_ASSERT(!event.event.corrects.has_value());
    RC_ASSERT(!event.event.valid.is_offset);
  }
}

} // namespace
} // namespace probity::ledger
