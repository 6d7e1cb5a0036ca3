// The file of views: what folding the ledger gave of every person, so that a service need not fold it all
// again when it starts. Nothing in it is true by itself and nothing personal is in it: it may be deleted
// whenever no service uses it, and is made anew.
//
// A row carries a sum of its bytes, and the stamp says what the rows were made from; whoever opens the file
// compares it with what is there now. A crash may lose the last writes (the cursor is then behind), never
// half of one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/result.h"
#include "store/sqlite.h"

namespace probity::views {

struct Stamp {
  base::Digest definition;  // of program, rules and settings
  base::Digest policy;      // of the limits that held on the day
  base::Day on;             // that day
  std::string origin;       // of the ledger
  std::uint64_t cursor = 0; // events that are in the rows
  base::Digest root;        // of the ledger at the cursor
  std::uint64_t people = 0; // rows

  bool operator==(const Stamp&) const = default;
};

struct PersonRow {
  base::StreamId person; // the name that the record stands under
  std::uint32_t stream = 0;
  std::string clocks; // packed, as the lists keep them
  std::string state;  // likewise
};

// A stream of a person or of staff, by its number in the ledger.
struct StreamRow {
  std::uint32_t number = 0;
  base::StreamId name;
  bool staff = false;
};

// A record that was ever joined with another, or named so, and the one that it is read with: itself when
// none.
struct LinkedRow {
  base::StreamId record;
  base::StreamId standing;
};

// An event that the service opens when it starts, such as one with a name.
struct WatchedRow {
  std::uint64_t event = 0;
  std::uint32_t stream = 0;
};

struct Changes {
  Stamp stamp;
  std::vector<PersonRow> people; // new or other than before
  std::vector<base::StreamId> gone;
  std::vector<StreamRow> streams; // new ones
  std::vector<LinkedRow> linked;  // all of them, when any has changed
  bool linked_changed = false;
  std::vector<WatchedRow> watched; // new ones
};

class ViewsFile {
 public:
  // An empty one in place of whatever is there.
  static base::Result<ViewsFile> create(const std::string& file);
  // `not_found` when there is none; `corrupt` or `io` when it is no file of views.
  static base::Result<ViewsFile> open(const std::string& file, store::Access access);

  // What `read` reads is of one moment, whatever is written meanwhile.
  [[nodiscard]] base::Result<void> at_one_moment(const std::function<base::Result<void>()>& read);

  // Errors of all of these: `corrupt` when what is stored is not what was written, otherwise SQLite's.
  [[nodiscard]] base::Result<Stamp> stamp() const;
  [[nodiscard]] base::Result<void>
  each_person(const std::function<base::Result<void>(PersonRow)>& visit) const;
  [[nodiscard]] base::Result<std::vector<StreamRow>> streams() const;
  [[nodiscard]] base::Result<std::vector<LinkedRow>> linked() const;
  [[nodiscard]] base::Result<std::vector<WatchedRow>> watched() const;

  // All or nothing.
  base::Result<void> write(const Changes& changes);

 private:
  explicit ViewsFile(store::Database database) : database_(std::move(database)) {}
  base::Result<void> write_rows(const Changes& changes);
  base::Result<void> write_people(const Changes& changes);

  store::Database database_;
};

// With what SQLite keeps beside it. Nothing there is no error.
base::Result<void> remove_views(const std::string& file);

} // namespace probity::views
