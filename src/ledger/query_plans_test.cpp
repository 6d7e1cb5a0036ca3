// I18: reading and appending look things up by an index, however long the ledger is. Every statement that
// SQLite runs is listened to, so that a new query is asserted without being named here.
#include "ledger/ledger.h"

#include <gmock/gmock.h>
#include <set>
#include <sqlite3.h>

#include "record/person.h"
#include "store/sqlite.h"
#include "support/tampered_ledger.h"

namespace probity::ledger {
namespace {

using namespace fixture;
using testing::Contains;
using testing::IsEmpty;
using testing::StartsWith;

struct Heard {
  std::string file;
  std::string sql;
  auto operator<=>(const Heard&) const = default;
};

std::set<Heard>& heard() {
  static std::set<Heard> all;
  return all;
}

int on_statement(unsigned /*what*/, void* /*context*/, void* statement, void* /*text*/) {
  auto* running = static_cast<sqlite3_stmt*>(statement);
  const char* file = sqlite3_db_filename(sqlite3_db_handle(running), "main");
  heard().insert({file == nullptr ? "" : file, sqlite3_sql(running)});
  return 0;
}

int on_open(sqlite3* database, const char** /*message*/, const sqlite3_api_routines* /*routines*/) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, on_statement, nullptr);
}

// Whole walks that are meant: what is asked for is every event, or every stream that holds one of a type.
const std::set<std::string> meant = {
    "SELECT DISTINCT stream_no FROM event WHERE ix < ? AND type IN (?) ORDER BY stream_no"};

class QueryPlans : public ::testing::Test {
 protected:
  void SetUp() override {
    heard().clear();
    ASSERT_EQ(sqlite3_auto_extension(reinterpret_cast<void (*)()>(on_open)), SQLITE_OK);
  }
  void TearDown() override { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(on_open)); }

  [[nodiscard]] std::string file() const { return folder_.file("a.ledger"); }

  // How SQLite goes about it, a line a table.
  static std::vector<std::string> plan_of(const Heard& one) {
    const store::Database database = good(store::Database::open(one.file, {}));
    store::Statement plan = good(database.prepare("EXPLAIN QUERY PLAN " + one.sql));
    std::vector<std::string> out;
    while (good(plan.step()) == store::Statement::Step::row)
      out.emplace_back(plan.text(3));
    return out;
  }

  // "SCAN TABLE …" of a table that grows, with its statement.
  static std::vector<std::string> whole_walks(const Heard& one) {
    std::vector<std::string> out;
    for (const std::string& step : plan_of(one))
      for (const std::string table : {"event", "stream", "sealed", "checkpoint", "subject_key"})
        if (step == "SCAN " + table || step.starts_with("SCAN " + table + " "))
          out.push_back(step + ": " + one.sql);
    return out;
  }

  static bool is_asserted(const Heard& one) {
    return one.sql.starts_with("SELECT") || one.sql.starts_with("UPDATE") || one.sql.starts_with("DELETE") ||
           one.sql.starts_with("WITH");
  }

  void append_all() {
    Ledger log = good(Ledger::create(file(), replayed(), writing()));
    tampered::fill(log);
    good(submit(log, {event(30, 1, seconds_later(9))},
                {{stream_id(1), good(log.stream_length(stream_id(1)))}}));
    good(submit(log, {with_sealed(event(31, 4, seconds_later(9)), {{4, "a note"}})}));
    EXPECT_TRUE(good(submit(log, {with_sealed(event(31, 4, seconds_later(9)), {{4, "a note"}})})).repeated);
    good(log.destroy_subject(subject_id(4)));
  }

  void read_all() const {
    const Ledger log = good(Ledger::open(file()));
    const auto every = [](const StoredEvent&) { return true; };
    good(log.scan(std::nullopt, every));
    good(log.scan_from(3, log.size(), every));
    good(log.body(3));
    const std::uint32_t stream = *good(log.stream_number(stream_id(1)));
    good(log.stream_name(stream));
    good(log.stream_length(stream_id(1)));
    good(log.scan_stream(stream, every));
    EXPECT_FALSE(good(log.streams_beginning("0000", 6)).empty());
    const std::string_view linked = record::person::linked.name;
    EXPECT_EQ(good(log.streams_holding(std::span(&linked, 1))).size(), 1U);
    const std::uint64_t sealed = *good(log.index_of(event_id(14)));
    good(log.open_sealed(sealed, 0));
    good(log.open_first_parts(std::span(&sealed, 1), [](std::uint64_t, std::string_view) {}));
    good(log.size_known_on(*base::parse_day("2016-03-01")));
    good(log.root_at(5));
    good(log.leaf(3));
    good(log.inclusion_proof(3, log.size()));
    good(log.consistency_proof(5, log.size()));
    good(log.checkpoint());
    good(log.checkpoint_at(log.size()));
    good(log.verification_key());
  }

  TemporaryDirectory folder_;
};

TEST_F(QueryPlans, GivenAnyReadingOrAppendingWhenItLooksUpThenItUsesAnIndex) {
  append_all();
  read_all();
  std::set<std::string> walked;
  std::size_t asserted = 0;
  for (const Heard& one : std::set<Heard>(heard())) {
    if (!is_asserted(one)) continue;
    ++asserted;
    if (meant.contains(one.sql))
      walked.insert(one.sql);
    else
      EXPECT_THAT(whole_walks(one), IsEmpty());
  }
  EXPECT_GE(asserted, 20U) << "the statements of the ledger were not heard";
  EXPECT_EQ(walked, meant) << "a walk that is meant is no longer made: take it off the list";
}

TEST_F(QueryPlans, GivenAQueryThatNoIndexServesThenItShows) {
  append_all();
  EXPECT_THAT(whole_walks({file(), "SELECT ix FROM event WHERE provider = 'CRC1'"}),
              Contains(StartsWith("SCAN event")));
  EXPECT_THAT(whole_walks({file(), "SELECT ix FROM event WHERE id = x'00'"}), IsEmpty());
}

} // namespace
} // namespace probity::ledger
