#include "app/iowa_import.h"

#include <fstream>
#include <gmock/gmock-matchers.h>

#include "app/files.h"
#include "record/vocabulary.h"
#include "support/real_data.h"
#include "support/temporary_directory.h"

namespace probity::app {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view header =
    "Fiscal Year Released,Recidivism Reporting Year,Main Supervising District,Release Type,Race - Ethnicity,"
    "Age At Release ,Sex,Offense Classification,Offense Type,Offense Subtype,Return to Prison,Days to Return,"
    "Recidivism Type,New Offense Classification,New Offense Type,New Offense Sub Type,Target Population\n";
constexpr std::string_view returned =
    "2010,2013,9JD,Parole,,25-34,Male,D Felony,Drug,Trafficking,Yes,10,Tech,,,,Yes\n";
constexpr std::string_view stayed_out = "2010,2013,,,,,,D Felony,Drug,Trafficking,No,,No Recidivism,,,,No\n";
constexpr std::string_view contradictory =
    "2010,2013,,,,,,D Felony,Drug,Trafficking,No,5,No Recidivism,,,,No\n";

const base::Instant known = *base::parse_instant("2018-07-01T05:00:00.000000Z");

ledger::OpenOptions writing() {
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  return open;
}

class IowaImporting : public ::testing::Test {
 protected:
  std::string file(std::string_view text) {
    const std::string path = folder_ / ("rows" + std::to_string(++files_));
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  ledger::Ledger ledger() {
    return std::move(
        *ledger::Ledger::create(folder_ / ("log" + std::to_string(++files_)), iowa_ledger(known), writing()));
  }
  static RowImport import(ledger::Ledger& log, const std::string& path) {
    return import_iowa(log, path, survey_iowa(path).value(), known).value();
  }

  support::TemporaryDirectory folder_;
  int files_ = 0;
};

TEST_F(IowaImporting, KeepsGoodRowsAndListsRefusedOnes) {
  auto log = ledger();
  const RowImport out = import(log, file(std::string("\xEF\xBB\xBF") + std::string(header) +
                                         std::string(returned) + std::string(contradictory) + "x\"y\n\n" +
                                         std::string(stayed_out) + std::string(stayed_out) + "2010,20"));
  EXPECT_EQ(out.survey.rows_read, 6U);
  EXPECT_EQ(out.survey.rows_kept, 3U);
  EXPECT_EQ(out.survey.exact_copies, 1U);
  EXPECT_EQ(out.events_added, 4U + 2U + 2U + 1U);
  EXPECT_EQ(log.size(), 10U);
  ASSERT_EQ(out.survey.refused.size(), 3U);
  EXPECT_EQ(out.survey.refused[0].row, 2U);
  EXPECT_EQ(out.survey.refused[0].line, 3U);
  EXPECT_THAT(out.survey.refused[0].reason, HasSubstr("Days to Return: the person did not return"));
  EXPECT_EQ(out.survey.refused[1].line, 4U);
  EXPECT_THAT(out.survey.refused[1].reason, HasSubstr("a quote stands inside"));
  EXPECT_EQ(out.survey.refused[2].line, 8U);
  EXPECT_THAT(out.survey.refused[2].reason, HasSubstr("the row has 2 fields"));
  EXPECT_EQ(out.survey.warnings.at("byte_order_mark"), 1U);
  EXPECT_EQ(out.survey.warnings.at("blank_line"), 1U);
  EXPECT_EQ(out.survey.warnings.at("last_line_without_line_end"), 1U);
  EXPECT_EQ(out.survey.groups.at("2010"), (GroupCount{3, {{"returns", 1}, {"technical", 1}}}));
}

TEST_F(IowaImporting, RowsThatAreThereAddNothingInWhateverOrder) {
  auto log = ledger();
  const std::string rows = std::string(returned) + std::string(stayed_out) + std::string(stayed_out);
  const std::string first = file(std::string(header) + rows);
  import(log, first);
  const std::uint64_t size = log.size();
  const RowImport again = import(log, first);
  EXPECT_EQ(again.events_added, 0U);
  EXPECT_TRUE(again.file_already_there);
  EXPECT_EQ(again.rows_already_there, 3U);
  // Another file with the same rows is another import, of no new rows; a third copy is a new row.
  const RowImport other = import(log, file(std::string(header) + std::string(stayed_out) + rows));
  EXPECT_EQ(other.rows_already_there, 3U);
  EXPECT_EQ(other.events_added, 2U + 1U);
  EXPECT_EQ(log.size(), size + 3);
}

TEST_F(IowaImporting, CarriageReturnsMakeNoOtherRow) {
  auto log = ledger();
  std::string text = std::string(header) + std::string(returned);
  import(log, file(text));
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.insert(at, "\r");
  EXPECT_EQ(import(log, file(text)).rows_already_there, 1U);
}

TEST_F(IowaImporting, WhatCannotBeReadIsRefusedBeforeAnythingIsWritten) {
  EXPECT_EQ(survey_iowa(file("")).error().code, base::ErrorCode::invalid_input);
  EXPECT_THAT(survey_iowa(file("a,b\n1,2\n")).error().message, HasSubstr("lacks the columns"));
  EXPECT_EQ(survey_iowa(folder_ / "absent").error().code, base::ErrorCode::not_found);
}

TEST_F(IowaImporting, IsNotRecordedBeforeItCouldBeKnown) {
  auto log = std::move(*ledger::Ledger::create(
      folder_ / "early", iowa_ledger(*base::parse_instant("2012-01-01T00:00:00.000000Z")), writing()));
  const std::string path = file(std::string(header) + std::string(returned));
  const auto survey = survey_iowa(path).value();
  EXPECT_EQ(survey.known_from, base::day_of(2013, 7, 1));
  const auto early = import_iowa(log, path, survey, *base::parse_instant("2013-06-30T00:00:00.000000Z"));
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, base::ErrorCode::refused);
  ASSERT_TRUE(import_iowa(log, path, survey, known));
  const auto backwards = import_iowa(log, path, survey, base::Instant{known.microseconds - 1});
  ASSERT_FALSE(backwards);
  EXPECT_EQ(backwards.error().code, base::ErrorCode::recorded_backwards);
  EXPECT_EQ(log.size(), 1U + 4U + 1U);
}

// Counts as published: 30.33, 29.67, 31.86, 34.24, 35.39 and 37.81 % by year of release, 33.36 % in all.
GroupCount year(std::int64_t releases, std::int64_t returns, std::int64_t new_offence,
                std::int64_t technical) {
  return {releases, {{"new_offence", new_offence}, {"returns", returns}, {"technical", technical}}};
}
const std::map<std::string, GroupCount> published = {
    {"2010", year(3716, 1127, 714, 413)},  {"2011", year(3917, 1162, 726, 436)},
    {"2012", year(4740, 1510, 988, 522)},  {"2013", year(4687, 1605, 1013, 592)},
    {"2014", year(4586, 1623, 1113, 510)}, {"2015", year(4374, 1654, 962, 692)}};

TEST_F(IowaImporting, TheWholeDataSetReconcilesAndIsStoredOnce) {
  const auto data = support::whole_real_data("the import of the published releases of Iowa");
  if (!data) return;
  const std::string path = *data / "iowa-prison" / "iowa_3yr_recidivism.csv.gz";
  auto log = ledger();
  const RowImport out = import(log, path);
  EXPECT_EQ(out.survey.file.hex(), "95e68f176a84edea0350eb01bbbcdaf44b9cc88d025dcf409bde30ae40de17a9");
  EXPECT_EQ(out.survey.rows_read, 26'020U);
  EXPECT_EQ(out.survey.rows_kept, 26'020U);
  EXPECT_EQ(out.survey.exact_copies, 7'147U);
  EXPECT_EQ(out.survey.known_from, base::day_of(2018, 7, 1));
  EXPECT_EQ(out.survey.groups, published);
  EXPECT_EQ(out.survey.warnings, (intake::Warnings{{"blank_age", 3},
                                                   {"blank_district", 9'581},
                                                   {"blank_release_type", 1'762},
                                                   {"blank_sex", 3},
                                                   {"blanks_around_column_name", 1},
                                                   {"technical_return_names_offence", 1'202}}));
  EXPECT_EQ(out.events_added, 26'020U * 2 + (26'020U - 9'581U) + 8'681U + 1U);
  const base::Digest root = log.root();
  EXPECT_EQ(import(log, path).events_added, 0U);
  EXPECT_EQ(log.root(), root);
}

TEST_F(IowaImporting, ACutFileIsRefusedWhole) {
  const auto data = support::real_data("the refusal of a cut file of the published releases of Iowa");
  if (!data) return;
  const std::string whole = read_file(*data / "iowa-prison" / "iowa_3yr_recidivism.csv.gz").value();
  const auto survey = survey_iowa(file(std::string_view(whole).substr(0, 80'000)));
  ASSERT_FALSE(survey);
  EXPECT_THAT(survey.error().message, HasSubstr("the gzip file ends early"));
  EXPECT_THAT(survey.error().message, HasSubstr("13461 whole rows up to there"));
}

} // namespace
} // namespace probity::app
