#include <filesystem>
#include <gmock/gmock-more-matchers.h>
#include <rapidcheck/gtest.h>

#include "app/export/ledger_tables.h"
#include "app/export/package.h"
#include "app/export/result_tables.h"
#include "app/files.h"
#include "intake/csv.h"
#include "record/appointment.h"
#include "record/builder.h"
#include "record/custody.h"
#include "record/money.h"
#include "record/offending.h"
#include "record/person.h"
#include "record/risk.h"
#include "record/supervision.h"
#include "record/vocabulary.h"
#include "service/book_loader.h"
#include "store/sqlite.h"
#include "support/data_package.h"
#include "support/temporary_directory.h"

namespace probity::app {
namespace {

using record::EventBuilder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Guard, WhatASpreadsheetWouldCalculateIsAText) {
  EXPECT_EQ(guarded("=1+1"), "'=1+1");
  EXPECT_EQ(guarded("+44"), "'+44");
  EXPECT_EQ(guarded("-x"), "'-x");
  EXPECT_EQ(guarded("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(guarded("\tx"), "'\tx");
  EXPECT_EQ(guarded("\rx"), "'\rx");
  EXPECT_EQ(guarded("'x"), "''x");
  EXPECT_EQ(guarded("x=1"), "x=1");
  EXPECT_EQ(guarded(""), "");
}

RC_GTEST_PROP(GuardLaws, EveryTextComesBackAndNoneIsAFormula, (const std::string& text)) {
  const std::string cell = guarded(text);
  RC_ASSERT(unguarded(cell) == text);
  RC_ASSERT(cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos);
}

RC_GTEST_PROP(CsvLaws, EveryRowReadsBack, (std::int64_t number)) {
  const auto text =
      *rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\r', '\n', '=', ' ', '\''));
  TableDescription table;
  table.columns = {
      {.name = "n", .type = CellType::integer}, {.name = "t"}, {.name = "b", .type = CellType::boolean}};
  intake::TextSource source(csv_header(table) + csv_row(table, {number, text, std::int64_t{1}}));
  intake::CsvReader reader(source);
  RC_ASSERT(reader.next().value()->fields == (std::vector<std::string>{"n", "t", "b"}));
  const auto row = reader.next().value();
  RC_ASSERT(row.has_value() && !row->fault);
  RC_ASSERT(row->fields[0] == std::to_string(number));
  RC_ASSERT(unguarded(row->fields[1]) == text);
  RC_ASSERT(row->fields[2] == "true");
}

constexpr std::string_view secret = "Jane Somebody";

// A ledger of our own: sealed names, a provider that looks like a formula, an amended, a voided and a
// reinstated event, lists, offsets, followed releases and a return.
class Exporting : public ::testing::Test {
 protected:
  void SetUp() override {
    ledger::CreateOptions create;
    create.constants = {"test/export", "Europe/London", ledger::Clock::replayed};
    create.seed = "export";
    create.opened = at();
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    log_.emplace(std::move(*ledger::Ledger::create(folder_ / "log", create, open)));
    for (std::uint8_t person = 1; person <= 3; ++person)
      tell(person);
    correct();
    book_ = service::load_book(*log_, {}).value();
  }

  static base::Instant at() { return *base::parse_instant("2019-01-01T09:00:00.000000Z"); }
  static base::EventId id(std::uint8_t person, std::uint8_t number) {
    return base::EventId{{person, number}};
  }
  EventBuilder begin(const record::TypeDeclaration& type, std::uint8_t person, std::uint8_t number) {
    EventBuilder builder(type, "test/export", base::StreamId{{person}});
    builder.id(id(person, number))
        .recorded(at())
        .provider("=HYPERLINK(\"x\")")
        .valid(base::day_of(2016, 3, 7));
    return builder;
  }
  void append(EventBuilder& builder) {
    const ledger::Submission submission{{builder.build()}, {}};
    const auto receipts = log_->append({&submission, 1}).value();
    ASSERT_TRUE(receipts.front()) << receipts.front().error().text();
  }

