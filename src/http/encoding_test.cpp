#include "http/encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace probity::http;
using probity::base::ErrorCode;

namespace {

void expect_refused(std::string_view path) {
  EXPECT_FALSE(decode_path(path)) << path;
}

} // namespace

TEST(Encoding, a_form_is_decoded) {
  const auto pairs = decode_form("outcome=attended&note=half+past+9%3A30+%C3%A9&empty=&bare");
  ASSERT_TRUE(pairs);
  EXPECT_EQ(*pairs,
            (Pairs{{"outcome", "attended"}, {"note", "half past 9:30 é"}, {"empty", ""}, {"bare", ""}}));
  EXPECT_EQ(pairs->text("missing"), "");
  EXPECT_FALSE(pairs->has("missing"));
}

TEST(Encoding, a_name_may_come_more_than_once) {
  const auto pairs = decode_form("day=mon&day=tue");
  ASSERT_TRUE(pairs);
  EXPECT_EQ(pairs->all("day"), (std::vector<std::string_view>{"mon", "tue"}));
  EXPECT_EQ(pairs->find("day"), "mon");
}

TEST(Encoding, lines_are_allowed_in_values_and_nothing_else_that_controls) {
  EXPECT_EQ(decode_form("a=1%0D%0A2%09")->text("a"), "1\r\n2\t");
  for (const std::string_view text : {"a=%00", "a=%1B", "a=%7F", "a%0A=1"})
    EXPECT_FALSE(decode_form(text)) << text;
}

TEST(Encoding, what_has_no_one_meaning_is_refused) {
  for (const std::string_view text : {"&", "a=1&", "&a=1", "a=1&&b=2", "=1", "a=%", "a=%4", "a=%zz", "a=%4g",
                                      "a=b c", "a=%C3", "a=%C0%80", "a=%ED%A0%80", "a=\xFF", "a=1\n"})
    EXPECT_FALSE(decode_form(text)) << text;
  EXPECT_TRUE(decode_form("")->empty());
}

TEST(Encoding, limits_of_a_form_are_said_as_such) {
  const FormLimits limits{.pairs = 2, .name_bytes = 3, .value_bytes = 4};
  EXPECT_TRUE(decode_form("abc=1234&b=2", limits));
  for (const std::string_view text : {"a=1&b=2&c=3", "abcd=1", "a=12345"})
    EXPECT_EQ(decode_form(text, limits).error().code, ErrorCode::too_large) << text;
  EXPECT_TRUE(decode_form("a=%41%41%41%41", limits)) << "the limit is of what is decoded";
}

TEST(Encoding, a_path_is_decoded_part_by_part) {
  EXPECT_EQ(*decode_path("/"), "/");
  EXPECT_EQ(*decode_path("/cases/a%20b+c"), "/cases/a b+c");
  EXPECT_EQ(*decode_path("/cases/"), "/cases/");
  EXPECT_EQ(*decode_path("/..."), "/...");
}

TEST(Encoding, a_path_has_one_spelling_of_where_it_leads) {
  expect_refused("");
  expect_refused("cases");
  expect_refused("//");
  expect_refused("/a//b");
  expect_refused("/.");
  expect_refused("/a/../b");
  expect_refused("/a/%2e%2E/b");
  expect_refused("/a/.%2e");
  expect_refused("/a%2Fb");
  expect_refused("/a%5Cb");
  expect_refused("/a\\b");
  expect_refused("/a%00");
  expect_refused("/a%0d%0aSet-Cookie:x");
  expect_refused("/%C0%AF");
  expect_refused("/%");
  expect_refused("/a%2");
  expect_refused("/a b");
}

TEST(Encoding, a_target_is_a_path_and_a_query) {
  const auto target = decode_target("/search?q=J+Smith&page=2");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/search");
  EXPECT_EQ(target->query, (Pairs{{"q", "J Smith"}, {"page", "2"}}));
  EXPECT_TRUE(decode_target("/search?")->query.empty());
  EXPECT_EQ(decode_target("/search?q=a?b")->query.text("q"), "a?b");
  EXPECT_FALSE(decode_target("/search#top"));
  EXPECT_FALSE(decode_target("/search?q=%"));
}

RC_GTEST_PROP(Encoding, what_is_encoded_comes_back,
              (const std::vector<std::pair<std::string, std::string>>& texts)) {
  // Any letters of Unicode, made of two bytes each, so that the text is UTF-8.
  const auto text_of = [](const std::string& bytes) {
    std::string out;
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x20 && byte < 0x7F) {
        out += c;
      } else {
        out += static_cast<char>(0xC3);
        out += static_cast<char>(0x80 | (byte & 0x3FU));
      }
    }
    return out;
  };
  Pairs pairs;
  for (const auto& [name, value] : texts)
    pairs.add(text_of(name) + std::to_string(pairs.size()), text_of(value));
  const auto read = decode_form(encode_form(pairs));
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == pairs);
}

RC_GTEST_PROP(Encoding, an_encoded_part_leads_to_itself, (const std::string& bytes)) {
  const auto path = decode_path("/" + encode_part(bytes));
  if (path) RC_ASSERT(*path == "/" + bytes);
}
