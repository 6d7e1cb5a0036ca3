#include "risk/ages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::risk {
namespace {

using base::day_of;

TEST(ages, turn_on_the_birthday) {
  EXPECT_EQ(completed_years(day_of(1991, 7, 17), day_of(2021, 7, 16)), 29);
  EXPECT_EQ(completed_years(day_of(1991, 7, 17), day_of(2021, 7, 17)), 30);
}

TEST(ages, of_those_born_on_leap_day_turn_on_the_first_of_march) {
  EXPECT_EQ(completed_years(day_of(1996, 2, 29), day_of(2015, 2, 28)), 18);
  EXPECT_EQ(completed_years(day_of(1996, 2, 29), day_of(2015, 3, 1)), 19);
  EXPECT_EQ(completed_years(day_of(1996, 2, 29), day_of(2016, 2, 29)), 20);
}

TEST(ages, before_birth_are_not_positive) {
  EXPECT_LE(completed_years(day_of(2000, 1, 1), day_of(1999, 6, 1)), 0);
}

TEST(months, are_whole) {
  EXPECT_EQ(completed_months(day_of(2016, 1, 31), day_of(2016, 2, 29)), 0);
  EXPECT_EQ(completed_months(day_of(2016, 1, 31), day_of(2016, 3, 31)), 2);
  EXPECT_EQ(completed_months(day_of(2016, 4, 1), day_of(2016, 3, 1)), -1);
}

RC_GTEST_PROP(ages, never_fall_with_time, ()) {
  const base::Day birth = day_of(1900, 1, 1) + *rc::gen::inRange(0, 40'000);
  const base::Day day = birth + *rc::gen::inRange(0, 40'000);
  const int age = completed_years(birth, day);
  RC_ASSERT(completed_years(birth, day + 1) - age <= 1);
  RC_ASSERT(completed_years(birth, day + 1) >= age);
  RC_ASSERT(age == completed_months(birth, day) / 12);
}

} // namespace
} // namespace probity::risk