  void tell(std::uint8_t person) {
    EventBuilder registered = begin(record::person::registered, person, 1);
    base::json::Value sealed;
    sealed.set("name", base::json::Value(secret));
    append(registered.fact("sex", "female").sealed(base::SubjectId{{person}}, sealed));
    EventBuilder released = begin(record::custody::release_recorded, person, 2);
    append(released.entity("custody", base::EntityId{{person}})
               .fact("release_type", "parole")
               .fact("offence_type", "@Burglary, \"other\"")
               .fact("reporting_year", 2018));
    EventBuilder factors = begin(record::risk::factors_recorded, person, 3);
    append(factors.valid_after(id(person, 2), 0)
               .fact("source", "test")
               .fact("numbers", EventBuilder::NamedNumbers{{"-priors", -3}})
               .fact("levels", std::vector<std::string>{"school=none", "+x"}));
    EventBuilder followed = begin(record::offending::follow_up_ended, person, 4);
    append(followed.valid_months_after(id(person, 2), 24)
               .fact("counted_from", std::string_view(id(person, 2).hex()))
               .fact("unit", "year")
               .fact("periods", 2));
    EventBuilder held = begin(record::appointment::outcome_recorded, person, 5);
    append(held.entity("appointment", base::EntityId{{person, 9}})
               .valid(*base::parse_instant("2016-04-01T08:00:00.000000Z"))
               .fact("outcome", "attended_complied")
               .fact("minutes", 20));
  }
  void correct() {
    EventBuilder arrested = begin(record::offending::arrested, 1, 6);
    append(arrested.valid(record::Precision::year, base::day_of(2017, 1, 1))
               .fact("counted_from", std::string_view(id(1, 2).hex()))
               .fact("unit", "year")
               .fact("period", 2));
    EventBuilder returned = begin(record::custody::received, 2, 6);
    append(returned.valid_after(id(2, 2), 30)
               .entity("custody", base::EntityId{{2, 1}})
               .fact("reason", "technical_violation"));
    EventBuilder amend = begin(record::appointment::outcome_recorded, 1, 7);
    append(amend.entity("appointment", base::EntityId{{1, 9}})
               .fact("outcome", "unacceptable_absence")
               .corrects(id(1, 5), record::CorrectionKind::amend, "wrong_entry"));
    EventBuilder taken_back = begin(record::appointment::outcome_recorded, 2, 7);
    append(taken_back.entity("appointment", base::EntityId{{2, 9}})
               .corrects(id(2, 5), record::CorrectionKind::void_, "wrong_person"));
  }

  std::vector<Table> tables() {
    std::vector<Table> out = ledger_tables(*log_, book_);
    OutcomeTables results = outcome_tables(book_).value();
    EXPECT_THAT(results.left_out, ElementsAre(HasSubstr("returns within 36 months: ")));
    for (Table& table : results.tables)
      out.push_back(std::move(table));
    return out;
  }
  std::string write(const std::string& name) {
    PackageDescription package;
    package.name = "test";
    package.title = "Test";
    package.made_of = {
        {"ledger", "test/export"}, {"root", book_.root.hex()}, {"size", std::to_string(book_.size)}};
    package.sources = {{"A source", "https://example.org"}};
    const std::string out = folder_ / name;
    const auto written = write_package(out, package, tables());
    EXPECT_TRUE(written) << written.error().text();
    return out;
  }

