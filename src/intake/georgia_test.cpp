#include "intake/georgia.h"

#include <gmock/gmock-more-matchers.h>
#include <rapidcheck/gtest.h>
#include <set>

#include "intake/georgia_columns.h"
#include "record/vocabulary.h"

namespace probity::intake {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

std::vector<std::string> header() {
  std::vector<std::string> out;
  for (const georgia_data::Column& column : georgia_data::columns)
    out.emplace_back(column.name);
  return out;
}

std::size_t at(std::string_view name) {
  const auto names = header();
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

using Fields = std::vector<std::string>;
Fields with(Fields fields, std::string_view column, std::string text) {
  fields.at(at(column)) = std::move(text);
  return fields;
}

// A row of our own, in the shape of the published ones: a man arrested in his second year.
Fields arrested() {
  Fields out;
  for (const georgia_data::Column& column : georgia_data::columns) {
    using georgia_data::Kind;
    switch (column.kind) {
    case Kind::level: {
      const std::string_view rest = column.levels.substr(1);
      out.emplace_back(rest.substr(0, rest.find('|')));
      break;
    }
    case Kind::decimal:
      out.emplace_back("0.25");
      break;
    case Kind::truth:
    case Kind::outcome:
      out.emplace_back("false");
      break;
    default:
      out.emplace_back("1");
    }
  }
  out = with(out, "Recidivism_Within_3years", "true");
  return with(out, "Recidivism_Arrest_Year2", "true");
}

std::string line(const Fields& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i)
    out += (i == 0 ? "" : ",") + fields[i];
  return out;
}

base::Result<GeorgiaPerson> read(const Fields& fields) {
  Warnings ignored;
  return read_georgia_row(find_georgia_columns(header(), ignored).value(), fields, ignored);
}

const Destination destination{"import/georgia", base::parse_instant("2019-01-01T05:00:00.000000Z")};

std::vector<base::json::Value> events(const Fields& fields) {
  return georgia_events(read(fields).value(), line(fields), 1, destination);
}

std::vector<std::string> types(const std::vector<base::json::Value>& events) {
  std::vector<std::string> out;
  for (const auto& event : events)
    out.push_back(*event.find("type")->text());
  return out;
}

TEST(GeorgiaHeader, AWrongOneNamesWhatIsMissing) {
  Fields wrong = header();
  wrong[0] = "Number";
  wrong.back() = "Race";
  Warnings warnings;
  const auto found = find_georgia_columns(wrong, warnings);
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().message, HasSubstr("lacks the columns: ID, Training_Sample"));
  EXPECT_THAT(found.error().message, HasSubstr("stand twice: Race"));
}

TEST(GeorgiaRow, WhatContradictsItselfOrIsNotUnderstoodIsRefused) {
  const std::vector<std::tuple<std::string, std::string, std::string>> wrong = {
      {"ID", "", "no whole number"},
      {"ID", "7a", "no whole number"},
      {"Race", "BLACK|WHITE", "none of the texts known"},
      {"Gender", "X", "none of the texts known"},
      {"Age_at_Release", "17", "none of the texts known"},
      {"Residence_PUMA", "26", "none of the texts known"},
      {"Supervision_Risk_Score_First", "11", "from 1 to 10"},
      {"Supervision_Risk_Score_First", "0", "from 1 to 10"},
      {"Dependents", "3", "neither a number below 3 nor \"3 or more\""},
      {"Dependents", "2 or more", "neither a number below 3"},
      {"Dependents", "-1", "neither a number below 3"},
      {"Gang_Affiliated", "perhaps", "neither true nor false"},
      {"Percent_Days_Employed", "0.1234567891", "at most nine decimals"},
      {"Percent_Days_Employed", "-0.5", "from 0 to 9999"},
      {"Percent_Days_Employed", "1.", "at most nine decimals"},
      {"Percent_Days_Employed", ".", "at most nine decimals"},
      {"Percent_Days_Employed", "1e3", "at most nine decimals"},
      {"Training_Sample", "", "no whole number from 0 to 1"},
      {"Recidivism_Arrest_Year1", "true", "the first arrest fell in year 1 already"},
      {"Recidivism_Arrest_Year2", "false", "contradicts the single years"},
      {"Recidivism_Within_3years", "false", "contradicts the single years"},
      {"Recidivism_Within_3years", "", "contradicts the single years"},
      {"Recidivism_Arrest_Year3", "", "neither true nor false"}};
  for (const auto& [column, text, message] : wrong) {
    const auto person = read(with(arrested(), column, text));
    ASSERT_FALSE(person) << column << " " << text;
    EXPECT_THAT(person.error().message, HasSubstr(message)) << column << " " << text;
  }
  Fields cut = arrested();
  cut.resize(9);
  EXPECT_THAT(read(cut).error().message, HasSubstr("the row has 9 fields, the header 54"));
}

