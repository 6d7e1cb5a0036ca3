#include "rules/register.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace probity::rules {
namespace {

base::Day on(std::string_view text) {
  return *base::parse_day(text);
}

base::Result<Register> parsed(std::string_view text) {
  const RuleFile file{"plan.toml", text};
  return Register::parse({&file, 1});
}

constexpr std::string_view three_values = R"(
schema = 1
every.id = "plan"
every.unit = "business_day"
every.source = "schedule 9"
row = [
  { value = 15, valid_from = 2015-02-01, published_on = 2014-10-01 },
  { value = 20, valid_from = 2016-06-01, published_on = 2016-03-01, withdrawn_on = 2016-09-01 },
  { value = 10, valid_from = 2017-01-01, valid_to = 2017-12-31, published_on = 2017-02-01 },
]
)";

std::string found(const Register& rules, std::string_view day, std::string_view known) {
  auto row = rules.value("plan", on(day), on(known));
  return row ? (*row)->value : "none";
}

TEST(Register, AnswersByTheDayAndByWhatWasPublic) {
  Register rules = parsed(three_values).value();
  EXPECT_EQ(found(rules, "2015-01-31", "2020-01-01"), "none") << "before it held";
  EXPECT_EQ(found(rules, "2015-02-01", "2014-10-01"), "15");
  EXPECT_EQ(found(rules, "2015-02-01", "2014-09-30"), "none") << "before it was public";
  EXPECT_EQ(found(rules, "2016-06-01", "2016-02-29"), "15");
  EXPECT_EQ(found(rules, "2016-06-01", "2016-03-01"), "20");
  EXPECT_EQ(found(rules, "2016-05-31", "2016-03-01"), "15");
  EXPECT_EQ(found(rules, "2016-06-01", "2016-08-31"), "20");
  EXPECT_EQ(found(rules, "2016-06-01", "2016-09-01"), "15") << "withdrawn";
  EXPECT_EQ(found(rules, "2017-01-15", "2017-01-15"), "15") << "the newer row was published after the day";
  EXPECT_EQ(found(rules, "2017-01-15", "2017-02-01"), "10");
  EXPECT_EQ(found(rules, "2018-01-01", "2018-01-01"), "none")
      << "an ended row is not replaced by an older one";
}

TEST(Register, SaysWhatItDoesNotHave) {
  Register rules = parsed(three_values).value();
  auto unknown = rules.value("plans", on("2016-01-01"), on("2016-01-01"));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, base::ErrorCode::not_found);
  EXPECT_NE(unknown.error().message.find("plans"), std::string::npos);
}

TEST(Register, ReadsNumbersDecimalsAndMoney) {
  Register rules = parsed(R"(
schema = 1
every = { valid_from = 2015-02-01, published_on = 2015-02-01, source = "s" }
row = [
  { id = "days", unit = "business_day", value = 5 },
  { id = "money", unit = "money", value = "-£2,000.00" },
  { id = "share", unit = "percent", value = "0.25" },
]
)")
                       .value();
  auto row = [&](std::string_view id) { return *rules.value(id, on("2016-01-01"), on("2016-01-01")); };
  EXPECT_EQ(row("days")->integer().value(), 5);
  EXPECT_EQ(row("money")->money().value(), base::Money{-200000});
  EXPECT_EQ(row("share")->decimal().value(), base::Rational::of(1, 4));
  EXPECT_FALSE(row("share")->integer());
  EXPECT_FALSE(row("days")->money());
  EXPECT_FALSE(row("money")->decimal());
}

