// SQLite as the ledger uses it: one writing connection per file, any number of read-only ones, statements
// kept.
//
// Settings on every connection: foreign_keys, trusted_schema off, cell_size_check, no memory map, a busy
// timeout. The writer adds synchronous=FULL and checkpoints the write-ahead log itself (Debian 12's
// SQLite 3.40.1 has a write-ahead-log reset bug that needs two checkpointing connections: there is only ever
// one).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace probity::store {

// Text is UTF-8. Bound text and blobs are not copied: they must live until the statement is reset. Column
// views live until the next step or reset.
class Statement {
 public:
  enum class Step { row, done };

  Statement() = default;
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;

  // Parameters count from 1. A failed bind shows as the error of the next step.
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, base::ByteView blob);
  Statement& bind_null(int parameter);

  base::Result<Step> step();
  // Runs a statement that returns no rows, and resets it.
  base::Result<void> run();
  void reset();

  // Columns count from 0.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const; // nothing for NULL
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] base::ByteView blob(int column) const;

 private:
  friend class Database;
  Statement(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}

  sqlite3* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
  int bind_error_ = 0;
};

enum class Access { read, write, create };
enum class Journal {
  wal,      // the default: readers never wait
  truncate, // the conservative setting: a rollback journal; readers wait while a writer commits
};

struct DatabaseOptions {
  Access access = Access::read;
  Journal journal = Journal::wal;
  bool secure_delete = false; // overwrite deleted content with zeros
  int cache_kib = 2'000;
};

class Database {
 public:
  // `not_found` when the file is absent (unless created), `corrupt` when it is no database.
  static base::Result<Database> open(const std::string& file, const DatabaseOptions& options);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  base::Result<void> execute(const char* sql);
  [[nodiscard]] base::Result<Statement> prepare(std::string_view sql) const;
  [[nodiscard]] std::int64_t rows_changed() const; // by the last statement

  [[nodiscard]] bool in_transaction() const;
  // Commits and, when the write-ahead log has grown past 16 MiB, moves it into the file as far as readers
  // allow, so that it begins anew. Past 64 MiB readers in the middle of a transaction are waited for, for a
  // fifth of a second at most: with readers that keep to short transactions it grows no longer than that, and
  // with one that does not it grows until that one is done.
  base::Result<void> commit();
  void rollback();
  // Moves the whole write-ahead log into the file and empties it, so that deleted content is gone from it.
  // False: a reader stood in the way. True at once where the journal is another.
  base::Result<bool> empty_write_ahead_log();

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database);
  std::unique_ptr<sqlite3, Closer> database_;
  void shorten_write_ahead_log();
  std::unique_ptr<int> log_frames_; // pages in the write-ahead log after the last commit
  int next_checkpoint_ = 0;         // at so many it is shortened
};

} // namespace probity::store
