// The imports of Georgia's and Rossi's rows: the rules that hold for every data set, and the published files.
#include "app/row_import.h"

#include <fstream>
#include <gmock/gmock-matchers.h>

#include "app/files.h"
#include "intake/csv.h"
#include "intake/georgia.h"
#include "intake/gz.h"
#include "intake/rossi.h"
#include "outcome/factors.h"
#include "outcome/first_arrest.h"
#include "record/vocabulary.h"
#include "service/book_loader.h"
#include "support/real_data.h"
#include "support/temporary_directory.h"

namespace probity::app {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view header = "week,arrest,fin,age,race,wexp,mar,paro,prio\n";
constexpr std::string_view arrested = "20,1,0,27,1,0,0,1,3\n";
constexpr std::string_view not_arrested = "52,0,1,23,0,1,1,0,1\n";

class RowImporting : public ::testing::Test {
 protected:
  std::string file(std::string_view text) {
    const std::string path = folder_ / ("rows" + std::to_string(++files_));
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  // A ledger made at the first instant at which all could be known.
  ledger::Ledger ledger(const intake::DataSet& set, const RowSurvey& survey) {
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    const base::Instant at = base::Zone::named(set.zone)->start_of(survey.known_from.value());
    return std::move(
        *ledger::Ledger::create(folder_ / ("log" + std::to_string(++files_)), import_ledger(set, at), open));
  }
  static RowImport import(const intake::DataSet& set, ledger::Ledger& log, const std::string& path) {
    return import_rows(set, log, path, survey_rows(set, path).value(), log.last_recorded()).value();
  }

  support::TemporaryDirectory folder_;
  int files_ = 0;
};

TEST_F(RowImporting, ByteOrderMarkCarriageReturnsAndOtherOrderMakeNoOtherRow) {
  const std::string rows = std::string(header) + std::string(arrested) + std::string(not_arrested);
  const std::string path = file(rows);
  ledger::Ledger log = ledger(intake::rossi(), survey_rows(intake::rossi(), path).value());
  EXPECT_EQ(import(intake::rossi(), log, path).events_added, 6U + 5U + 1U);
  std::string other =
      "\xEF\xBB\xBF" + std::string(header) + std::string(not_arrested) + std::string(arrested);
  for (std::size_t at = other.find('\n'); at != std::string::npos; at = other.find('\n', at + 2))
    other.insert(at, "\r");
  const RowImport again = import(intake::rossi(), log, file(other));
  EXPECT_EQ(again.rows_already_there, 2U);
  EXPECT_EQ(again.events_added, 1U) << "only that another file was imported";
  EXPECT_EQ(again.survey.warnings.at("byte_order_mark"), 1U);
  EXPECT_EQ(again.survey.warnings.at("line_ends_with_carriage_return"), 3U);
}

TEST_F(RowImporting, RefusedRowsAreNamedAndTheOthersStored) {
  const std::string path = file(std::string(header) + std::string(arrested) + "52,1,0,27,1,0,0,1\n" +
                                "30,0,0,27,1,0,0,1,3\n" + std::string(arrested) + "20,1,0,27");
  const auto survey = survey_rows(intake::rossi(), path).value();
  ledger::Ledger log = ledger(intake::rossi(), survey);
  const RowImport out = import(intake::rossi(), log, path);
  EXPECT_EQ(out.survey.rows_read, 5U);
  EXPECT_EQ(out.survey.rows_kept, 2U);
  EXPECT_EQ(out.survey.exact_copies, 1U);
  ASSERT_EQ(out.survey.refused.size(), 3U);
  EXPECT_EQ(out.survey.refused[0].row, 2U);
  EXPECT_EQ(out.survey.refused[0].line, 3U);
  EXPECT_THAT(out.survey.refused[1].reason, HasSubstr("week: the man was not arrested"));
  EXPECT_THAT(out.survey.refused[2].reason, HasSubstr("the row has 4 fields"));
  EXPECT_EQ(out.survey.warnings.at("last_line_without_line_end"), 1U);
  EXPECT_EQ(out.survey.groups.at("no_aid"), (GroupCount{2, {{"arrested", 2}}}));
}

// The published rows of Georgia, changed.
class GeorgiaImporting : public RowImporting {
 protected:
  void SetUp() override {
    data_ = support::real_data("the import of the published releases of Georgia");
    if (data_) path_ = *data_ / "nij-georgia" / "nij_georgia.csv.gz";
  }
  // The first `rows` rows as text, with the header.
  std::vector<std::string> first(std::size_t rows) {
    std::vector<std::string> out;
    auto source = intake::FileSource::open(path_).value();
    intake::CsvReader reader(source);
    while (out.size() <= rows)
      out.push_back(reader.next().value()->text + "\n");
    return out;
  }
  std::optional<std::filesystem::path> data_;
  std::string path_;
};

TEST_F(GeorgiaImporting, OnePersonIsOneRow) {
  if (!data_) return;
  const auto rows = first(2);
  std::string changed = rows[1];
  changed.replace(changed.find("BLACK"), 5, "WHITE");
  const std::string twice = file(rows[0] + rows[1] + changed + rows[2] + rows[1]);
  const auto survey = survey_rows(intake::georgia(), twice).value();
  ASSERT_EQ(survey.refused.size(), 2U);
  EXPECT_EQ(survey.refused[0].reason, "person 7 stands in row 1 already");
  EXPECT_EQ(survey.refused[1].row, 4U);
  ledger::Ledger log = ledger(intake::georgia(), survey);
  EXPECT_EQ(import(intake::georgia(), log, twice).survey.rows_kept, 2U);
  const std::uint64_t size = log.size();
  const RowImport other = import(intake::georgia(), log, file(rows[0] + changed));
  ASSERT_EQ(other.survey.refused.size(), 1U);
  EXPECT_EQ(other.survey.refused[0].reason, "person 7 is in the ledger already, from another row");
  EXPECT_EQ(log.size(), size + 1) << "only that a file was imported";
}

TEST_F(GeorgiaImporting, TheWholeDataSetReconcilesAndIsStoredOnce) {
  if (!support::whole_real_data("the import of all published releases of Georgia")) return;
  const auto survey = survey_rows(intake::georgia(), path_).value();
  EXPECT_EQ(survey.file.hex(), "5b458d0afc79567ce541f299c51387988980f4ea790e828049e1717fd52c4999");
  EXPECT_EQ(survey.rows_read, 12'919U);
  EXPECT_EQ(survey.rows_kept, 12'919U);
  EXPECT_EQ(survey.known_from, base::day_of(2019, 1, 1));
  // 29.78, 17.88 and 10.26 %, 57.92 % within three years.
  const GroupCount counted{
      12'919, {{"year_1", 3'847}, {"year_2", 2'310}, {"year_3", 1'326}, {"within_3_years", 7'483}}};
  EXPECT_EQ(survey.groups.at("2013 to 2015"), counted);
  EXPECT_EQ(survey.warnings.at("blank_gang_affiliated"), 1'582U) << "every woman's, and no man's";
  ledger::Ledger log = ledger(intake::georgia(), survey);
  const RowImport out = import(intake::georgia(), log, path_);
  EXPECT_EQ(out.events_added, 12'919U * 4 + 12'918U + 7'483U + 1U) << "one row has no supervision activity";
  const base::Digest root = log.root();
  EXPECT_EQ(import(intake::georgia(), log, path_).events_added, 0U);
  EXPECT_EQ(log.root(), root);

  const timeline::Book book = service::load_book(log, {}).value();
  std::map<int, int> by_year;
  const outcome::FirstArrests arrests = outcome::first_arrests(book);
  for (const outcome::FollowedRelease& release : arrests.releases)
    ++by_year[release.arrested_in];
  EXPECT_EQ(by_year, (std::map<int, int>{{0, 5'436}, {1, 3'847}, {2, 2'310}, {3, 1'326}}));
  EXPECT_EQ(arrests.arrests_not_followed, 0);
  const outcome::FactorTable factors = outcome::factor_table(book);
  std::map<outcome::Known, int> columns;
  for (const auto& [name, column] : factors.columns)
    ++columns[column.known];
  EXPECT_EQ(columns, (std::map<outcome::Known, int>{{outcome::Known::at_release, 32},
                                                    {outcome::Known::afterwards, 16}}));
}

TEST_F(GeorgiaImporting, ACutFileIsRefusedWhole) {
  if (!data_) return;
  const std::string whole = read_file(path_).value();
  const auto survey = survey_rows(intake::georgia(), file(std::string_view(whole).substr(0, 80'000)));
  ASSERT_FALSE(survey);
  EXPECT_THAT(survey.error().message, HasSubstr("the gzip file ends early"));
}

TEST_F(RowImporting, TheTrialOfAidReconcilesAndIsStoredOnce) {
  const auto data = support::real_data("the import of the trial of financial aid");
  if (!data) return;
  const std::string path = *data / "rossi" / "rossi.csv";
  const auto survey = survey_rows(intake::rossi(), path).value();
  EXPECT_EQ(survey.file.hex(), "0214400170e07f3015a285edca2014cac0dae8aac125fcbaad642490e05f892c");
  EXPECT_EQ(survey.rows_kept, 432U);
  EXPECT_EQ(survey.groups.at("aid"), (GroupCount{216, {{"arrested", 48}}}));
  EXPECT_EQ(survey.groups.at("no_aid"), (GroupCount{216, {{"arrested", 66}}}));
  ledger::Ledger log = ledger(intake::rossi(), survey);
  EXPECT_EQ(import(intake::rossi(), log, path).events_added, 432U * 5 + 114U + 1U);
  EXPECT_EQ(import(intake::rossi(), log, path).events_added, 0U);
  int arrested_with_aid = 0;
  for (const outcome::FollowedRelease& release :
       outcome::first_arrests(service::load_book(log, {}).value()).releases) {
    EXPECT_EQ(release.periods, 52);
    arrested_with_aid += release.arm.text() == "aid" && release.arrested_in > 0 ? 1 : 0;
  }
  EXPECT_EQ(arrested_with_aid, 48);
}

} // namespace
} // namespace probity::app
