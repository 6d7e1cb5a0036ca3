#include "intake/iowa.h"

#include <gmock/gmock-more-matchers.h>
#include <rapidcheck/gtest.h>
#include <set>

#include "record/vocabulary.h"

namespace probity::intake {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> header = {"Fiscal Year Released",
                                         "Recidivism Reporting Year",
                                         "Main Supervising District",
                                         "Release Type",
                                         "Race - Ethnicity",
                                         "Age At Release ",
                                         "Sex",
                                         "Offense Classification",
                                         "Offense Type",
                                         "Offense Subtype",
                                         "Return to Prison",
                                         "Days to Return",
                                         "Recidivism Type",
                                         "New Offense Classification",
                                         "New Offense Type",
                                         "New Offense Sub Type",
                                         "Target Population"};

// Rows of our own, in the shape of the published ones.
std::vector<std::string> returned() {
  return {"2011",  "2014", "9JD", "Parole", "Group - A", "25-34", "Female",      "D Felony", "Property",
          "Theft", "Yes",  "400", "New",    "C Felony",  "Drug",  "Trafficking", "Yes"};
}
std::vector<std::string> stayed_out() {
  return {"2012", "2015",          "", "", "", "",  "", "D Felony", "Drug", "Trafficking", "No",
          "",     "No Recidivism", "", "", "", "No"};
}

std::string line(const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i)
    out += (i == 0 ? "" : ",") + fields[i];
  return out;
}

Columns columns() {
  Warnings ignored;
  return find_iowa_columns(header, ignored).value();
}

base::Result<IowaRelease> read(std::vector<std::string> fields) {
  Warnings ignored;
  return read_iowa_row(columns(), fields, ignored);
}

std::vector<std::string> with(std::vector<std::string> fields, IowaColumn column, std::string text) {
  fields[static_cast<std::size_t>(column)] = std::move(text);
  return fields;
}

const Destination destination{"import/iowa", base::parse_instant("2018-07-01T05:00:00.000000Z")};

std::vector<base::json::Value> events(const std::vector<std::string>& fields, std::uint64_t occurrence = 1) {
  return iowa_events(read(fields).value(), line(fields), occurrence, destination);
}

TEST(IowaHeader, NamesMayHaveBlanksOtherCaseAndOrder) {
  std::vector<std::string> mixed(header.rbegin(), header.rend());
  mixed[0] = "TARGET population";
  mixed.emplace_back("Something New");
  Warnings warnings;
  const auto found = find_iowa_columns(mixed, warnings);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->width(), 18U);
  EXPECT_EQ(found->position(static_cast<std::size_t>(IowaColumn::fiscal_year)), 16U);
  EXPECT_EQ(warnings, (Warnings{{"blanks_around_column_name", 1}, {"unknown_column", 1}}));
}

TEST(IowaHeader, AWrongOneNamesWhatIsMissingOrTwice) {
  std::vector<std::string> wrong = header;
  wrong[0] = "Year";
  wrong[6] = "Age At Release";
  Warnings warnings;
  const auto found = find_iowa_columns(wrong, warnings);
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().message, AllOf(HasSubstr("lacks the columns: Fiscal Year Released, Sex"),
                                           HasSubstr("stand twice: Age At Release")));
}

TEST(IowaRow, EveryReleaseTypeHasItsCode) {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"Parole", "parole"},
      {"Parole Granted", "parole"},
      {"Discharged \xE2\x80\x93 End of Sentence", "discharged_end_of_sentence"},
      {"Discharged - End of Sentence", "discharged_end_of_sentence"},
      {"Discharged - Expiration of Sentence", "discharged_end_of_sentence"},
      {"", "not_stated"},
      {"Released to Special Sentence", "special_sentence"},
      {"Special Sentence", "special_sentence"},
      {"Paroled w/Immediate Discharge", "parole_with_immediate_discharge"},
      {"Paroled to Detainer - Out of State", "parole_to_detainer"},
      {"Paroled to Detainer - INS", "parole_to_detainer"},
      {"Paroled to Detainer - U.S. Marshall", "parole_to_detainer"},
      {"Paroled to Detainer - Iowa", "parole_to_detainer"},
      {"Interstate Compact Parole", "interstate_compact_parole"}};
  for (const auto& [text, code] : texts) {
    const auto release = read(with(returned(), IowaColumn::release_type, text));
    ASSERT_TRUE(release) << text;
    EXPECT_EQ(release->release_type, code);
    EXPECT_EQ(release->source_release_type, text) << "the source's own words stay";
  }
}

