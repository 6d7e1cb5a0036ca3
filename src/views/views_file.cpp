#include "views/views_file.h"

#include <array>
#include <filesystem>

#include "base/packed.h"

namespace probity::views {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

constexpr const char* schema =
    "CREATE TABLE stamp(one INTEGER PRIMARY KEY, bytes BLOB NOT NULL, sum BLOB NOT NULL);"
    "CREATE TABLE person(name BLOB PRIMARY KEY, stream INTEGER NOT NULL,"
    " clocks BLOB NOT NULL, state BLOB NOT NULL, sum BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE stream(number INTEGER PRIMARY KEY, name BLOB NOT NULL, staff INTEGER);"
    "CREATE TABLE linked(record BLOB PRIMARY KEY, standing BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE watched(event INTEGER PRIMARY KEY, stream INTEGER NOT NULL)";

constexpr std::size_t sum_size = 8;

// Against what a disk does, not against whoever can write here: that one could write the ledger too.
struct Sum {
  std::array<std::uint8_t, sum_size> bytes{};
  [[nodiscard]] base::ByteView view() const { return bytes; }
};

Sum sum_of(base::ByteView first, base::ByteView second = {}, base::ByteView third = {}) {
  const base::Digest digest = base::sha256(first, second, third);
  Sum out;
  std::copy_n(digest.bytes.begin(), sum_size, out.bytes.begin());
  return out;
}

Sum sum_of(const PersonRow& row) {
  // The length keeps clocks and state apart.
  const std::string rest = base::packed(row.stream) + base::packed(row.clocks) + row.state;
  return sum_of(row.person.view(), base::bytes_of(rest));
}

bool is_sum(base::ByteView stored, const Sum& sum) {
  return std::equal(stored.begin(), stored.end(), sum.bytes.begin(), sum.bytes.end());
}

std::string text_of(base::ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Result<base::StreamId> id_of(base::ByteView bytes) {
  base::StreamId out;
  if (bytes.size() != out.bytes.size())
    return fail(ErrorCode::corrupt, "a name in the file of views is damaged");
  std::copy(bytes.begin(), bytes.end(), out.bytes.begin());
  return out;
}

// Calls `row` for every row of the query.
template <class Row>
Result<void> each_row(const store::Database& database, std::string_view sql, const Row& row) {
  PROBITY_ASSIGN(store::Statement query, database.prepare(sql));
  for (;;) {
    PROBITY_ASSIGN(const Step step, query.step());
    if (step == Step::done) return {};
    PROBITY_TRY(row(query));
  }
}

} // namespace

Result<ViewsFile> ViewsFile::create(const std::string& file) {
  PROBITY_TRY(remove_views(file));
  store::DatabaseOptions options;
  options.access = store::Access::create;
  PROBITY_ASSIGN(ViewsFile out, store::Database::open(file, options).map([](store::Database database) {
    return ViewsFile(std::move(database));
  }));
  PROBITY_TRY(out.database_.execute(schema));
  PROBITY_TRY(out.database_.execute("PRAGMA synchronous=NORMAL"));
  return out;
}

Result<ViewsFile> ViewsFile::open(const std::string& file, store::Access access) {
  store::DatabaseOptions options;
  options.access = access;
  PROBITY_ASSIGN(store::Database database, store::Database::open(file, options));
  // What is lost by not waiting for the disk is read from the ledger again.
  if (access != store::Access::read) PROBITY_TRY(database.execute("PRAGMA synchronous=NORMAL"));
  return ViewsFile(std::move(database));
}

Result<void> ViewsFile::at_one_moment(const std::function<Result<void>()>& read) {
  PROBITY_TRY(database_.execute("BEGIN"));
  Result<void> done = read();
  PROBITY_TRY(database_.execute("COMMIT"));
  return done;
}

Result<Stamp> ViewsFile::stamp() const {
  std::optional<Stamp> out;
  PROBITY_TRY(each_row(database_, "SELECT bytes, sum FROM stamp", [&](store::Statement& row) -> Result<void> {
    if (is_sum(row.blob(1), sum_of(row.blob(0)))) out = base::unpacked<Stamp>(text_of(row.blob(0)));
    return {};
  }));
  if (!out) return fail(ErrorCode::corrupt, "the file of views does not say what it was made from");
  return *out;
}

Result<void> ViewsFile::each_person(const std::function<Result<void>(PersonRow)>& visit) const {
  return each_row(database_, "SELECT name, stream, clocks, state, sum FROM person ORDER BY name",
                  [&](store::Statement& row) -> Result<void> {
                    PersonRow person;
                    PROBITY_ASSIGN(person.person, id_of(row.blob(0)));
                    person.stream = static_cast<std::uint32_t>(row.integer(1));
                    person.clocks = text_of(row.blob(2));
                    person.state = text_of(row.blob(3));
                    if (!is_sum(row.blob(4), sum_of(person)))
                      return fail(ErrorCode::corrupt, "the row of " + person.person.hex() + " is damaged");
                    return visit(std::move(person));
                  });
}

Result<std::vector<StreamRow>> ViewsFile::streams() const {
  std::vector<StreamRow> out;
  PROBITY_TRY(each_row(database_, "SELECT number, name, staff FROM stream ORDER BY number",
                       [&](store::Statement& row) -> Result<void> {
                         StreamRow& one = out.emplace_back();
                         one.number = static_cast<std::uint32_t>(row.integer(0));
                         PROBITY_ASSIGN(one.name, id_of(row.blob(1)));
                         one.staff = row.integer(2) != 0;
                         return {};
                       }));
  return out;
}

Result<std::vector<LinkedRow>> ViewsFile::linked() const {
  std::vector<LinkedRow> out;
  PROBITY_TRY(each_row(database_, "SELECT record, standing FROM linked ORDER BY record",
                       [&](store::Statement& row) -> Result<void> {
                         LinkedRow& one = out.emplace_back();
                         PROBITY_ASSIGN(one.record, id_of(row.blob(0)));
                         PROBITY_ASSIGN(one.standing, id_of(row.blob(1)));
                         return {};
                       }));
  return out;
}

Result<std::vector<WatchedRow>> ViewsFile::watched() const {
  std::vector<WatchedRow> out;
  PROBITY_TRY(each_row(database_, "SELECT event, stream FROM watched ORDER BY event",
                       [&](store::Statement& row) -> Result<void> {
                         out.push_back({static_cast<std::uint64_t>(row.integer(0)),
                                        static_cast<std::uint32_t>(row.integer(1))});
                         return {};
                       }));
  return out;
}

Result<void> ViewsFile::write_people(const Changes& changes) {
  PROBITY_ASSIGN(store::Statement put, database_.prepare("INSERT OR REPLACE INTO person VALUES(?,?,?,?,?)"));
  for (const PersonRow& row : changes.people) {
    const Sum sum = sum_of(row);
    put.bind(1, row.person.view())
        .bind(2, static_cast<std::int64_t>(row.stream))
        .bind(3, base::bytes_of(row.clocks))
        .bind(4, base::bytes_of(row.state))
        .bind(5, sum.view());
    PROBITY_TRY(put.run());
  }
  PROBITY_ASSIGN(store::Statement remove, database_.prepare("DELETE FROM person WHERE name=?"));
  for (const base::StreamId& name : changes.gone)
    PROBITY_TRY(remove.bind(1, name.view()).run());
  return {};
}

Result<void> ViewsFile::write_rows(const Changes& changes) {
  PROBITY_TRY(write_people(changes));
  PROBITY_ASSIGN(store::Statement stream, database_.prepare("INSERT OR REPLACE INTO stream VALUES(?,?,?)"));
  for (const StreamRow& row : changes.streams)
    PROBITY_TRY(stream.bind(1, static_cast<std::int64_t>(row.number))
                    .bind(2, row.name.view())
                    .bind(3, static_cast<std::int64_t>(row.staff ? 1 : 0))
                    .run());
  if (changes.linked_changed) {
    PROBITY_TRY(database_.execute("DELETE FROM linked"));
    PROBITY_ASSIGN(store::Statement linked, database_.prepare("INSERT INTO linked VALUES(?,?)"));
    for (const LinkedRow& row : changes.linked)
      PROBITY_TRY(linked.bind(1, row.record.view()).bind(2, row.standing.view()).run());
  }
  PROBITY_ASSIGN(store::Statement watched, database_.prepare("INSERT OR REPLACE INTO watched VALUES(?,?)"));
  for (const WatchedRow& row : changes.watched)
    PROBITY_TRY(watched.bind(1, static_cast<std::int64_t>(row.event))
                    .bind(2, static_cast<std::int64_t>(row.stream))
                    .run());
  const std::string bytes = base::packed(changes.stamp);
  const Sum sum = sum_of(base::bytes_of(bytes));
  PROBITY_ASSIGN(store::Statement stamp, database_.prepare("INSERT OR REPLACE INTO stamp VALUES(1,?,?)"));
  return stamp.bind(1, base::bytes_of(bytes)).bind(2, sum.view()).run();
}

Result<void> ViewsFile::write(const Changes& changes) {
  PROBITY_TRY(database_.execute("BEGIN IMMEDIATE"));
  auto written = write_rows(changes);
  if (written) written = database_.commit();
  if (!written) database_.rollback();
  return written;
}

Result<void> remove_views(const std::string& file) {
  for (const char* const end : {"", "-wal", "-shm", "-journal"}) {
    std::error_code error;
    std::filesystem::remove(file + end, error);
    if (error)
      return fail(ErrorCode::io, "the old file of views cannot be deleted: " + error.message(), file + end,
                  "Delete it, or give another with --views");
  }
  return {};
}

} // namespace probity::views
