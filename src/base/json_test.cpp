#include "base/json.h"

#include <bit>
#include <gtest/gtest.h>

namespace probity::base::json {
namespace {

struct Refusal {
  const char* name;
  std::string text;
  ErrorCode code;
  std::string where;
};

std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
  return out << refusal.name;
}

std::string nested(int depth) {
  std::string out;
  for (int i = 1; i < depth; ++i)
    out += "{\"a\":";
  out += "{}";
  out.append(static_cast<std::size_t>(depth - 1), '}');
  return out;
}

std::string quoted(std::size_t length) {
  std::string out(length + 2, 'x');
  out.front() = out.back() = '"';
  return out;
}

class Refused : public testing::TestWithParam<Refusal> {};

TEST_P(Refused, WithCodeAndPlace) {
  const auto result = parse(GetParam().text, Spelling::any);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, GetParam().code) << result.error().text();
  EXPECT_EQ(result.error().where, GetParam().where) << result.error().text();
  EXPECT_FALSE(result.error().message.empty());
}

constexpr ErrorCode invalid = ErrorCode::invalid_input;
INSTANTIATE_TEST_SUITE_P(
    Json, Refused,
    testing::Values(
        Refusal{"empty", "", invalid, ""}, Refusal{"blank", " \n", invalid, ""},
        Refusal{"fraction", R"({"a":{"b":[1,2.5]}})", invalid, "/a/b/1"},
        Refusal{"whole_fraction", R"({"a":1.0})", invalid, "/a"},
        Refusal{"exponent", R"({"a":1e3})", invalid, "/a"}, Refusal{"null", R"({"a":null})", invalid, "/a"},
        Refusal{"duplicate", R"({"b":1,"a":2,"b":3})", invalid, "/b"},
        Refusal{"duplicate_neighbours", R"({"x":{"b":1,"b":1}})", invalid, "/x/b"},
        Refusal{"duplicate_by_escape", R"({"a":1,"\u0061":1})", invalid, "/a"},
        Refusal{"capital_key", R"({"a":{"Day":1}})", invalid, "/a/Day"},
        Refusal{"empty_key", R"({"":1})", invalid, "/"}, Refusal{"digit_key", R"({"1a":1})", invalid, "/1a"},
        Refusal{"slash_key", R"({"a/b~":1})", invalid, "/a~1b~0"},
        Refusal{"above", R"({"a":9007199254740992})", invalid, "/a"},
        Refusal{"below", R"({"a":-9007199254740992})", invalid, "/a"},
        Refusal{"far_above", R"({"a":123456789012345678901234567890})", invalid, "/a"},
        Refusal{"leading_zero", R"({"a":01})", invalid, "/a"}, Refusal{"plus", R"({"a":+1})", invalid, "/a"},
        Refusal{"minus", R"({"a":-})", invalid, "/a"}, Refusal{"nan", R"({"a":NaN})", invalid, "/a"},
        Refusal{"deep", nested(9), ErrorCode::too_large, "/a/a/a/a/a/a/a/a"},
        Refusal{"deep_array", "[[[[[[[[[]]]]]]]]]", ErrorCode::too_large, "/0/0/0/0/0/0/0/0"},
        Refusal{"large", quoted(59'999), ErrorCode::too_large, ""},
        Refusal{"byte_order_mark", "\xEF\xBB\xBF{}", invalid, ""},
        Refusal{"bad_utf8", "{\"a\":[\"x\",\"\xC3\x28\"]}", invalid, "/a/1"},
        Refusal{"overlong", "{\"a\":\"\xC0\xAF\"}", invalid, "/a"},
        Refusal{"encoded_surrogate", "{\"a\":\"\xED\xA0\x80\"}", invalid, "/a"},
        Refusal{"cut_character", "{\"a\":\"\xE2\x82", invalid, "/a"},
        Refusal{"bad_utf8_after", "{\"a\":1}\xFF", invalid, ""},
        Refusal{"lone_high", R"({"a":"\ud800"})", invalid, "/a"},
        Refusal{"lone_low", R"({"a":"\udc00"})", invalid, "/a"},
        Refusal{"high_high", R"({"a":"\ud800\ud800"})", invalid, "/a"},
        Refusal{"nul", R"({"a":"x\u0000y"})", invalid, "/a"},
        Refusal{"raw_nul", std::string("{\"a\":\"x\0y\"}", 11), invalid, "/a"},
        Refusal{"raw_control", "{\"a\":\"x\ny\"}", invalid, "/a"},
        Refusal{"bad_escape", R"({"a":"\x41"})", invalid, "/a"},
        Refusal{"short_escape", R"({"a":"\u00"})", invalid, "/a"},
        Refusal{"trailing_comma", R"({"a":[1,]})", invalid, "/a/1"},
        Refusal{"trailing_member_comma", R"({"a":1,})", invalid, ""},
        Refusal{"missing_comma", R"({"a":[1 2]})", invalid, "/a"},
        Refusal{"missing_colon", R"({"a" 1})", invalid, "/a"}, Refusal{"open", R"({"a":[1)", invalid, "/a"},
        Refusal{"open_text", R"({"a":"x)", invalid, "/a"}, Refusal{"garbage", R"({"a":1}x)", invalid, ""},
        Refusal{"two_values", "{}{}", invalid, ""},
        Refusal{"nul_after", std::string({'{', '}', '\0'}), invalid, ""},
        Refusal{"word", R"({"a":truth})", invalid, "/a"}, Refusal{"comment", "{/**/}", invalid, ""},
        Refusal{"single_quote", "{'a':1}", invalid, ""},
        Refusal{"closes_wrong", R"({"a":[1}})", invalid, "/a"}),
    [](const auto& test) { return std::string(test.param.name); });

struct OtherSpelling {
  const char* name;
  std::string text;
  std::string canonical;
  std::string at;
};

std::ostream& operator<<(std::ostream& out, const OtherSpelling& spelling) {
  return out << spelling.name;
}

class Respelled : public testing::TestWithParam<OtherSpelling> {};

TEST_P(Respelled, IsReadByPeopleAndRefusedByMachines) {
  const auto any = parse(GetParam().text, Spelling::any);
  ASSERT_TRUE(any.has_value()) << any.error().text();
  EXPECT_EQ(write(*any), GetParam().canonical);
  const auto strict = parse(GetParam().text);
  ASSERT_FALSE(strict.has_value());
  EXPECT_EQ(strict.error().code, ErrorCode::not_canonical);
  EXPECT_NE(strict.error().message.find("byte " + GetParam().at + ":"), std::string::npos)
      << strict.error().message;
  EXPECT_FALSE(strict.error().hint.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Json, Respelled,
    testing::Values(OtherSpelling{"space", R"({"a": 1})", R"({"a":1})", "5"},
                    OtherSpelling{"order", R"({"b":1,"a":2})", R"({"a":2,"b":1})", "2"},
                    OtherSpelling{"escape", R"({"a":"\u0041"})", R"({"a":"A"})", "6"},
                    OtherSpelling{"solidus", R"({"a":"\/"})", R"({"a":"/"})", "6"},
                    OtherSpelling{"minus_zero", R"({"a":-0})", R"({"a":0})", "5"},
                    OtherSpelling{"capital_hex", R"({"a":"\u001F"})", R"({"a":"\u001f"})", "11"},
                    OtherSpelling{"pair", R"({"a":"\ud83d\ude00"})", "{\"a\":\"\xF0\x9F\x98\x80\"}", "6"},
                    OtherSpelling{"line_end", "{}\n", "{}", "2"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Json, CanonicalTextIsItsOwnPrint) {
  for (const std::string text :
       {R"({})", R"([])", R"({"a":[],"b":{}})", R"(true)", R"("x")", R"(0)", R"(-1)",
        R"({"a":9007199254740991,"b":-9007199254740991,"c":true,"d":false,"e":"é€😀"})",
        R"({"a":"\"\\\b\f\n\r\t\u0001\u001f/"})", "{\"a\":\"\x7F\"}"}) {
    const auto value = parse(text);
    ASSERT_TRUE(value.has_value()) << value.error().text();
    EXPECT_EQ(write(*value), text);
  }
  EXPECT_TRUE(parse(nested(8)).has_value());
  EXPECT_TRUE(parse(quoted(59'998)).has_value());
}

TEST(Json, LimitsAreTheCallers) {
  EXPECT_TRUE(parse(nested(12), Spelling::canonical, {.bytes = 1'000, .depth = 12}).has_value());
  EXPECT_FALSE(parse(nested(13), Spelling::canonical, {.bytes = 1'000, .depth = 12}).has_value());
  EXPECT_FALSE(parse(R"("xxx")", Spelling::canonical, {.bytes = 4, .depth = 8}).has_value());
}

TEST(Json, MembersAreSortedFoundSetAndErased) {
  Value value(Object{{"b", Value(true)}, {"a", Value(std::int64_t{1})}});
  EXPECT_EQ(write(value), R"({"a":1,"b":true})");
  value.set("aa", Value("x"));
  value.set("b", Value(Array{Value(false)}));
  EXPECT_EQ(write(value), R"({"a":1,"aa":"x","b":[false]})");
  ASSERT_NE(value.find("aa"), nullptr);
  EXPECT_EQ(*value.find("aa")->text(), "x");
  EXPECT_EQ(value.find("c"), nullptr);
  EXPECT_EQ(Value("text").find("c"), nullptr);
  EXPECT_TRUE(value.erase("aa"));
  EXPECT_FALSE(value.erase("aa"));
  EXPECT_EQ(write(value), R"({"a":1,"b":[false]})");
}

TEST(Json, CanonicaliseFollowsRfc8785) {
  const auto check = [](std::string_view text, std::string_view expected) {
    const auto result = canonicalise(text);
    ASSERT_TRUE(result.has_value()) << result.error().text();
    EXPECT_EQ(*result, expected);
  };
  check(R"({ "b" : [ null , 1E30, 4.50, 2e-3 ], "A" : "\u20ac\u000F\u0000" })",
        "{\"A\":\"€\\u000f\\u0000\",\"b\":[null,1e+30,4.5,0.002]}");
  check("{\"\xEF\xAC\xB3\":1,\"\xF0\x9F\x98\x82\":2}", "{\"\xF0\x9F\x98\x82\":2,\"\xEF\xAC\xB3\":1}");
  check("[1e-400,-0,0e999,-1e-999999999999999999999,0.000e-5]", "[0,0,0,0,0]");
  check(R"([{},[],{"":{}}])", R"([{},[],{"":{}}])");
  check("9007199254740993", "9007199254740992");
  for (const char* text : {"1e400", "-1e999999999999999999999", "[1,]", "{\"a\":1,\"a\":1}", "NaN", "01",
                           "\"\\ud800\"", "\xEF\xBB\xBF{}", "\"\xFF\"", ""})
    EXPECT_FALSE(canonicalise(text).has_value()) << text;
  EXPECT_FALSE(canonicalise(std::string(100'000, '[')).has_value());
}

TEST(Json, NumbersAreWrittenAsEcmaScriptWritesThem) {
  EXPECT_EQ(number_text(0.0), "0");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(1e21), "1e+21");
  EXPECT_EQ(number_text(123456789012345680000.0), "123456789012345680000");
  EXPECT_EQ(number_text(1e-6), "0.000001");
  EXPECT_EQ(number_text(1.5e-7), "1.5e-7");
  EXPECT_EQ(number_text(-333333333.33333329), "-333333333.3333333");
  EXPECT_EQ(number_text(5e-324), "5e-324");
  EXPECT_EQ(number_text(std::bit_cast<double>(0x7FEFFFFFFFFFFFFFULL)), "1.7976931348623157e+308");
}

} // namespace
} // namespace probity::base::json
