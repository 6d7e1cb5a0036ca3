#include "lab/office_days.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <rapidcheck/gtest.h>
#include <set>
#include <string>

namespace probity::lab {
namespace {

base::Day day(std::string_view text) {
  return *base::parse_day(text);
}

TEST(OfficeDays, KnowsMoveableFeastsAndSubstitutes) {
  for (const char* holiday :
       {"2015-04-03", "2015-04-06", "2016-03-25", "2016-03-28", "2016-05-02", "2016-05-30", "2016-08-29",
        "2016-12-26", "2016-12-27", "2017-01-02", "2021-12-27", "2021-12-28"})
    EXPECT_TRUE(is_bank_holiday(day(holiday))) << holiday;
  for (const char* ordinary : {"2016-12-28", "2016-01-04", "2016-03-29", "2015-12-24", "2015-12-29"})
    EXPECT_FALSE(is_bank_holiday(day(ordinary))) << ordinary;
}

TEST(OfficeDays, CountsOverEaster) {
  EXPECT_EQ(working_days_after(day("2016-03-24"), 1), day("2016-03-29"));
  EXPECT_EQ(working_days_after(day("2016-03-29"), -1), day("2016-03-24"));
  EXPECT_EQ(working_days_after(day("2016-03-26"), 0), day("2016-03-29"));
}

RC_GTEST_PROP(OfficeDays, ThereAndBackIsTheSameWorkingDay, ()) {
  const base::Day start = working_day_from(day("2012-01-01") + *rc::gen::inRange(0, 6000));
  const int n = *rc::gen::inRange(1, 60);
  RC_ASSERT(working_days_after(working_days_after(start, n), -n) == start);
}

// The invented offices keep the ordinary holidays; the publisher's extra ones of single years are not among
// them.
TEST(OfficeDays, AgreesWithThePublishedHolidays) {
  const char* folder = std::getenv("PROBITY_REAL_DATA");
  if (folder == nullptr) {
    std::cout << "skipped: published bank holidays (PROBITY_REAL_DATA is not set)\n";
    return;
  }
  std::ifstream file(std::string(folder) + "/bank-holidays-ew/bank_holidays_ew.csv");
  std::set<base::Day> published;
  for (std::string line; std::getline(file, line);)
    for (std::size_t at = 0; at + 10 <= line.size(); ++at)
      if (const auto found = base::parse_day(line.substr(at, 10));
          at == 0 && found && base::year_of(*found) >= 2013 && base::year_of(*found) <= 2019)
        published.insert(*found);
  ASSERT_GE(published.size(), 50U);
  for (base::Day at = day("2013-01-01"); at <= day("2019-12-31"); at = at + 1)
    EXPECT_EQ(is_bank_holiday(at), published.contains(at)) << base::to_text(at);
}

TEST(Hours, GiveTheClockOfTheZone) {
  const auto zone = base::Zone::named("Europe/London");
  ASSERT_TRUE(zone.has_value());
  const Hours hours(*zone, day("2016-03-25"), day("2016-03-31"));
  EXPECT_EQ(base::to_text(hours.at(day("2016-03-25"), 9 * hour)), "2016-03-25T09:00:00.000000Z");
  EXPECT_EQ(base::to_text(hours.at(day("2016-03-29"), 9 * hour)), "2016-03-29T08:00:00.000000Z");
  EXPECT_EQ(hours.day_of(hours.at(day("2016-03-29"), 0)), day("2016-03-29"));
}

} // namespace
} // namespace probity::lab
