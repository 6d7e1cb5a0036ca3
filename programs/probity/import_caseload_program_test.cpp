// An extract of another system brought in by the mappings that the project has.
#include <filesystem>
#include <fstream>

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "support/program_run.h"
#include "support/real_data.h"
#include "support/temporary_directory.h"

namespace probity::program {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view header =
    "Row_Type,Case_Ref_No,Tier_Code,Team_Code,OM_Grade_Code,OM_Key,Location\n";

class ImportCaseload : public testing::Test {
 protected:
  ImportCaseload() { EXPECT_EQ(run("init --ledger " + ledger() + " --origin area/1").status, 0); }

  [[nodiscard]] std::string ledger() const { return folder_.file("area.ledger"); }
  static std::string mapping(const std::string& name) {
    return std::string(PROBITY_MAPPINGS) + "/" + name + ".toml";
  }
  static support::ProgramAnswer run(const std::string& words) {
    return support::run_program(PROBITY_PROGRAM, words);
  }
  [[nodiscard]] support::ProgramAnswer import(const std::string& file, const std::string& name,
                                              const std::string& more = "") const {
    return run("import caseload " + file + " --mapping " + mapping(name) + " --ledger " + ledger() +
               " --json" + more);
  }
  [[nodiscard]] std::string file(std::string_view rows) const {
    const std::string path = folder_.file("rows.csv");
    std::ofstream(path, std::ios::binary) << header << rows;
    return path;
  }
  static std::int64_t number(const support::ProgramAnswer& answer, std::string_view name) {
    const auto report =
        base::json::parse(answer.out.substr(0, answer.out.find('\n')), base::json::Spelling::any);
    EXPECT_TRUE(report) << answer.all();
    const base::json::Value* found = report ? report->find(name) : nullptr;
    EXPECT_NE(found, nullptr) << name << " in " << answer.all();
    return found != nullptr ? *found->integer() : -1;
  }

  support::TemporaryDirectory folder_;
};

TEST_F(ImportCaseload, TheInventedListOfANeighbouringOfficeComesInWhole) {
  const std::string rows = std::string(PROBITY_MAPPINGS) + "/neighbouring-office.csv";
  const auto done = import(rows, "neighbouring-office");
  EXPECT_EQ(done.status, 0) << done.all();
  EXPECT_EQ(number(done, "rows_kept"), 3);
  EXPECT_EQ(number(import(rows, "neighbouring-office"), "events_added"), 0) << "the same again";
}

TEST_F(ImportCaseload, ADryRunSaysAllAndWritesNothing) {
  const std::string rows = file("U,X1,5,N03F01,NPSM,S1,Community\nU,,5,N03F01,NPSM,S1,Community\n");
  const auto tried = import(rows, "wmt-flagged-cases", " --dry-run");
  EXPECT_EQ(tried.status, 1) << "a row was refused";
  EXPECT_EQ(number(tried, "rows_kept"), 1);
  EXPECT_THAT(tried.out, HasSubstr("Case_Ref_No"));
  EXPECT_EQ(number(import(rows, "wmt-flagged-cases"), "events_added"), 4)
      << "three of the row, one of the import";
}

TEST_F(ImportCaseload, AgainNothingAndWhatChangedIsAdded) {
  const std::string rows = file("U,X1,5,N03F01,NPSM,S1,Community\nU,X2,5,N03F01, ,S1,Custody\n");
  EXPECT_EQ(number(import(rows, "wmt-flagged-cases"), "events_added"), 7);
  const auto again = import(rows, "wmt-flagged-cases");
  EXPECT_EQ(number(again, "events_added"), 0);
  EXPECT_EQ(number(again, "rows_already_there"), 2);
  const std::string changed = file("U,X1,5,N03F01,NPSM,S2,Community\nU,X2,5,N03F01, ,S1,Custody\n");
  EXPECT_EQ(number(import(changed, "wmt-flagged-cases"), "events_added"), 4);
  const auto staff = run("staff --ledger " + ledger() + " --json");
  EXPECT_THAT(staff.out, Not(HasSubstr("S1")));
  EXPECT_THAT(staff.out, HasSubstr("\"body\":\"N03\""));
  EXPECT_EQ(run("verify --ledger " + ledger()).status, 0);
}

TEST_F(ImportCaseload, WithoutALedgerThereIsNoKey) {
  const std::string rows = file("U,X1,5,N03F01,NPSM,S1,Community\n");
  const auto answer = run("import caseload " + rows + " --mapping " + mapping("wmt-flagged-cases") +
                          " --ledger " + folder_.file("none.ledger"));
  EXPECT_EQ(answer.status, 1);
  EXPECT_THAT(answer.err, HasSubstr("probity init"));
  EXPECT_FALSE(std::filesystem::exists(folder_.file("none.ledger")));
}

TEST_F(ImportCaseload, TheTablesOfAnExtractMeetInOneRegister) {
  const auto root = support::real_data("the tables of the workload extract");
  if (!root) return;
  const std::filesystem::path data = *root / "wmt-extract-format";
  std::int64_t rows = 0;
  for (const std::string name : {"flag_o_due", "flag_priority", "flag_upw", "flag_warr_4_n"}) {
    const auto answer = import((data / (name + ".csv")).string(), "wmt-flagged-cases");
    ASSERT_EQ(answer.status, 0) << answer.all();
    rows += number(answer, "rows_kept");
  }
  EXPECT_EQ(rows, 8);
  EXPECT_EQ(number(import((data / "wmt_extract_sa.csv").string(), "wmt-stand-alone-orders"), "events_added"),
            5);
  EXPECT_EQ(number(import((data / "t2a_detail.csv").string(), "wmt-transitions"), "events_added"), 7);
  EXPECT_EQ(run("verify --ledger " + ledger()).status, 0);
}

} // namespace
} // namespace probity::program
