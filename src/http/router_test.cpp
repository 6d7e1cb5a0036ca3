#include "http/router.h"

#include <gtest/gtest.h>

using namespace probity::http;

namespace {

Handler says(std::string text) {
  return [text](const Request&) { return plain_text(text); };
}

std::string label_of(const Router& router, Method method, std::string_view path) {
  const Match match = router.match(method, path);
  return match.route == nullptr ? "" : match.route->label;
}

const std::string id(32, 'a');

} // namespace

TEST(Router, literals_and_typed_parts) {
  Router router;
  router.add(Method::get, "/", "home", says("home"));
  router.add(Method::get, "/cases/{id:hex32}", "case", says("case"));
  router.add(Method::get, "/cases/{id:hex32}/events/{seq:number}", "event", says("event"));
  router.add(Method::get, "/days/{day:day}", "day", says("day"));
  router.add(Method::get, "/help/{page:word}", "help", says("help"));

  EXPECT_EQ(label_of(router, Method::get, "/"), "home");
  EXPECT_EQ(label_of(router, Method::get, "/cases/" + id), "case");
  const Match event = router.match(Method::get, "/cases/" + id + "/events/12");
  ASSERT_NE(event.route, nullptr);
  EXPECT_EQ(event.parts, (Pairs{{"id", id}, {"seq", "12"}}));
  EXPECT_EQ(label_of(router, Method::get, "/days/2016-02-29"), "day");
  EXPECT_EQ(label_of(router, Method::get, "/help/signing-in"), "help");
}

TEST(Router, what_a_part_is_not_is_no_such_path) {
  Router router;
  router.add(Method::get, "/cases/{id:hex32}", "case", says(""));
  router.add(Method::get, "/events/{seq:number}", "event", says(""));
  router.add(Method::get, "/days/{day:day}", "day", says(""));
  router.add(Method::get, "/help/{page:word}", "help", says(""));
  for (const std::string& path :
       {"/cases/" + std::string(31, 'a'), "/cases/" + std::string(32, 'A'), "/cases/" + std::string(32, 'g'),
        "/cases/" + id + "/", "/cases/" + id + "/more", std::string("/cases"), std::string("/cases/"),
        std::string("/events/"), std::string("/events/01"), std::string("/events/-1"),
        std::string("/events/1e3"), "/events/" + std::string(19, '9'), std::string("/days/2015-02-29"),
        std::string("/days/2016-2-9"), "/help/" + std::string(65, 'a'), std::string("/help/A"),
        std::string("/")}) {
    const Match match = router.match(Method::get, path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_TRUE(match.allowed.empty()) << path;
  }
  EXPECT_EQ(label_of(router, Method::get, "/events/0"), "event");
  EXPECT_EQ(label_of(router, Method::get, "/events/" + std::string(18, '9')), "event");
}

TEST(Router, a_literal_goes_first_whatever_the_order) {
  Router router;
  router.add(Method::get, "/cases/{page:word}", "word", says(""));
  router.add(Method::get, "/cases/new", "new", says(""));
  router.add(Method::get, "/{all:rest}", "rest", says(""));
  EXPECT_EQ(label_of(router, Method::get, "/cases/new"), "new");
  EXPECT_EQ(label_of(router, Method::get, "/cases/old"), "word");
  EXPECT_EQ(router.match(Method::get, "/a/b c/d").parts.text("all"), "a/b c/d");
  EXPECT_EQ(label_of(router, Method::get, "/"), "") << "the rest is at least one part";
}

TEST(Router, head_is_answered_by_get_unless_it_has_its_own) {
  Router router;
  router.add(Method::get, "/a", "get a", says(""));
  router.add(Method::get, "/b", "get b", says(""));
  router.add(Method::head, "/b", "head b", says(""));
  router.add(Method::post, "/c", "post c", says(""));
  EXPECT_EQ(label_of(router, Method::head, "/a"), "get a");
  EXPECT_EQ(label_of(router, Method::head, "/b"), "head b");
  EXPECT_EQ(label_of(router, Method::head, "/c"), "");
}

TEST(Router, says_what_is_allowed) {
  Router router;
  router.add(Method::post, "/a", "", says(""));
  router.add(Method::get, "/a", "", says(""));
  router.add(Method::remove, "/{one:word}", "", says(""));
  const Match match = router.match(Method::put, "/a");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(allow_field(match.allowed), "DELETE, GET, HEAD, OPTIONS, POST");
}

TEST(Router, can_be_walked) {
  Router router;
  router.add(Method::get, "/b", "second", says(""));
  router.add(Method::get, "/a/{id:hex32}", "first", says(""));
  ASSERT_EQ(router.routes().size(), 2U);
  EXPECT_EQ(router.routes()[0].pattern, "/b");
  EXPECT_EQ(router.routes()[1].parts[1], (PatternPart{PartType::hex32, "id"}));
}

TEST(Numbers, AreDigitsAloneAndFewEnough) {
  EXPECT_TRUE(number_of("0") == 0U);
  EXPECT_TRUE(number_of("007") == 7U);
  EXPECT_TRUE(number_of("999999999999999999") == 999'999'999'999'999'999U);
  for (const std::string_view none : {"", "-1", "+1", " 1", "1 ", "1.0", "one", "1000000000000000000"})
    EXPECT_FALSE(number_of(none)) << none;
}

TEST(RouterDeathTest, mistakes_are_found_when_the_program_starts) {
  Router router;
  router.add(Method::get, "/a/{x:word}", "", says(""));
  EXPECT_DEATH(router.add(Method::get, "/a/{y:word}", "", says("")), "same_shape");
  EXPECT_DEATH(router.add(Method::get, "a", "", says("")), "starts_with");
  EXPECT_DEATH(router.add(Method::get, "/{x}", "", says("")), "colon");
  EXPECT_DEATH(router.add(Method::get, "/{x:date}", "", says("")), "part_types");
  EXPECT_DEATH(router.add(Method::get, "/{x:rest}/a", "", says("")), "rest");
  EXPECT_DEATH(router.add(Method::get, "/b", "", Handler()), "handler");
}