TEST(GeorgiaRow, TopCodesAndDecimalsStayWhatTheyAre) {
  Fields fields = with(arrested(), "Prior_Arrest_Episodes_Felony", "10 or more");
  fields = with(fields, "Delinquency_Reports", "4 or more");
  fields = with(fields, "Avg_Days_per_DrugTest", "1267.935578");
  fields = with(fields, "Jobs_Per_Year", "2");
  const GeorgiaPerson person = read(fields).value();
  EXPECT_THAT(person.numbers, Contains(Pair("Prior_Arrest_Episodes_Felony", 10)));
  EXPECT_EQ(person.at_least, std::vector<std::string>{"Prior_Arrest_Episodes_Felony"});
  EXPECT_EQ(person.activity_at_least, std::vector<std::string>{"Delinquency_Reports"});
  EXPECT_THAT(person.activity_billionths, Contains(Pair("Avg_Days_per_DrugTest", 1'267'935'578'000)));
  EXPECT_THAT(person.activity_billionths, Contains(Pair("Jobs_Per_Year", 2'000'000'000)));
}

TEST(GeorgiaRow, BlanksAreCountedNotFilled) {
  Fields fields = arrested();
  for (const georgia_data::Column& column : georgia_data::columns)
    if (column.kind != georgia_data::Kind::person && column.kind != georgia_data::Kind::outcome &&
        column.kind != georgia_data::Kind::division)
      fields = with(fields, column.name, "");
  Warnings warnings;
  const auto person = read_georgia_row(find_georgia_columns(header(), warnings).value(), fields, warnings);
  ASSERT_TRUE(person) << person.error().text();
  EXPECT_EQ(warnings.size(), 48U);
  EXPECT_EQ(warnings.at("blank_race"), 1U);
  EXPECT_EQ(types(events(fields)), (std::vector<std::string>{"person.registered", "custody.release_recorded",
                                                             "risk.factors_recorded", "offending.arrested",
                                                             "offending.follow_up_ended"}))
      << "no activity is made up";
}

TEST(GeorgiaEvents, TellWhatWasKnownAtReleaseApartFromWhatWasKnownAfterwards) {
  const auto made = events(arrested());
  ASSERT_EQ(types(made), (std::vector<std::string>{"person.registered", "custody.release_recorded",
                                                   "risk.factors_recorded", "supervision.activity_summarised",
                                                   "offending.arrested", "offending.follow_up_ended"}));
  const std::string factors = base::json::write(made[2]);
  const std::string activity = base::json::write(made[3]);
  for (const georgia_data::Column& column : georgia_data::columns) {
    const bool factor = factors.find("\"" + std::string(column.name)) != std::string::npos;
    const bool summed = activity.find("\"" + std::string(column.name)) != std::string::npos;
    const bool either = column.kind != georgia_data::Kind::person &&
                        column.kind != georgia_data::Kind::outcome &&
                        column.kind != georgia_data::Kind::division;
    EXPECT_EQ(factor, either && column.known == georgia_data::Known::at_release) << column.name;
    EXPECT_EQ(summed, either && column.known == georgia_data::Known::afterwards) << column.name;
  }
  const std::string release = *made[1].find("id")->text();
  EXPECT_EQ(base::json::write(*made[0].find("facts")), R"({"age_band":"18_22","sex":"male"})");
  EXPECT_EQ(base::json::write(*made[1].find("valid")),
            R"({"from":"2013-01-01","precision":"year","to":"2016-01-01"})");
  EXPECT_EQ(base::json::write(*made[2].find("valid")), R"({"after":")" + release + R"(","days":0})");
  EXPECT_EQ(base::json::write(*made[3].find("valid")), R"({"precision":"unknown"})");
}

TEST(GeorgiaEvents, AnArrestIsKnownToItsYearAfterReleaseOnly) {
  const auto made = events(arrested());
  const std::string release = *made[1].find("id")->text();
  EXPECT_EQ(base::json::write(*made[4].find("facts")),
            R"({"counted_from":")" + release + R"(","period":2,"unit":"year"})");
  EXPECT_EQ(base::json::write(*made[4].find("valid")),
            R"({"from":"2014-01-01","precision":"year","to":"2018-01-01"})");
  EXPECT_EQ(base::json::write(*made[5].find("valid")), R"({"after":")" + release + R"(","months":36})");
}

TEST(GeorgiaEvents, AreAcceptedByTheVocabularyAndOfOneStream) {
  for (const auto& event : events(arrested())) {
    EXPECT_THAT(record::validate(event), IsEmpty());
    EXPECT_EQ(*event.find("stream")->text(), georgia_stream("1").hex());
  }
}

RC_GTEST_PROP(GeorgiaLaws, ARowThatIsKeptSaysExactlyWhatStandsInIt, ()) {
  Fields fields = arrested();
  fields = with(fields, "ID", std::to_string(*rc::gen::inRange(1, 9'999'999)));
  const int felonies = *rc::gen::inRange(0, 11);
  fields =
      with(fields, "Prior_Arrest_Episodes_Felony", felonies == 10 ? "10 or more" : std::to_string(felonies));
  const int billionths = *rc::gen::inRange(0, 1'000'000'000);
  std::string decimals = std::to_string(billionths);
  decimals.insert(0, 9 - decimals.size(), '0');
  fields = with(fields, "Percent_Days_Employed", "0." + decimals);
  const int year = *rc::gen::inRange(0, 4);
  fields = with(fields, "Recidivism_Within_3years", year == 0 ? "false" : "true");
  for (int i = 1; i <= 3; ++i)
    fields = with(fields, "Recidivism_Arrest_Year" + std::to_string(i), i == year ? "true" : "false");
  const auto person = read(fields);
  RC_ASSERT(person.has_value());
  RC_ASSERT(person->arrested_in_year == year);
  RC_ASSERT(std::count(person->numbers.begin(), person->numbers.end(),
                       std::pair<std::string, std::int64_t>("Prior_Arrest_Episodes_Felony", felonies)) == 1);
  RC_ASSERT(person->at_least.empty() == (felonies < 10));
  RC_ASSERT(std::count(person->activity_billionths.begin(), person->activity_billionths.end(),
                       std::pair<std::string, std::int64_t>("Percent_Days_Employed", billionths)) == 1);
  std::set<std::string> ids;
  const auto made = events(fields);
  for (const auto& event : made)
    ids.insert(*event.find("id")->text());
  RC_ASSERT(ids.size() == made.size());
  RC_ASSERT(made == events(fields));
}

} // namespace
} // namespace probity::intake
