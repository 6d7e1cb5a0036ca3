#include "ledger/schema.h"

#include <cstdlib>
#include <fmt/format.h>
#include <map>

namespace probity::ledger {
namespace {

// `leaf` stands before `body`, so that reading hashes never walks the overflow pages of a long body.
constexpr const char* tables = R"sql(
CREATE TABLE head(
  one INTEGER PRIMARY KEY CHECK(one = 1), size INTEGER NOT NULL, root BLOB NOT NULL, peaks BLOB NOT NULL,
  last_recorded INTEGER NOT NULL, verification_key TEXT NOT NULL) STRICT;
CREATE TABLE event(
  ix INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, leaf BLOB NOT NULL, submission BLOB NOT NULL,
  stream_no INTEGER NOT NULL, seq INTEGER NOT NULL, type TEXT NOT NULL, schema INTEGER NOT NULL,
  valid_from INTEGER, valid_to INTEGER, valid_day INTEGER, recorded INTEGER NOT NULL, provider TEXT NOT NULL,
  corrects INTEGER, body BLOB NOT NULL, UNIQUE(stream_no, seq)) STRICT;
CREATE INDEX event_corrects ON event(corrects) WHERE corrects IS NOT NULL;
CREATE TABLE stream(
  no INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, seq INTEGER NOT NULL, leaf BLOB NOT NULL,
  closed INTEGER NOT NULL) STRICT;
CREATE TABLE sealed(slot INTEGER PRIMARY KEY, key_no INTEGER NOT NULL, nonce BLOB NOT NULL, box BLOB NOT NULL) STRICT;
CREATE INDEX sealed_key ON sealed(key_no);
CREATE TABLE checkpoint(size INTEGER PRIMARY KEY, root BLOB NOT NULL, note TEXT NOT NULL) STRICT;
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'events are never changed: record a correction'); END;
CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'events are never deleted: record a correction'); END;
)sql";

} // namespace

base::Result<void> make_tables(store::Database& database) {
  PROBITY_TRY(database.execute(tables));
  return database.execute(
      fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", application_id, file_format).c_str());
}

base::Result<void> check_tables(store::Database& database, const std::string& file) {
  const auto pragma = [&](std::string_view sql) -> base::Result<std::int64_t> {
    PROBITY_ASSIGN(store::Statement statement, database.prepare(sql));
    PROBITY_ASSIGN(const store::Statement::Step step, statement.step());
    return step == store::Statement::Step::row ? statement.integer(0) : 0;
  };
  PROBITY_ASSIGN(const std::int64_t application, pragma("PRAGMA application_id"));
  PROBITY_ASSIGN(const std::int64_t format, pragma("PRAGMA user_version"));
  if (application != application_id)
    return base::fail(base::ErrorCode::corrupt, "the file is a database, but no ledger", file,
                      "Give the ledger's own file, not one of its companions");
  if (format != file_format)
    return base::fail(
        base::ErrorCode::corrupt,
        fmt::format("the ledger has file format {}, this program reads {}", format, file_format), file,
        "Use the version of the program that wrote it");
  return {};
}

base::Result<std::vector<std::string>> altered_tables(const store::Database& database) {
  const auto definitions = [](const store::Database& of) -> base::Result<std::map<std::string, std::string>> {
    PROBITY_ASSIGN(
        store::Statement statement,
        of.prepare("SELECT type || ' ' || name || ' of ' || tbl_name, coalesce(sql, '') FROM sqlite_schema"));
    std::map<std::string, std::string> out;
    while (true) {
      PROBITY_ASSIGN(const store::Statement::Step step, statement.step());
      if (step == store::Statement::Step::done) return out;
      out.emplace(statement.text(0), statement.text(1));
    }
  };
  PROBITY_ASSIGN(store::Database model, store::Database::open(":memory:", {.access = store::Access::create}));
  PROBITY_TRY(model.execute(tables));
  PROBITY_ASSIGN(const auto wanted, definitions(model));
  PROBITY_ASSIGN(const auto found, definitions(database));
  std::vector<std::string> altered;
  for (const auto& [name, sql] : wanted)
    if (const auto there = found.find(name); there == found.end() || there->second != sql)
      altered.push_back(name);
  for (const auto& [name, sql] : found)
    if (!wanted.contains(name)) altered.push_back(name);
  return altered;
}

base::Result<store::Journal> journal_of_environment() {
  const char* given = std::getenv("PROBITY_JOURNAL"); // NOLINT(concurrency-mt-unsafe)
  const std::string_view asked = given == nullptr ? "" : given;
  if (asked.empty() || asked == "wal") return store::Journal::wal;
  if (asked == "truncate") return store::Journal::truncate;
  return base::fail(base::ErrorCode::invalid_input, fmt::format("there is no journal \"{}\"", asked),
                    "PROBITY_JOURNAL", "Set it to wal or truncate, or leave it unset for wal");
}

} // namespace probity::ledger
