#include "pages/wording.h"

#include <gtest/gtest.h>

namespace probity::pages {
namespace {

TEST(Wording, DatesAreWrittenOut) {
  EXPECT_EQ(in_words(base::day_of(2017, 3, 13)), "13 March 2017");
  EXPECT_EQ(in_words(contract::Period{*base::parse_month("2016-12"), 1, "2016-12"}), "December 2016");
  EXPECT_EQ(in_words(contract::Period{*base::parse_month("2009-07"), 12, "2010"}), "July 2009 to June 2010");
}

TEST(Wording, CountsAgreeWithTheirNouns) {
  EXPECT_EQ(count_of(1, "events"), "1 event");
  EXPECT_EQ(count_of(26'020, "events"), "26,020 events");
  EXPECT_EQ(count_of(1, "people", "person"), "1 person");
  EXPECT_EQ(with_commas(1'000'000), "1,000,000");
  EXPECT_EQ(with_commas(999), "999");
}

TEST(Wording, NamesAreListed) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"A"}), "A");
  EXPECT_EQ(listed({"A", "B", "C"}), "A, B and C");
}

TEST(Wording, NumbersDropTheNoughtsThatSayNothing) {
  EXPECT_EQ(plain_number(base::Rational(40), 4), "40");
  EXPECT_EQ(plain_number(base::Rational::of(9, 2), 4), "4.5");
}

TEST(Wording, WritesDaysAndTimesOut) {
  EXPECT_EQ(dates_in_words("2016-06-27"), "27 June 2016");
  EXPECT_EQ(dates_in_words("from 2016-03-26 23:45 to 2016-03-27 00:05"),
            "from 26 March 2016 at 11:45pm to 27 March 2016 at 12:05am");
  for (const char* other : {"", "2016-02-30", "12016-06-27", "2016-06-271", "90 minutes", "2016-06"})
    EXPECT_EQ(dates_in_words(other), other);
}

TEST(Wording, WritesOutWhenSomethingWas) {
  EXPECT_EQ(when_in_words("at 2016-03-07 09:30"), "7 March 2016 at 9:30am");
  EXPECT_EQ(when_in_words("on 2016-03-07"), "7 March 2016");
  EXPECT_EQ(when_in_words("in the month of 2016-03-01"), "March 2016");
  EXPECT_EQ(when_in_words("on a day that is not known"), "on a day that is not known");
}

TEST(Wording, WritesCodesAsWords) {
  EXPECT_EQ(code_words("unacceptable_absence"), "unacceptable absence");
  EXPECT_EQ(code_words("25_29"), "25 to 29");
  EXPECT_EQ(code_words("70_over"), "70 or over");
  EXPECT_EQ(code_words("custody_12_months_over"), "custody 12 months or over");
  EXPECT_EQ(code_words("under_25"), "under 25");
  EXPECT_EQ(code_words("CRC1"), "CRC1");
  EXPECT_EQ(code_words("left_over"), "left over");
}

} // namespace
} // namespace probity::pages
