#include "base/civil.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <thread>
#include <vector>

namespace probity::base {
namespace {

Instant at(std::string_view text) {
  return *parse_instant(text);
}
Day on(std::string_view text) {
  return *parse_day(text);
}

Zone london() {
  static const Zone zone = Zone::named("Europe/London").value();
  return zone;
}

// Day number of a date by counting, independent of the library: years, then months, then days.
int count_days(int year, int month, int day) {
  auto leap = [](int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; };
  int days = 0;
  for (int y = 1970; y < year; ++y)
    days += leap(y) ? 366 : 365;
  for (int y = year; y < 1970; ++y)
    days -= leap(y) ? 366 : 365;
  const int lengths[] = {31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int m = 1; m < month; ++m)
    days += lengths[m - 1];
  return days + day - 1;
}

TEST(Days, AreCountedFromTheEpoch) {
  EXPECT_EQ(day_of(1970, 1, 1).since_epoch, 0);
  for (int year : {1, 1600, 1900, 1969, 2000, 2016, 2100, 9999})
    for (int month = 1; month <= 12; ++month)
      EXPECT_EQ(day_of(year, month, 28).since_epoch, count_days(year, month, 28)) << year << "-" << month;
}

RC_GTEST_PROP(Days, PrintAndParseAreInverse, ()) {
  Day day{*rc::gen::inRange(day_of(1, 1, 1).since_epoch, day_of(9999, 12, 31).since_epoch + 1)};
  std::string text = to_text(day);
  RC_ASSERT(text.size() == 10U);
  RC_ASSERT(parse_day(text) == day);
  RC_ASSERT(day_of(year_of(day), month_of(day).month(), day_of_month(day)) == day);
  RC_ASSERT(month_of(day).year() == year_of(day));
  RC_ASSERT(static_cast<int>(weekday(day + 1)) == (static_cast<int>(weekday(day)) + 1) % 7);
}

TEST(Days, HaveTheirWeekday) {
  EXPECT_EQ(weekday(on("2016-03-21")), Weekday::monday);
  EXPECT_EQ(weekday(on("2022-09-19")), Weekday::monday);
  EXPECT_EQ(weekday(on("1969-12-31")), Weekday::wednesday);
  EXPECT_EQ(weekday(on("1900-01-07")), Weekday::sunday);
}

TEST(Days, RefuseEverySpellingButOne) {
  for (const char* text : {"", "2016-02-30", "2015-02-29", "2016-13-01", "2016-00-10", "2016-01-00",
                           "2016-1-01", "16-01-01", "0000-01-01", "10000-01-01", "2016-01-01 ", " 2016-01-01",
                           "2016/01/01", "20160101", "2016-01-0x", "+016-01-01", "2016-01-01T"})
    EXPECT_FALSE(parse_day(text)) << text;
  EXPECT_EQ(parse_day("2016-02-29"), day_of(2016, 2, 29));
  EXPECT_EQ(parse_day("0001-01-01"), day_of(1, 1, 1));
}

TEST(Months, ParsePrintAndBound) {
  EXPECT_EQ(to_text(*parse_month("2016-04")), "2016-04");
  EXPECT_EQ(parse_month("2016-02")->last(), on("2016-02-29"));
  EXPECT_EQ(parse_month("2016-12")->last(), on("2016-12-31"));
  EXPECT_EQ(to_text(*parse_month("2016-12") + 1), "2017-01");
  EXPECT_EQ(*parse_month("2017-01") - *parse_month("2015-11"), 14);
  for (const char* text : {"2016-13", "2016-00", "2016-4", "0000-01", "2016-04-01", "201604", "2016-0x"})
    EXPECT_FALSE(parse_month(text)) << text;
}

TEST(Months, AddingKeepsTheDayOrTakesTheLast) {
  EXPECT_EQ(add_months(on("2016-01-31"), 1), on("2016-02-29"));
  EXPECT_EQ(add_months(on("2015-01-31"), 1), on("2015-02-28"));
  EXPECT_EQ(add_months(on("2016-02-29"), 12), on("2017-02-28"));
  EXPECT_EQ(add_months(on("2016-03-15"), -13), on("2015-02-15"));
}

RC_GTEST_PROP(Months, AddingLandsInTheMonthMeant, ()) {
  Day day{*rc::gen::inRange(-100'000, 100'000)};
  int months = *rc::gen::inRange(-600, 600);
  Day later = add_months(day, months);
  RC_ASSERT(month_of(later) - month_of(day) == months);
  RC_ASSERT(day_of_month(later) == day_of_month(day) || later == month_of(later).last());
  RC_ASSERT(day_of_month(later) <= day_of_month(day));
}

RC_GTEST_PROP(Instants, PrintAndParseAreInverse, ()) {
  Instant instant{*rc::gen::inRange<std::int64_t>(at("0001-01-01T00:00:00.000000Z").microseconds,
                                                  at("9999-12-31T23:59:59.999999Z").microseconds)};
  RC_ASSERT(parse_instant(to_text(instant)) == instant);
}

TEST(Instants, PrintBeforeTheEpoch) {
  EXPECT_EQ(to_text(Instant{-1}), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(at("1970-01-02T00:00:01.000002Z").microseconds, 86'401'000'002);
}

TEST(Instants, RefuseEverySpellingButOne) {
  for (const char* text : {
           "2016-03-09T24:00:00.000000Z",
           "2016-03-09T23:59:60.000000Z",
           "2016-03-09T23:60:00.000000Z",
           "2016-02-30T10:00:00.000000Z",
           "2016-03-09T10:00:00.00000Z",
           "2016-03-09T10:00:00.0000000Z",
           "2016-03-09T10:00:00.000000z",
           "2016-03-09t10:00:00.000000Z",
           "2016-03-09T10:00:00.000000+00:00",
           "10000-03-09T10:00:00.000000Z",
           "2016-03-09 10:00:00.000000Z",
           "2016-03-09T10:00:00Z",
           "2016-03-09T10:00:00,000000Z",
           "2016-03-09T1a:00:00.000000Z",
           "2016-03-09T10:00:00.-00001Z",
           "",
       })
    EXPECT_FALSE(parse_instant(text)) << text;
}

TEST(London, DaysAreRightAcrossBothClockChanges) {
  EXPECT_EQ(london().day_of(at("2016-03-26T23:45:00.000000Z")), on("2016-03-26"));
  EXPECT_EQ(london().day_of(at("2016-03-26T23:59:59.999999Z")), on("2016-03-26"));
  EXPECT_EQ(london().day_of(at("2016-03-27T00:00:00.000000Z")), on("2016-03-27"));
  EXPECT_EQ(london().day_of(at("2016-03-27T22:59:59.999999Z")), on("2016-03-27"));
  EXPECT_EQ(london().day_of(at("2016-03-27T23:00:00.000000Z")), on("2016-03-28"));
  EXPECT_EQ(london().day_of(at("2016-04-01T22:59:59.999999Z")), on("2016-04-01"));
  EXPECT_EQ(london().day_of(at("2016-04-01T23:30:00.000000Z")), on("2016-04-02"));
  EXPECT_EQ(london().day_of(at("2016-10-29T23:30:00.000000Z")), on("2016-10-30"));
  EXPECT_EQ(london().day_of(at("2016-10-30T23:30:00.000000Z")), on("2016-10-30"));
  EXPECT_EQ(london().day_of(at("2016-10-31T00:00:00.000000Z")), on("2016-10-31"));
  EXPECT_EQ(london().local_text(at("2016-03-26T23:45:00.000000Z")), "2016-03-26 23:45");
  EXPECT_EQ(london().local_text(at("2016-03-27T01:00:00.000000Z")), "2016-03-27 02:00");
  EXPECT_EQ(london().local_text(at("2016-10-30T00:30:00.000000Z")), "2016-10-30 01:30");
  EXPECT_EQ(london().local_text(at("2016-10-30T01:30:00.000000Z")), "2016-10-30 01:30");
}

TEST(London, KnowsThatTheClocksStayedForwardUntilNovember1971) {
  EXPECT_EQ(london().day_of(at("1970-01-31T23:00:00.000000Z")), on("1970-02-01"));
  EXPECT_EQ(london().local_text(at("1830-06-01T12:00:00.000000Z")), "1830-06-01 11:58");
}

TEST(London, DaysAreBetween23And25Hours) {
  auto hours = [](std::string_view day) {
    return (london().start_of(on(day) + 1).microseconds - london().start_of(on(day)).microseconds) /
           3'600'000'000;
  };
  EXPECT_EQ(hours("2016-03-26"), 24);
  EXPECT_EQ(hours("2016-03-27"), 23);
  EXPECT_EQ(hours("2016-10-30"), 25);
}

TEST(Zones, MidnightThatDoesNotExistIsTheChange) {
  Zone beirut = Zone::named("Asia/Beirut").value(); // the clocks go forward at midnight
  EXPECT_EQ(to_text(beirut.start_of(on("2016-03-27"))), "2016-03-26T22:00:00.000000Z");
  Zone havana = Zone::named("America/Havana").value(); // and back from 01:00, so that midnight comes twice
  EXPECT_EQ(to_text(havana.start_of(on("2016-11-06"))), "2016-11-06T04:00:00.000000Z");
}

RC_GTEST_PROP(Zones, TheStartOfADayIsItsFirstInstant, ()) {
  auto zone =
      Zone::named(*rc::gen::element<std::string>("Europe/London", "UTC", "Asia/Beirut", "Asia/Kolkata"));
  Day day{*rc::gen::inRange(day_of(1850, 1, 1).since_epoch, day_of(2037, 12, 31).since_epoch)};
  Instant start = zone->start_of(day);
  RC_ASSERT(zone->day_of(start) == day);
  RC_ASSERT(zone->day_of(Instant{start.microseconds - 1}) == day - 1);
}

TEST(Zones, RefuseAnUnknownNameWithAnError) {
  auto zone = Zone::named("Europe/Londonn");
  ASSERT_FALSE(zone);
  EXPECT_EQ(zone.error().code, ErrorCode::invalid_input);
  EXPECT_EQ(zone.error().where, "Europe/Londonn");
  EXPECT_FALSE(zone.error().hint.empty());
}

TEST(Zones, AnswerTheSameFromManyThreads) {
  std::vector<std::thread> threads;
  std::vector<std::int64_t> sums(4);
  for (std::size_t t = 0; t < sums.size(); ++t)
    threads.emplace_back([&sums, t] {
      for (std::int64_t hour = 0; hour < 200'000; ++hour)
        sums[t] += london().day_of(Instant{hour * 3'600'000'000}).since_epoch;
    });
  for (std::thread& thread : threads)
    thread.join();
  for (std::int64_t sum : sums)
    EXPECT_EQ(sum, sums[0]);
}

} // namespace
} // namespace probity::base
