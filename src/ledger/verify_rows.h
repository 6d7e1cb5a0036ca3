// The part of verification that looks at rows one by one and can run on many threads: bodies against leaves
// and columns, sealed rows against bodies. What needs the order of rows is left to `verify`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/key_store.h"
#include "ledger/leaf_fields.h"
#include "ledger/ledger.h"
#include "ledger/verify.h"
#include "store/sqlite.h"

namespace probity::ledger {

struct StreamRow {
  base::StreamId name;
  std::int64_t length = 0;
  base::Digest leaf;
  bool closed = false;
};

// The rows of the table of streams by number. Numbers run from 1 without gaps unless somebody was at them, so
// that finding one is looking at a place.
class StreamTable {
 public:
  using Rows = std::vector<std::pair<std::int64_t, StreamRow>>;

  void add(std::int64_t number, const StreamRow& row) { rows_.emplace_back(number, row); } // in order
  [[nodiscard]] const StreamRow* find(std::int64_t number) const;
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] Rows::const_iterator begin() const { return rows_.begin(); }
  [[nodiscard]] Rows::const_iterator end() const { return rows_.end(); }

 private:
  Rows rows_;
};

struct KeyRow {
  base::SubjectId subject;
  bool destroyed = false;
  std::optional<PersonKey> key; // when sealed parts are opened
};

// What all threads share, read once.
struct VerifyContext {
  std::string file;
  Constants constants;
  base::Zone zone;
  std::uint64_t size = 0;
  StreamTable streams;
  std::optional<std::map<std::int64_t, KeyRow>> keys; // absent when FILE.keys is
  std::map<base::SubjectId, std::int64_t> key_numbers;
};

// Sums of keyed hashes over rows: equal sums mean that an index holds the same rows as its table.
struct IndexSums {
  std::uint64_t ids = 0;
  std::uint64_t places = 0; // (stream_no, seq)
  std::uint64_t corrections = 0;
  std::uint64_t keys = 0; // of sealed
  void add(const IndexSums& other);
  static std::uint64_t of_id(base::ByteView id, std::int64_t row);
  static std::uint64_t of_pair(std::int64_t first, std::int64_t second, std::int64_t row);
};

// What the ordered pass needs of one row.
struct VerifiedRow {
  std::uint64_t index = 0;
  std::int64_t stream = 0;
  std::int64_t sequence = 0;
  base::Digest prev;
  base::Digest leaf; // recomputed from the body
  base::Digest stored_leaf;
  std::int64_t recorded = 0;
  std::optional<std::int64_t> corrects;           // the column
  std::optional<LeafFields::Corrects> correction; // the body
  std::optional<base::StreamId> closes;
  std::optional<base::StreamId> opens;
};

struct VerifiedRows {
  std::vector<VerifiedRow> rows;
  std::vector<Finding> findings; // by index
  IndexSums sums;
  bool unreadable = false; // the database gave up somewhere in it
};

class RowVerifier {
 public:
  static base::Result<RowVerifier> open(const VerifyContext& context);
  // Rows with from ≤ index < to. `spare` gives its memory, which is dear to get and return for every chunk.
  VerifiedRows verify(std::uint64_t from, std::uint64_t to, std::vector<VerifiedRow> spare);

 private:
  RowVerifier(const VerifyContext& context, store::Database database)
      : context_(&context), database_(std::move(database)), days_(context.zone) {}
  base::Result<void> read_events(std::uint64_t from, std::uint64_t to, VerifiedRows& out);
  base::Result<void> read_sealed(std::uint64_t from, std::uint64_t to, VerifiedRows& out);
  // The row in hand, which has this index and body; the body is left in `fields_` when true.
  bool check_event(std::uint64_t index, base::ByteView bytes, VerifiedRows& out);
  void check_submission(std::uint64_t first, std::string_view submitted, base::ByteView stored,
                        VerifiedRows& out);

  struct Subjects {
    std::uint64_t index = 0;
    base::EventId id;
    std::vector<LeafFields::Subject> subjects;
  };

  const VerifyContext* context_;
  store::Database database_;
  DayFinder days_;
  store::Statement events_;
  store::Statement sealed_;
  LeafFields fields_;
  std::vector<Subjects> with_subjects_; // of the rows in hand that have sealed parts
};

} // namespace probity::ledger