  support::TemporaryDirectory folder_;
  std::optional<ledger::Ledger> log_;
  timeline::Book book_;
};

TEST_F(Exporting, EveryFileIsWhatTheDescriptorSays) {
  const support::DataPackage package(write("out"));
  EXPECT_THAT(package.faults, IsEmpty());
  EXPECT_EQ(package.tables.size(), 5U + 8U + 2U);
  EXPECT_EQ(package.tables.at("event").rows.size(), log_->size());
  EXPECT_EQ(package.descriptor.at("made_of").at("root"), log_->root().hex());
}

TEST_F(Exporting, FactsAreThoseThatStand) {
  const support::DataPackage package(write("out"));
  const auto& outcomes = package.tables.at("appointment_outcome_recorded");
  ASSERT_EQ(outcomes.rows.size(), 2U) << "one was voided";
  EXPECT_THAT(outcomes.rows[0], ElementsAre("5", "unacceptable_absence", "", "", "")) << "amended whole";
  EXPECT_THAT(outcomes.rows[1], ElementsAre("15", "attended_complied", "", "20", ""));
  std::map<std::string, int> standing;
  for (const auto& row : package.tables.at("event").rows)
    ++standing[row.at(package.tables.at("event").column("standing"))];
  EXPECT_EQ(standing,
            (std::map<std::string, int>{{"amended", 1}, {"correction", 2}, {"stands", 16}, {"voided", 1}}));
}

TEST_F(Exporting, TextsThatLookLikeFormulasAreGuardedInCsvAndWholeInSqlite) {
  const std::string out = write("out");
  const std::string csv = read_file(out + "/custody_release_recorded.csv").value();
  EXPECT_THAT(csv, HasSubstr(",\"'@Burglary, \"\"other\"\"\","));
  EXPECT_THAT(read_file(out + "/event.csv").value(), HasSubstr("\"'=HYPERLINK(\"\"x\"\")\""));
  EXPECT_THAT(read_file(out + "/list_member.csv").value(), HasSubstr(",numbers,1,'-priors,-3\r\n"));
  const auto database = store::Database::open(out + "/ledger.sqlite", {}).value();
  auto query = database.prepare("SELECT DISTINCT offence_type FROM custody_release_recorded").value();
  ASSERT_EQ(query.step().value(), store::Statement::Step::row);
  EXPECT_EQ(query.text(0), "@Burglary, \"other\"");
}

TEST_F(Exporting, TheDatabaseHasTheSameRowsAndItsKeysHold) {
  const std::string out = write("out");
  const support::DataPackage package(out);
  const auto database = store::Database::open(out + "/ledger.sqlite", {}).value();
  for (const auto& [name, table] : package.tables) {
    auto count = database.prepare("SELECT count(*) FROM \"" + name + "\"").value();
    ASSERT_EQ(count.step().value(), store::Statement::Step::row);
    EXPECT_EQ(count.integer(0), static_cast<std::int64_t>(table.rows.size())) << name;
  }
  auto broken = database.prepare("PRAGMA foreign_key_check").value();
  EXPECT_EQ(broken.step().value(), store::Statement::Step::done);
  auto typed =
      database.prepare("SELECT typeof(rate_percent), typeof(people) FROM result_first_arrest").value();
  ASSERT_EQ(typed.step().value(), store::Statement::Step::row);
  EXPECT_EQ(typed.text(0), "real");
  EXPECT_EQ(typed.text(1), "integer");
}

TEST_F(Exporting, NothingSealedIsInAnyFile) {
  const std::string out = write("out");
  for (const auto& file : std::filesystem::directory_iterator(out))
    EXPECT_THAT(read_file(file.path()).value(), Not(HasSubstr(std::string(secret)))) << file.path();
}

TEST_F(Exporting, TheSameLedgerGivesTheSameBytes) {
  const std::string one = write("one");
  const std::string other = write("other");
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(one)) {
    EXPECT_EQ(read_file(file.path()).value(),
              read_file(std::filesystem::path(other) / file.path().filename()).value())
        << file.path();
    ++files;
  }
  EXPECT_EQ(files, 15 + 2);
}

TEST_F(Exporting, FiguresAreThoseOfTheFacts) {
  const support::DataPackage package(write("out"));
  const auto& arrests = package.tables.at("result_first_arrest");
  ASSERT_GE(arrests.rows.size(), 2U);
  EXPECT_EQ(arrests.rows[1][arrests.column("arrested_so_far")], "1");
  EXPECT_EQ(arrests.rows[1][arrests.column("people")], "3");
  EXPECT_EQ(arrests.rows[1][arrests.column("rate_percent")], "33.3333");
  const auto& returns = package.tables.at("result_return_to_custody");
  EXPECT_EQ(returns.rows[0][returns.column("returned")], "1");
  EXPECT_EQ(returns.rows[0][returns.column("technical")], "1");
}

TEST_F(Exporting, NothingIsOverwritten) {
  const std::string out = write("out");
  const std::string before = read_file(out + "/datapackage.json").value();
  const auto again = write_package(out, {}, tables());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, base::ErrorCode::exists_already);
  EXPECT_EQ(read_file(out + "/datapackage.json").value(), before);
}

TEST_F(Exporting, AnErrorInTheMiddleLeavesNoFolder) {
  std::vector<Table> broken = tables();
  broken.back().rows = [](const RowReceiver&) -> base::Result<void> {
    return base::fail(base::ErrorCode::corrupt, "broken off");
  };
  const std::string out = folder_ / "out";
  EXPECT_FALSE(write_package(out, {}, broken));
  EXPECT_FALSE(std::filesystem::exists(out));
  EXPECT_FALSE(std::filesystem::exists(out + ".unfinished"));
}

} // namespace
} // namespace probity::app
