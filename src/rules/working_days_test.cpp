#include "rules/working_days.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace probity::rules {
namespace {

base::Day on(std::string_view text) {
  return *base::parse_day(text);
}

const WorkingDays& england() {
  static const WorkingDays days = WorkingDays::from(england_wales()).value();
  return days;
}

const base::Day late = on("2029-01-01");

TEST(WorkingDays, PassOverEaster) {
  base::Day reception = on("2016-03-21");
  EXPECT_EQ(england().add_business_days(reception, 5, reception), on("2016-03-30"));
  EXPECT_EQ(england().add_business_days(reception, 0, reception), reception);
  EXPECT_EQ(england().add_business_days(on("2016-03-25"), 0, reception), on("2016-03-25"));
  EXPECT_EQ(england().add_business_days(on("2016-03-24"), 1, reception), on("2016-03-29"));
  EXPECT_EQ(england().add_business_days(on("2016-03-26"), 1, reception), on("2016-03-29"));
  EXPECT_EQ(england().add_business_days(on("2016-03-29"), -1, reception), on("2016-03-24"));
  EXPECT_EQ(england().add_business_days(on("2016-03-27"), -2, reception), on("2016-03-23"));
}

TEST(WorkingDays, DependOnWhetherTheFuneralWasProclaimed) {
  base::Day trigger = on("2022-09-15");
  EXPECT_EQ(england().add_business_days(trigger, 2, on("2022-09-08")), on("2022-09-19"));
  EXPECT_EQ(england().add_business_days(trigger, 2, on("2022-09-09")), on("2022-09-20"));
  EXPECT_TRUE(england().is_business_day(on("2022-09-19"), on("2022-09-08")));
  EXPECT_FALSE(england().is_business_day(on("2022-09-19"), on("2022-09-09")));
}

TEST(WorkingDays, KnowWhenTheMayHolidayOf2020WasMoved) {
  for (const char* known : {"2018-12-06", "2019-06-09"}) {
    EXPECT_FALSE(england().is_business_day(on("2020-05-04"), on(known))) << known;
    EXPECT_TRUE(england().is_business_day(on("2020-05-08"), on(known))) << known;
  }
  for (const char* known : {"2019-06-10", "2020-05-04"}) {
    EXPECT_TRUE(england().is_business_day(on("2020-05-04"), on(known))) << known;
    EXPECT_FALSE(england().is_business_day(on("2020-05-08"), on(known))) << known;
  }
  EXPECT_TRUE(england().is_business_day(on("2020-05-04"), on("2018-12-05"))) << "before the year was public";
  EXPECT_EQ(england().add_business_days(on("2020-05-01"), 5, on("2019-06-09")), on("2020-05-11"));
  EXPECT_EQ(england().add_business_days(on("2020-05-01"), 5, on("2019-06-10")), on("2020-05-11"));
  EXPECT_EQ(england().add_business_days(on("2020-05-01"), 4, on("2019-06-09")), on("2020-05-08"));
  EXPECT_EQ(england().add_business_days(on("2020-05-01"), 4, on("2019-06-10")), on("2020-05-07"));
}

TEST(WorkingDays, NeverSawTheSpringHolidayThatWasMovedAsTheYearWasPublished) {
  EXPECT_TRUE(england().is_business_day(on("2022-05-30"), on("2020-11-12")));
  EXPECT_FALSE(england().is_business_day(on("2022-06-02"), on("2020-11-12")));
}

TEST(WorkingDays, HaveEightHolidaysAYearButFor2012And2022And2023) {
  const std::map<int, int> others{{2012, 9}, {2022, 10}, {2023, 9}};
  for (int year = 2012; year <= 2028; ++year) {
    int holidays = 0;
    for (base::Day day = base::day_of(year, 1, 1); day <= base::day_of(year, 12, 31); day = day + 1)
      holidays +=
          base::weekday(day) < base::Weekday::saturday && !england().is_business_day(day, late) ? 1 : 0;
    auto other = others.find(year);
    EXPECT_EQ(holidays, other == others.end() ? 8 : other->second) << year;
  }
}

TEST(WorkingDays, OfAYearWereKnownByJanuaryOfTheYearBefore) {
  for (int year = 2013; year <= 2028; ++year)
    for (base::Day day = base::day_of(year, 1, 1); day <= base::day_of(year, 12, 31); day = day + 1) {
      bool moved_or_added = day == on("2020-05-04") || day == on("2020-05-08") || day == on("2022-09-19") ||
                            day == on("2023-05-08");
      if (!moved_or_added) {
        EXPECT_EQ(england().is_business_day(day, base::day_of(year - 1, 1, 31)),
                  england().is_business_day(day, late))
            << to_text(day);
      }
    }
}

TEST(WorkingDays, AreWeekdaysOnlyOutsideTheYearsTheRegisterKnows) {
  EXPECT_TRUE(england().covers(on("2012-01-01")));
  EXPECT_TRUE(england().covers(on("2028-12-31")));
  EXPECT_FALSE(england().covers(on("2011-12-31")));
  EXPECT_FALSE(england().covers(on("2029-01-01")));
  EXPECT_TRUE(england().is_business_day(on("2030-12-25"), late));
  EXPECT_FALSE(england().is_business_day(on("2030-12-28"), late));
}

// One day at a time, the way a person counts on a calendar.
base::Day counted(base::Day from, int n, base::Day known) {
  int step = n < 0 ? -1 : 1;
  for (int left = n; left != 0;) {
    from = from + step;
    if (england().is_business_day(from, known)) left -= step;
  }
  return from;
}

RC_GTEST_PROP(WorkingDays, AgreeWithCountingOneDayAtATime, ()) {
  base::Day first = on("2011-06-01");
  base::Day trigger = first + *rc::gen::inRange(0, 6'700);
  base::Day known = first + *rc::gen::inRange(0, 6'700);
  int n = *rc::gen::inRange(-300, 300);
  base::Day reached = england().add_business_days(trigger, n, known);
  RC_ASSERT(reached == counted(trigger, n, known));
  if (n >= 0) RC_ASSERT(england().business_days_between(trigger, reached, known) == n);
}

RC_GTEST_PROP(WorkingDays, BetweenCountsTheBusinessDaysAfterTheFirst, ()) {
  base::Day a = on("2011-06-01") + *rc::gen::inRange(0, 6'700);
  base::Day b = a + *rc::gen::inRange(0, 500);
  base::Day known = on("2011-06-01") + *rc::gen::inRange(0, 6'700);
  int count = 0;
  for (base::Day day = a + 1; day <= b; day = day + 1)
    count += england().is_business_day(day, known) ? 1 : 0;
  RC_ASSERT(england().business_days_between(a, b, known) == count);
  RC_ASSERT(england().business_days_between(b, a, known) == -count);
}

TEST(WorkingDays, WorkBeforeTheEpoch) {
  EXPECT_EQ(england().add_business_days(on("1969-12-26"), 1, late), on("1969-12-29"));
  EXPECT_EQ(england().add_business_days(on("1969-12-29"), -1, late), on("1969-12-26"));
}

TEST(WorkingDays, RefuseARegisterThatCannotAnswer) {
  const RuleFile none{"a.toml", "schema = 1\nrow = []"};
  EXPECT_EQ(WorkingDays::from(Register::parse({&none, 1}).value()).error().code, base::ErrorCode::not_found);
  const RuleFile open{"a.toml",
                      "schema = 1\nrow = [ { id = \"bank_holiday\", unit = \"holiday\", value = \"x\", "
                      "valid_from = 2015-01-01, published_on = 2015-01-01, source = \"s\" } ]"};
  EXPECT_EQ(WorkingDays::from(Register::parse({&open, 1}).value()).error().code,
            base::ErrorCode::invalid_input);
}

TEST(BankHolidays, AreThoseOfThePublishersHistory) {
  const char* folder = std::getenv("PROBITY_REAL_DATA");
  if (folder == nullptr) {
    std::cout << "skipped: bank holidays against the publisher's history (PROBITY_REAL_DATA is not set)\n";
    return;
  }
  std::ifstream in(std::string(folder) + "/bank-holidays-ew/bank_holidays_ew.csv");
  std::string line;
  ASSERT_TRUE(std::getline(in, line));
  std::map<std::string, std::string> published;
  std::map<std::string, bool> in_force;
  while (std::getline(in, line)) {
    std::vector<std::string> cells;
    std::istringstream cut(line);
    for (std::string cell; std::getline(cut, cell, ',');)
      cells.push_back(cell);
    ASSERT_EQ(cells.size(), 8U) << line;
    published[cells[0]] = cells[4];
    in_force[cells[0]] = cells[7].front() == '1';
  }
  ASSERT_EQ(published.size(), 142U);
  std::map<std::string, std::string> ours;
  for (const Row& row : england_wales().rows("bank_holiday")) {
    ours[to_text(row.valid_from)] = to_text(row.published_on);
    EXPECT_EQ(in_force[to_text(row.valid_from)], !row.withdrawn_on) << to_text(row.valid_from);
  }
  EXPECT_EQ(ours, published);
}

} // namespace
} // namespace probity::rules
