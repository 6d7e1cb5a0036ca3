#include "store/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>
#include <utility>

namespace probity::store {
namespace {

// Frames of the write-ahead log, of 4 KiB each.
constexpr int frames_before_checkpoint = 4'000; // 16 MiB: moved into the file
constexpr int frames_before_waiting = 16'000;   // 64 MiB: readers are waited for
constexpr int frames_between_tries = 1'000;     // each try waits for the disk
constexpr int busy_milliseconds = 10'000;
// A reader that reads in short transactions lets go within a few.
constexpr int reader_milliseconds = 200;

base::ErrorCode code_of(int sqlite_code) {
  switch (sqlite_code & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_ERROR: // a table or column that is not there
  case SQLITE_FORMAT:
  case SQLITE_SCHEMA:
    return base::ErrorCode::corrupt;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return base::ErrorCode::busy;
  case SQLITE_CONSTRAINT:
    return base::ErrorCode::refused;
  case SQLITE_TOOBIG:
    return base::ErrorCode::too_large;
  case SQLITE_MISUSE:
  case SQLITE_RANGE:
    return base::ErrorCode::internal;
  default:
    return base::ErrorCode::io;
  }
}

base::Error error_of(sqlite3* database, int sqlite_code) {
  const char* file = database != nullptr ? sqlite3_db_filename(database, "main") : nullptr;
  const char* message = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(sqlite_code);
  return {code_of(sqlite_code), fmt::format("the database says: {}", message), file != nullptr ? file : "",
          ""};
}

int note_log_frames(void* frames, sqlite3* /*database*/, const char* /*name*/, int pages) {
  *static_cast<int*>(frames) = pages;
  return SQLITE_OK;
}

// A file: URI for a database on read-only media, where no write-ahead log can be made.
std::string immutable_uri(const std::string& file) {
  std::string out = "file:";
  for (const char c : file) {
    if (c == '?' || c == '#' || c == '%')
      out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + "?immutable=1";
}

} // namespace

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

Statement::Statement(Statement&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)),
      statement_(std::exchange(other.statement_, nullptr)), bind_error_(other.bind_error_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(statement_, other.statement_);
  std::swap(bind_error_, other.bind_error_);
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  bind_error_ |= sqlite3_bind_int64(statement_, parameter, value);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  bind_error_ |= sqlite3_bind_text64(statement_, parameter, text.data() != nullptr ? text.data() : "",
                                     text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int parameter, base::ByteView blob) {
  static constexpr std::uint8_t nothing = 0;
  bind_error_ |= sqlite3_bind_blob64(statement_, parameter, blob.data() != nullptr ? blob.data() : &nothing,
                                     blob.size(), SQLITE_STATIC);
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  bind_error_ |= sqlite3_bind_null(statement_, parameter);
  return *this;
}

base::Result<Statement::Step> Statement::step() {
  if (bind_error_ != SQLITE_OK)
    return tl::unexpected(error_of(database_, std::exchange(bind_error_, SQLITE_OK)));
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return Step::row;
  if (code == SQLITE_DONE) return Step::done;
  base::Error error = error_of(database_, code);
  sqlite3_reset(statement_);
  return tl::unexpected(std::move(error));
}

base::Result<void> Statement::run() {
  const base::Result<Step> stepped = step();
  reset();
  if (!stepped) return tl::unexpected(stepped.error());
  return {};
}

void Statement::reset() {
  sqlite3_reset(statement_);
}

// Each of SQLite's own functions for columns looks for the column and for a failed allocation anew. Values
// may be read directly because a connection, opened without a mutex, belongs to one thread at a time.
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  sqlite3_value* const value = sqlite3_column_value(statement_, column);
  if (sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  return sqlite3_value_int64(value);
}

std::string_view Statement::text(int column) const {
  sqlite3_value* const value = sqlite3_column_value(statement_, column);
  const unsigned char* data = sqlite3_value_text(value);
  if (data == nullptr) return {};
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

base::ByteView Statement::blob(int column) const {
  sqlite3_value* const value = sqlite3_column_value(statement_, column);
  const void* data = sqlite3_value_blob(value);
  if (data == nullptr) return {};
  return {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void Database::Closer::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Database::Database(sqlite3* database) : database_(database), log_frames_(std::make_unique<int>(0)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

base::Result<Database> Database::open(const std::string& file, const DatabaseOptions& options) {
  if (options.access != Access::create && access(file.c_str(), F_OK) != 0)
    return base::fail(base::ErrorCode::not_found, "there is no such file", file);
  const auto connect = [&](const std::string& name, int flags) -> base::Result<Database> {
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database(raw);
    if (code != SQLITE_OK) return tl::unexpected(error_of(raw, code));
    sqlite3_busy_timeout(raw, busy_milliseconds);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    PROBITY_TRY(
        database.execute("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                         "PRAGMA mmap_size=0"));
    PROBITY_TRY(database.execute(fmt::format("PRAGMA cache_size=-{}", options.cache_kib).c_str()));
    if (options.access == Access::read) {
      sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
      PROBITY_TRY(database.execute("SELECT count(*) FROM sqlite_schema"));
      return database;
    }
    const char* journal =
        options.journal == Journal::wal ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode=TRUNCATE";
    PROBITY_TRY(database.execute(journal));
    PROBITY_TRY(database.execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
                                 "PRAGMA journal_size_limit=16777216")); // what a peak took is given back
    if (options.secure_delete) PROBITY_TRY(database.execute("PRAGMA secure_delete=ON"));
    sqlite3_wal_hook(raw, note_log_frames, database.log_frames_.get());
    return database;
  };
  switch (options.access) {
  case Access::create:
    return connect(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  case Access::write:
    return connect(file, SQLITE_OPEN_READWRITE);
  case Access::read:
    break;
  }
  base::Result<Database> reader = connect(file, SQLITE_OPEN_READONLY);
  if (!reader && reader.error().code == base::ErrorCode::io && access((file + "-wal").c_str(), F_OK) != 0)
    return connect(immutable_uri(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  return reader;
}

base::Result<void> Database::execute(const char* sql) {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(error_of(database_.get(), code));
  return {};
}

base::Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(error_of(database_.get(), code));
  return Statement(database_.get(), statement);
}

std::int64_t Database::rows_changed() const {
  return sqlite3_changes64(database_.get());
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(database_.get()) == 0;
}

base::Result<void> Database::commit() {
  PROBITY_TRY(execute("COMMIT"));
  if (*log_frames_ < frames_before_checkpoint)
    next_checkpoint_ = frames_before_checkpoint;
  else if (*log_frames_ >= next_checkpoint_)
    shorten_write_ahead_log();
  return {};
}

// The log begins anew when all of it is in the file and nobody reads from it. Passively, nobody is waited
// for; but where there is always somebody in the middle of a transaction, however short, that moment never
// comes.
void Database::shorten_write_ahead_log() {
  const bool waits = *log_frames_ >= frames_before_waiting;
  if (waits) sqlite3_busy_timeout(database_.get(), reader_milliseconds);
  sqlite3_wal_checkpoint_v2(database_.get(), nullptr,
                            waits ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (waits) sqlite3_busy_timeout(database_.get(), busy_milliseconds);
  next_checkpoint_ = *log_frames_ + frames_between_tries;
}

void Database::rollback() {
  if (in_transaction()) sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

base::Result<bool> Database::empty_write_ahead_log() {
  const int code =
      sqlite3_wal_checkpoint_v2(database_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (code != SQLITE_OK && code != SQLITE_BUSY) return tl::unexpected(error_of(database_.get(), code));
  return code == SQLITE_OK;
}

} // namespace probity::store
