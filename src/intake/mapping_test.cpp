#include "intake/mapped_rows.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::intake {
namespace {

using base::json::Value;
using testing::HasSubstr;

constexpr std::string_view head = R"(name = "cases"
title = "Cases"
publisher = "elsewhere"
register = "delius"
subject = ["Ref"]
known = 2021-07-02
)";
constexpr std::string_view events = R"(
[[event]]
type = "person.registered"
valid = "unknown"
sealed.name = { columns = ["Given", "Family"], with = " " }
sealed.birth_date = { column = "Born", as = "day_uk" }

[[event]]
type = "supervision.practitioner_allocated"
when = { column = "Held", is = ["Y"] }
valid = { column = "Since", as = "day_serial" }
facts.practitioner = { column = "Staff", as = "pseudonym" }
facts.grade = { column = "Grade", words = { M = "probation_officer" }, others = "leave_out" }
)";
const std::vector<std::string> header = {"Ref", "Given", "Family", "Born", "Held", "Since", "Staff", "Grade"};
const std::vector<std::string> row = {"X1 ", "Ada", "Invented", "31/12/1990", "Y", "44228.37", "S9", "M"};

DataSet data_set(std::string_view text) {
  return data_set_of(std::make_shared<const Mapping>(read_mapping(text, "map.toml").value()));
}

std::string fault(std::string_view text) {
  const auto read = read_mapping(text, "map.toml");
  return read ? "none" : read.error().text();
}

Destination keyed(std::uint8_t key) {
  return {"a/log", std::nullopt, base::Digest{{key}}};
}

std::vector<Value> events_of(const std::vector<std::string>& fields, const Destination& destination) {
  static const DataSet set = data_set(std::string(head) + std::string(events));
  Warnings warnings;
  static const auto reader = set.reader(header, warnings).value();
  return reader->read(fields, warnings).value().events("the row", 1, destination);
}

std::string refusal(const std::vector<std::string>& fields) {
  const DataSet set = data_set(std::string(head) + std::string(events));
  Warnings warnings;
  const auto reader = set.reader(header, warnings).value();
  const auto read = reader->read(fields, warnings);
  return read ? "none" : read.error().text();
}

TEST(Mapping, MakesTheEventsThatItSays) {
  const auto made = events_of(row, keyed(1));
  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(*made[0].find("type")->text(), "person.registered");
  const Value& part = made[0].find("sealed")->array()->front();
  EXPECT_THAT(base::json::write(part), HasSubstr(R"("birth_date":"1990-12-31","name":"Ada Invented")"));
  EXPECT_EQ(*made[1].find("facts")->find("grade")->text(), "probation_officer");
  EXPECT_THAT(base::json::write(*made[1].find("valid")), HasSubstr("2021-02-01"));
  EXPECT_EQ(*made[0].find("stream"), *made[1].find("stream"));
  for (const Value& one : made) {
    EXPECT_EQ(base::json::write(*one.find("facts")).find("S9"), std::string::npos)
        << "a staff code in the open";
    EXPECT_EQ(*one.find("provider")->text(), "elsewhere");
  }
}

TEST(Mapping, NamesAreOfTheKeyAndTheReferenceAlone) {
  std::vector<std::string> changed = row;
  changed[1] = "Adam";
  EXPECT_EQ(*events_of(row, keyed(1))[0].find("stream"), *events_of(changed, keyed(1))[0].find("stream"));
  EXPECT_NE(*events_of(row, keyed(1))[0].find("stream"), *events_of(row, keyed(2))[0].find("stream"));
  EXPECT_NE(*events_of(row, keyed(1))[0].find("id"), *events_of(row, keyed(2))[0].find("id"));
  std::vector<std::string> other = row;
  other[0] = "X2";
  EXPECT_NE(*events_of(row, keyed(1))[0].find("stream"), *events_of(other, keyed(1))[0].find("stream"));
}

