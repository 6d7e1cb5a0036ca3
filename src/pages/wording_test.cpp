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

} // namespace
} // namespace probity::pages