TEST(Register, NamesFileRowAndFieldOfAFault) {
  struct Fault {
    std::string_view row, expected;
  };
  constexpr std::string_view good =
      R"(id = "a", unit = "month", value = 1, valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")";
  auto with = [&](std::string_view row) {
    return parsed("schema = 1\nrow = [\n { " + std::string(good) + " },\n { " + std::string(row) +
                  " },\n]\n");
  };
  for (
      const Fault& fault : {
          Fault{
              R"(unit = "month", value = 1, valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "id"},
          Fault{
              R"(id = "b", unit = "moons", value = 1, valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "unit"},
          Fault{
              R"(id = "b", unit = "month", value = 1.5, valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "value"},
          Fault{
              R"(id = "b", unit = "month", value = "1", valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "value"},
          Fault{
              R"(id = "b", unit = "money", value = "2000 pounds", valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "value"},
          Fault{
              R"(id = "b", unit = "money", value = 2000, valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "value"},
          Fault{
              R"(id = "b", unit = "month", valid_from = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "value"},
          Fault{
              R"(id = "b", unit = "month", value = 1, valid_from = "2015-02-01", published_on = 2015-02-01, source = "s")",
              "valid_from"},
          Fault{R"(id = "b", unit = "month", value = 1, published_on = 2015-02-01, source = "s")",
                "valid_from"},
          Fault{
              R"(id = "b", unit = "month", value = 1, valid_from = 2015-02-01, valid_to = 2015-01-31, published_on = 2015-02-01, source = "s")",
              "valid_to"},
          Fault{
              R"(id = "b", unit = "month", value = 1, on = 2015-02-01, valid_to = 2015-02-01, published_on = 2015-02-01, source = "s")",
              "on"},
          Fault{R"(id = "b", unit = "month", value = 1, valid_from = 2015-02-01, source = "s")",
                "published_on"},
          Fault{
              R"(id = "b", unit = "month", value = 1, valid_from = 2015-02-01, published_on = 2015-02-01, withdrawn_on = 2015-01-01, source = "s")",
              "withdrawn_on"},
          Fault{R"(id = "b", unit = "month", value = 1, valid_from = 2015-02-01, published_on = 2015-02-01)",
                "source"},
          Fault{
              R"(id = "b", unit = "month", value = 1, valid_from = 2015-02-01, published_on = 2015-02-01, source = "")",
              "source"},
          Fault{
              R"(id = "b", unit = "month", value = 1, valid_from = 2015-02-01, published_on = 2015-02-01, source = "s", colour = 1)",
              "colour"},
      }) {
    auto rules = with(fault.row);
    ASSERT_FALSE(rules) << fault.row;
    EXPECT_EQ(rules.error().where, "plan.toml row 2 (line 4)") << fault.row;
    EXPECT_EQ(rules.error().message.rfind("field " + std::string(fault.expected) + " ", 0), 0U)
        << rules.error().text();
  }
  auto twice = with(good);
  ASSERT_FALSE(twice);
  EXPECT_NE(twice.error().message.find("row 1"), std::string::npos);
  EXPECT_NE(twice.error().where.find("row 2"), std::string::npos);
}

TEST(Register, RefusesWhatIsNotARuleFile) {
  EXPECT_EQ(parsed("schema = 1\nrow = [\n { id = }\n]").error().where, "plan.toml line 3");
  EXPECT_FALSE(parsed("row = []"));
  EXPECT_FALSE(parsed("schema = 2\nrow = []"));
  EXPECT_FALSE(parsed("schema = 1"));
  EXPECT_FALSE(parsed("schema = 1\nrow = [ 3 ]"));
  EXPECT_FALSE(parsed("schema = 1\nrow = []\nrows = []"));
}

TEST(Register, DoesNotDependOnTheOrderOfItsFiles) {
  const std::string other =
      "schema = 1\nevery.source = \"s\"\nrow = [ { id = \"x\", unit = \"text\", value = \"v\", on = "
      "2015-02-01, published_on = 2015-02-01 } ]\n";
  const RuleFile forwards[] = {{"a.toml", three_values}, {"b.toml", other}};
  const RuleFile backwards[] = {{"b.toml", other}, {"a.toml", three_values}};
  const RuleFile renamed[] = {{"b.toml", three_values}, {"a.toml", other}};
  Register first = Register::parse(forwards).value();
  EXPECT_EQ(first.digest(), Register::parse(backwards).value().digest());
  EXPECT_NE(first.digest(), Register::parse(renamed).value().digest());
  EXPECT_EQ(first.rows().size(), 4U);
  EXPECT_EQ(first.rows("plan").size(), 3U);
  EXPECT_EQ(first.rows("x")[0].where, "b.toml row 1 (line 3)");
}

TEST(Register, LoadsADirectory) {
  const std::filesystem::path directory = std::filesystem::path(testing::TempDir()) / "probity_register_test";
  std::filesystem::remove_all(directory);
  EXPECT_EQ(Register::load(directory.string()).error().code, base::ErrorCode::io);
  std::filesystem::create_directories(directory);
  EXPECT_EQ(Register::load(directory.string()).error().code, base::ErrorCode::not_found);
  std::ofstream(directory / "plan.toml") << three_values;
  std::ofstream(directory / "README.md") << "not a rule";
  auto rules = Register::load(directory.string());
  ASSERT_TRUE(rules) << rules.error().text();
  EXPECT_EQ(rules->digest(), parsed(three_values)->digest());
  std::filesystem::remove_all(directory);
}

TEST(EnglandWales, HoldsTheLimitsOfSupervisionWithTheirSource) {
  const Register& rules = england_wales();
  auto number = [&](std::string_view id) {
    auto row = rules.value(id, on("2016-03-21"), on("2016-03-21"));
    return row ? (*row)->integer().value_or(-1) : -2;
  };
  EXPECT_EQ(number("first_contact.community"), 5);
  EXPECT_EQ(number("first_contact.licence"), 1);
  EXPECT_EQ(number("plan.after_first_attendance"), 15);
  EXPECT_EQ(number("breach.referred"), 8);
  EXPECT_EQ(number("unpaid_work.arranged"), 7);
  EXPECT_EQ(number("enforcement.evidence_window"), 6);
  EXPECT_EQ(number("release_recorded.limit"), 0);
  const Row* penalty = *rules.value("release_recorded.penalty", on("2016-03-21"), on("2016-03-21"));
  EXPECT_EQ(penalty->money().value(), base::Money{200000});
  EXPECT_NE(penalty->note.find("Unverified"), std::string::npos);
}

} // namespace
} // namespace probity::rules
