#include "http/cookies.h"

#include <gtest/gtest.h>

using namespace probity::http;

TEST(Cookies, pairs_are_read) {
  EXPECT_EQ(parse_cookies("a=1; b=x-y_z="), (Pairs{{"a", "1"}, {"b", "x-y_z="}}));
  EXPECT_EQ(parse_cookies("a="), (Pairs{{"a", ""}}));
  EXPECT_TRUE(parse_cookies("").empty());
  EXPECT_TRUE(parse_cookies(";;; ").empty());
}

TEST(Cookies, a_pair_that_is_spelt_otherwise_hides_no_other) {
  EXPECT_EQ(parse_cookies("other={\"x\":1}; a=1; b=\"quoted\"; c d=2; =3; alone; e=4"),
            (Pairs{{"a", "1"}, {"e", "4"}}));
}

TEST(Cookies, a_name_that_comes_twice_is_not_believed) {
  EXPECT_EQ(parse_cookies("session=planted; a=1; session=mine"), (Pairs{{"a", "1"}}));
  EXPECT_EQ(parse_cookies("session=\"x\"; session=mine"), Pairs{}) << "even when one of the two is malformed";
}

TEST(Cookies, every_attribute_is_said) {
  EXPECT_EQ(to_field({.name = "session", .value = "ab12", .max_age_seconds = {}}),
            "session=ab12; Path=/; Secure; HttpOnly; SameSite=Lax");
  EXPECT_EQ(to_field({.name = "a",
                      .value = "",
                      .path = "/x",
                      .max_age_seconds = 0,
                      .secure = false,
                      .http_only = false,
                      .same_site = SameSite::strict}),
            "a=; Path=/x; Max-Age=0; SameSite=Strict");
}

TEST(CookiesDeathTest, nothing_can_end_the_field) {
  EXPECT_DEATH(to_field({.name = "a", .value = "1; Domain=evil", .max_age_seconds = {}}), "is_cookie_value");
  EXPECT_DEATH(to_field({.name = "a\r\n", .value = "1", .max_age_seconds = {}}), "is_token");
}