TEST(Mapping, WhatARowDoesNotSayIsLeftOut) {
  std::vector<std::string> sparse = row;
  sparse[3] = "";  // birth date
  sparse[7] = "P"; // a grade that the mapping leaves out
  const auto made = events_of(sparse, keyed(1));
  EXPECT_EQ(base::json::write(made[0]).find("birth_date"), std::string::npos);
  EXPECT_EQ(made[1].find("facts")->find("grade"), nullptr);
  sparse[4] = "N";
  EXPECT_EQ(events_of(sparse, keyed(1)).size(), 1U);
}

TEST(Mapping, TheFirstCharactersAreWholeOnes) {
  const DataSet set = data_set(std::string(head) + R"(
[[event]]
type = "supervision.provider_assigned"
facts.provider = { column = "Team", first = 3 }
)");
  Warnings warnings;
  const auto reader = set.reader({"Ref", "Team"}, warnings).value();
  const auto provider = [&](const std::string& team) {
    const auto made = reader->read({"X1", team}, warnings).value().events("row", 1, keyed(1));
    return *made.front().find("facts")->find("provider")->text();
  };
  EXPECT_EQ(provider("N03F01"), "N03");
  EXPECT_EQ(provider("\u00c9t\u00e9s"), "\u00c9t\u00e9");
  EXPECT_EQ(provider("N0"), "N0");
}

TEST(Mapping, RefusesWhatItDoesNotUnderstandAndNamesTheColumn) {
  const auto with = [](std::size_t column, const std::string& text) {
    std::vector<std::string> out = row;
    out[column] = text;
    return out;
  };
  EXPECT_EQ(refusal(row), "none");
  EXPECT_THAT(refusal(with(0, " ")), HasSubstr("Ref"));
  EXPECT_THAT(refusal(with(3, "1990-12-31")), HasSubstr("Born"));
  EXPECT_THAT(refusal(with(3, "31/02/1990")), HasSubstr("is no such day"));
  EXPECT_THAT(refusal(with(5, "soon")), HasSubstr("Since"));
  EXPECT_THAT(refusal(with(5, "44400")), HasSubstr("after the day of the extract"));
  EXPECT_THAT(refusal(with(6, "")), HasSubstr("practitioner is needed"));
}

TEST(Mapping, AFaultyFileSaysWhereAndWhatMayStandThere) {
  const auto whole = [](std::string_view part) { return std::string(head) + std::string(part); };
  EXPECT_THAT(fault("name = 3"), HasSubstr("'name' is missing, or no text"));
  EXPECT_THAT(fault("name = \"A b\""), HasSubstr("is no name"));
  EXPECT_THAT(fault(head), HasSubstr("no event is made of a row"));
  EXPECT_THAT(fault(whole("colour = \"red\"")), HasSubstr("'colour' means nothing here"));
  EXPECT_THAT(fault(whole("[[event]]\ntype = \"person.flown\"")),
              HasSubstr("event 1: there is no event type"));
  EXPECT_THAT(fault(whole("[[event]]\ntype = \"system.import_made\"")), HasSubstr("neither a person"));
  EXPECT_THAT(fault(whole("[[event]]\ntype = \"person.registered\"\nfacts.name = { column = \"N\" }")),
              HasSubstr("person.registered has no such part"));
  EXPECT_THAT(fault(whole("[[event]]\ntype = \"sentence.imposed\"")), HasSubstr("is about one order"));
  EXPECT_THAT(fault(whole("[[event]]\ntype = \"person.registered\"\nfacts.sex = \"purple\"")),
              HasSubstr("'purple' is no code of sex"));
  EXPECT_THAT(
      fault(whole("[[event]]\ntype = \"person.registered\"\nfacts.sex = { column = \"S\", as = \"day\" }")),
      HasSubstr("does not go there"));
  EXPECT_THAT(
      fault(whole("[[event]]\ntype = \"person.registered\"\n[[event]]\ntype = \"workforce.absence_ended\"")),
      HasSubstr("event 2: workforce.absence_ended stands on another kind of record"));
}

} // namespace
} // namespace probity::intake