TEST(IowaRow, WhatContradictsItselfOrIsNotUnderstoodIsRefused) {
  const std::vector<std::tuple<std::vector<std::string>, IowaColumn, std::string, std::string>> wrong = {
      {returned(), IowaColumn::fiscal_year, "20", "no fiscal year"},
      {returned(), IowaColumn::fiscal_year, "", "no fiscal year"},
      {returned(), IowaColumn::reporting_year, "2015", "three years after"},
      {returned(), IowaColumn::release_type, "Let go", "none of the texts known"},
      {returned(), IowaColumn::sex, "F", "none of the texts known"},
      {returned(), IowaColumn::age, "12-13", "none of the texts known"},
      {returned(), IowaColumn::returned, "Perhaps", "neither Yes nor No"},
      {returned(), IowaColumn::days, "", "not said after how many days"},
      {returned(), IowaColumn::days, "1096", "from 0 to 1095"},
      {returned(), IowaColumn::days, "-1", "from 0 to 1095"},
      {returned(), IowaColumn::days, "12.5", "from 0 to 1095"},
      {returned(), IowaColumn::recidivism_type, "No Recidivism", "does not say whether"},
      {returned(), IowaColumn::target_population, "", "neither Yes nor No"},
      {returned(), IowaColumn::district, "9\vJD", "no control characters"},
      {returned(), IowaColumn::offence_class, "D\x7F Felony", "no control characters"},
      {returned(), IowaColumn::new_subtype, std::string(81, 'x'), "1 to 80 characters"},
      {stayed_out(), IowaColumn::days, "7", "did not return, yet after 7 days"},
      {stayed_out(), IowaColumn::recidivism_type, "Tech", "contradicts"},
      {stayed_out(), IowaColumn::new_type, "Drug", "a new offence is named"}};
  for (const auto& [row, column, text, message] : wrong) {
    const auto release = read(with(row, column, text));
    ASSERT_FALSE(release) << message;
    EXPECT_THAT(release.error().message, HasSubstr(message));
  }
  std::vector<std::string> cut = returned();
  cut.resize(9);
  EXPECT_THAT(read(cut).error().message, HasSubstr("the row has 9 fields, the header 17"));
}

TEST(IowaRow, BlanksAreCountedNotFilled) {
  Warnings warnings;
  const auto release = read_iowa_row(columns(), stayed_out(), warnings);
  ASSERT_TRUE(release);
  EXPECT_EQ(warnings,
            (Warnings{{"blank_age", 1}, {"blank_district", 1}, {"blank_release_type", 1}, {"blank_sex", 1}}));
  const auto made = events(stayed_out());
  ASSERT_EQ(made.size(), 2U) << "no body is assigned, nobody returns";
  EXPECT_EQ(base::json::write(*made[0].find("facts")), "{}");
  EXPECT_EQ(base::json::write(*made[0].find("valid")), R"({"precision":"unknown"})");
}

TEST(IowaEvents, SayWhatTheRowSaysAndNoMore) {
  const auto made = events(returned());
  ASSERT_EQ(made.size(), 4U);
  EXPECT_EQ(base::json::write(*made[0].find("facts")), R"({"age_band":"25_34","sex":"female"})");
  EXPECT_THAT(base::json::write(*made[0].find("sealed")), HasSubstr(line(returned())));
  EXPECT_EQ(base::json::write(*made[1].find("facts")), R"({"provider":"9JD"})");
  EXPECT_EQ(base::json::write(*made[1].find("valid")), R"({"from":"2010-07-01","precision":"year"})");
  EXPECT_EQ(base::json::write(*made[2].find("valid")), R"({"from":"2010-07-01","precision":"year"})");
  EXPECT_EQ(base::json::write(*made[2].find("facts")),
            R"({"offence_class":"D Felony","offence_subtype":"Theft","offence_type":"Property",)"
            R"("release_type":"parole","reporting_year":2014,"source_type":"Parole",)"
            R"("target_population":true})");
  EXPECT_EQ(base::json::write(*made[3].find("facts")),
            R"({"offence_class":"C Felony","offence_subtype":"Trafficking","offence_type":"Drug",)"
            R"("reason":"new_offence"})");
  EXPECT_EQ(base::json::write(*made[3].find("valid")),
            R"({"after":")" + *made[2].find("id")->text() + R"(","days":400})");
  for (const base::json::Value& event : made) {
    EXPECT_THAT(record::validate(event), IsEmpty());
    EXPECT_EQ(*event.find("stream"), *made[0].find("stream"));
  }
}

TEST(IowaEvents, NamesAreOfRowOccurrenceAndPurpose) {
  EXPECT_EQ(row_name(iowa(), "row", 1, "person"), row_name(iowa(), "row", 1, "person"));
  const std::set<std::array<std::uint8_t, 16>> names = {
      row_name(iowa(), "row", 1, "person"), row_name(iowa(), "row", 2, "person"),
      row_name(iowa(), "row", 1, "custody"), row_name(iowa(), "row ", 1, "person"),
      row_name(iowa(), "row1", 1, "person")};
  EXPECT_EQ(names.size(), 5U);
}

// Ids of all events of rows, numbering equal ones by order.
std::set<std::string> ids(const std::vector<std::vector<std::string>>& rows) {
  std::map<std::string, std::uint64_t> seen;
  std::set<std::string> out;
  for (const auto& row : rows)
    for (const auto& event : events(row, ++seen[line(row)]))
      out.insert(*event.find("id")->text());
  return out;
}

RC_GTEST_PROP(IowaLaws, AnotherOrderOfRowsNamesTheSameEvents, ()) {
  auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::map(rc::gen::inRange(0, 8), [](int days) {
        return days == 0 ? stayed_out() : with(returned(), IowaColumn::days, std::to_string(days));
      }));
  const std::set<std::string> before = ids(rows);
  std::size_t expected = 0;
  for (const auto& row : rows)
    expected += row == stayed_out() ? 2 : 4;
  RC_ASSERT(before.size() == expected); // exact copies are told apart
  for (std::size_t i = rows.size(); i > 1; --i)
    std::swap(rows[i - 1], rows[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(i)))]);
  RC_ASSERT(ids(rows) == before);
}

} // namespace
} // namespace probity::intake
