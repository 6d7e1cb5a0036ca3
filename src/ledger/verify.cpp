#include "ledger/verify.h"

#include "base/json.h"
#include "ledger/companions.h"
#include "ledger/merkle.h"
#include "ledger/note.h"
#include "ledger/schema.h"
#include "ledger/verify_order.h"
#include "ledger/verify_rows.h"

#include <algorithm>
#include <condition_variable>
#include <fmt/format.h>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr std::uint64_t rows_a_chunk = 400; // small enough that its results stay in the allocator
constexpr std::int64_t index_rows_a_page = 20'000;

Finding about_file(std::string what, std::string message) {
  return {-1, std::move(what), std::move(message)};
}

Result<void> each_row(const store::Database& database, std::string_view sql,
                      const std::function<void(const store::Statement&)>& visit) {
  PROBITY_ASSIGN(store::Statement statement, database.prepare(sql));
  while (true) {
    PROBITY_ASSIGN(const Step step, statement.step());
    if (step == Step::done) return {};
    visit(statement);
  }
}

template <class Id> Id id_from(base::ByteView bytes) {
  Id id;
  if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

Constants constants_of(std::string_view body) {
  Constants out;
  const Result<base::json::Value> event = base::json::parse(body, base::json::Spelling::any);
  const base::json::Value* facts = event && event->object() != nullptr ? event->find("facts") : nullptr;
  if (facts == nullptr || facts->object() == nullptr) return out;
  const auto text = [&](std::string_view key) {
    const base::json::Value* value = facts->find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
  };
  out.origin = text("origin");
  out.zone = text("zone");
  out.clock = text("clock") == "live" ? Clock::live : Clock::replayed;
  return out;
}

// Everything that the ordered pass starts from, read in one short transaction.
Result<void> read_context(const store::Database& database, VerifyContext& context, StoredHead& head,
                          std::vector<Finding>& findings) {
  PROBITY_TRY(each_row(database, "SELECT size, root, peaks, last_recorded, verification_key FROM head",
                       [&](const store::Statement& row) {
                         head.there = true;
                         head.size = static_cast<std::uint64_t>(row.integer(0));
                         head.root = id_from<base::Digest>(row.blob(1));
                         head.peaks.assign(row.blob(2).begin(), row.blob(2).end());
                         head.last_recorded = row.integer(3);
                         head.verification_key = row.text(4);
                       }));
  std::int64_t lowest = 0;
  std::int64_t highest = -1;
  PROBITY_TRY(each_row(database,
                       "SELECT (SELECT ix FROM event NOT INDEXED ORDER BY ix LIMIT 1), "
                       "(SELECT ix FROM event NOT INDEXED ORDER BY ix DESC LIMIT 1)",
                       [&](const store::Statement& row) {
                         if (row.is_null(0)) return;
                         lowest = row.integer(0);
                         highest = row.integer(1);
                       }));
  PROBITY_TRY(each_row(database, "SELECT coalesce(max(size), 0) FROM checkpoint",
                       [&](const store::Statement& row) { head.newest_checkpoint = row.integer(0); }));
  std::string opening;
  PROBITY_TRY(each_row(database, "SELECT body FROM event WHERE ix = 0",
                       [&](const store::Statement& row) { opening = row.text(0); }));
  PROBITY_TRY(each_row(database, "SELECT no, name, seq, leaf, closed FROM stream NOT INDEXED ORDER BY no",
                       [&](const store::Statement& row) {
                         context.streams.add(row.integer(0),
                                             {id_from<base::StreamId>(row.blob(1)), row.integer(2),
                                              id_from<base::Digest>(row.blob(3)), row.integer(4) != 0});
                       }));
  PROBITY_ASSIGN(const std::vector<std::string> altered, altered_tables(database));
  for (const std::string& name : altered)
    findings.push_back(about_file("file", fmt::format("the database's {} is not as a ledger has it", name)));
  if (!head.there) findings.push_back(about_file("head", "the ledger has no head"));
  if (lowest < 0)
    findings.push_back({lowest, "order", fmt::format("there is a row {} before the first event", lowest)});
  const auto rows = static_cast<std::uint64_t>(highest + 1);
  if (head.there && rows > head.size)
    findings.push_back(
        {static_cast<std::int64_t>(head.size), "tail",
         fmt::format("the head says {} events, but rows go on to event {}", head.size, highest)});
  if (head.there && rows < head.size)
    findings.push_back(
        {static_cast<std::int64_t>(rows), "tail",
         fmt::format("the head says {} events, but the rows end before event {}", head.size, rows)});
  context.size = rows;
  context.constants = constants_of(opening);
  Result<base::Zone> zone = base::Zone::named(context.constants.zone);
  if (!zone || context.constants.origin.empty()) {
    findings.push_back({0, "leaf 0", "leaf 0 does not open a log with an origin, a zone and a clock"});
    PROBITY_ASSIGN(zone, base::Zone::named("Etc/UTC"));
  }
  context.zone = *zone;
  return {};
}

Result<void> read_keys(const VerifyOptions& options, VerifyContext& context, std::vector<Finding>& findings) {
  const std::string file = keys_file(context.file);
  const bool opens = options.sealed == SealedParts::opened;
  if (!opens && ::access(file.c_str(), R_OK) != 0) return {};
  std::optional<KeyStore> keys;
  if (opens) {
    PROBITY_ASSIGN(Secret secret, Secret::read(secret_file(context.file)));
    PROBITY_ASSIGN(keys, KeyStore::open(file, secret, store::Access::read));
  }
  std::map<std::int64_t, KeyRow> rows;
  const auto read = [&]() -> Result<void> {
    PROBITY_ASSIGN(store::Database database, store::Database::open(file, {}));
    PROBITY_TRY(each_row(database, "SELECT no, subject, wrapped IS NULL FROM subject_key",
                         [&](const store::Statement& row) {
                           const auto subject = id_from<base::SubjectId>(row.blob(1));
                           rows[row.integer(0)] = {subject, row.integer(2) != 0, std::nullopt};
                           context.key_numbers[subject] = row.integer(0);
                         }));
    for (auto& [number, row] : rows) {
      if (!keys || row.destroyed) continue;
      PROBITY_ASSIGN(const KeyStore::Found found, keys->find(row.subject));
      if (found.key != nullptr) row.key = *found.key;
    }
    return {};
  };
  if (const Result<void> done = read(); !done)
    findings.push_back(
        about_file("keys", fmt::format("the file of keys cannot be read: {}", done.error().message)));
  context.keys = std::move(rows);
  return {};
}

// The rows that the indexes of the database hold, to compare with those of the tables.
Result<IndexSums> sums_of_indexes(const store::Database& database, std::uint64_t size) {
  IndexSums sums;
  const auto end = static_cast<std::int64_t>(size);
  {
    PROBITY_ASSIGN(
        store::Statement page,
        database.prepare("SELECT id, ix FROM event INDEXED BY sqlite_autoindex_event_1 WHERE id > ? "
                         "ORDER BY id LIMIT ?"));
    base::ByteVector last;
    for (std::int64_t read = index_rows_a_page; read == index_rows_a_page;) {
      read = 0;
      page.bind(1, base::ByteView(last)).bind(2, index_rows_a_page);
      base::ByteVector newest = last;
      while (true) {
        PROBITY_ASSIGN(const Step step, page.step());
        if (step == Step::done) break;
        ++read;
        newest.assign(page.blob(0).begin(), page.blob(0).end());
        if (page.integer(1) < end) sums.ids += IndexSums::of_id(newest, page.integer(1));
      }
      page.reset();
      if (newest <= last) break;
      last = newest;
    }
  }
  {
    PROBITY_ASSIGN(
        store::Statement page,
        database.prepare("SELECT stream_no, seq, ix FROM event INDEXED BY sqlite_autoindex_event_2 "
                         "WHERE (stream_no, seq) > (?, ?) ORDER BY stream_no, seq LIMIT ?"));
    std::pair<std::int64_t, std::int64_t> last = {INT64_MIN, INT64_MIN};
    for (std::int64_t read = index_rows_a_page; read == index_rows_a_page;) {
      read = 0;
      page.bind(1, last.first).bind(2, last.second).bind(3, index_rows_a_page);
      auto newest = last;
      while (true) {
        PROBITY_ASSIGN(const Step step, page.step());
        if (step == Step::done) break;
        ++read;
        newest = {page.integer(0), page.integer(1)};
        if (page.integer(2) < end)
          sums.places += IndexSums::of_pair(newest.first, newest.second, page.integer(2));
      }
      page.reset();
      if (newest <= last) break;
      last = newest;
    }
  }
  PROBITY_TRY(each_row(database,
                       "SELECT corrects, ix FROM event INDEXED BY event_corrects WHERE corrects IS NOT NULL",
                       [&](const store::Statement& row) {
                         if (row.integer(1) < end)
                           sums.corrections += IndexSums::of_pair(row.integer(0), 0, row.integer(1));
                       }));
  PROBITY_TRY(each_row(database, "SELECT key_no, slot FROM sealed INDEXED BY sealed_key",
                       [&](const store::Statement& row) {
                         if (row.integer(1) < end * slots_per_event)
                           sums.keys += IndexSums::of_pair(row.integer(0), 0, row.integer(1));
                       }));
  return sums;
}

// Work that threads take in order and that one thread merges in order.
class Pool {
 public:
  struct Done {
    std::optional<VerifiedRows> rows;
    std::optional<Result<IndexSums>> sums;
  };

  Pool(const VerifyContext& context, unsigned threads)
      : context_(context), chunks_((context.size + rows_a_chunk - 1) / rows_a_chunk), done_(chunks_ + 1),
        ahead_(8U * threads + 8U) {
    for (unsigned i = 0; i < threads; ++i)
      threads_.emplace_back([this] { work(); });
  }
  ~Pool() {
    {
      const std::lock_guard guard(mutex_);
      next_ = done_.size();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_)
      thread.join();
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  [[nodiscard]] std::size_t chunks() const { return chunks_; }
  // The result of chunk `number`; asked for in order. Number `chunks()` is the sums of the indexes.
  Done take(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_[number].rows || done_[number].sums; });
    Done out = std::move(done_[number]);
    merged_ = std::max(merged_, number + 1);
    changed_.notify_all();
    return out;
  }
  // Rows that are merged, whose memory the next chunk takes.
  void give_back(std::vector<VerifiedRow> rows) {
    const std::lock_guard guard(mutex_);
    spare_.push_back(std::move(rows));
  }

 private:
  void work() {
    Result<RowVerifier> verifier = RowVerifier::open(context_);
    Result<store::Database> database = store::Database::open(context_.file, {.cache_kib = 1'000});
    while (true) {
      std::size_t job = 0;
      std::vector<VerifiedRow> spare;
      {
        std::unique_lock lock(mutex_);
        // The indexes first: they are one long piece of work.
        changed_.wait(lock, [&] { return !indexes_taken_ || next_ >= chunks_ || next_ < merged_ + ahead_; });
        if (!indexes_taken_ && next_ <= chunks_) {
          indexes_taken_ = true;
          job = chunks_;
        } else if (next_ < chunks_) {
          job = next_++;
        } else {
          return;
        }
        if (!spare_.empty()) {
          spare = std::move(spare_.back());
          spare_.pop_back();
        }
      }
      Done out = run(job, std::move(spare), verifier, database);
      const std::lock_guard guard(mutex_);
      done_[job] = std::move(out);
      changed_.notify_all();
    }
  }

  Done run(std::size_t job, std::vector<VerifiedRow> spare, Result<RowVerifier>& verifier,
           Result<store::Database>& database) const {
    if (job == chunks_)
      return {std::nullopt, database ? sums_of_indexes(*database, context_.size)
                                     : Result<IndexSums>(tl::unexpected(database.error()))};
    const std::uint64_t from = job * rows_a_chunk;
    const std::uint64_t to = std::min(context_.size, from + rows_a_chunk);
    if (verifier) return {verifier->verify(from, to, std::move(spare)), std::nullopt};
    VerifiedRows failed;
    failed.unreadable = true;
    failed.findings.push_back(about_file("file", "the events cannot be read: " + verifier.error().message));
    return {std::move(failed), std::nullopt};
  }

  const VerifyContext& context_;
  std::size_t chunks_;
  std::vector<Done> done_;
  std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  std::size_t merged_ = 0;
  bool indexes_taken_ = false;
  std::vector<std::vector<VerifiedRow>> spare_;
  std::vector<std::thread> threads_;
};

void compare_sums(const IndexSums& rows, const Result<IndexSums>& indexes, std::vector<Finding>& findings) {
  if (!indexes) {
    findings.push_back(
        about_file("index", "the indexes of the database cannot be read: " + indexes.error().message));
    return;
  }
  const auto compare = [&](std::string_view name, std::uint64_t row, std::uint64_t index) {
    if (row != index)
      findings.push_back(
          about_file(fmt::format("index {}", name),
                     fmt::format("the database's index of {} does not hold the rows that its table holds: "
                                 "rebuild it with REINDEX, then verify again",
                                 name)));
  };
  compare("event.id", rows.ids, indexes->ids);
  compare("event.stream_no", rows.places, indexes->places);
  compare("event.corrects", rows.corrections, indexes->corrections);
  compare("sealed.key_no", rows.keys, indexes->keys);
}

// What a note kept from earlier proves: the key that signed it, and the tree it must have grown from.
Result<std::optional<Checkpoint>> read_note(const VerifyOptions& options, const std::string& own_key,
                                            std::vector<Finding>& findings) {
  if (!options.against_note) return std::optional<Checkpoint>{};
  std::vector<VerificationKey> trusted;
  if (Result<VerificationKey> own = VerificationKey::parse(own_key)) {
    trusted.push_back(std::move(*own));
  } else {
    findings.push_back(about_file("head", "the verification key in the ledger is none"));
  }
  for (const std::string& text : options.trusted_keys) {
    PROBITY_ASSIGN(VerificationKey key, VerificationKey::parse(text));
    trusted.push_back(std::move(key));
  }
  const Result<OpenedNote> opened = open_note(*options.against_note, trusted);
  if (!opened && opened.error().code == ErrorCode::corrupt) {
    findings.push_back(
        about_file("note", "the signature on the note does not hold: " + opened.error().message));
  } else if (!opened && opened.error().code == ErrorCode::not_found) {
    findings.push_back(about_file("note",
                                  "the note is not signed by this log's key: the key was replaced, or the "
                                  "note is of another log"));
  } else if (!opened) {
    return tl::unexpected(opened.error());
  }
  const std::size_t end = options.against_note->rfind("\n\n");
  PROBITY_ASSIGN(Checkpoint checkpoint,
                 Checkpoint::parse(opened ? opened->text : options.against_note->substr(0, end + 1)));
  return std::optional(std::move(checkpoint));
}

void finish(Verification& out) {
  // By event, what concerns none last; the order of checking within an event.
  std::stable_sort(out.findings.begin(), out.findings.end(), [](const Finding& a, const Finding& b) {
    return static_cast<std::uint64_t>(a.index) < static_cast<std::uint64_t>(b.index);
  });
  if (out.findings.size() > most_findings) {
    // What concerns the whole ledger stands last and is kept.
    const auto whole =
        std::find_if(out.findings.begin(), out.findings.end(), [](const Finding& f) { return f.index < 0; });
    const auto kept = static_cast<std::ptrdiff_t>(most_findings) -
                      std::min<std::ptrdiff_t>(out.findings.end() - whole, most_findings / 2);
    out.findings.erase(out.findings.begin() + std::min(kept, whole - out.findings.begin()), whole);
    if (out.findings.size() > most_findings) out.findings.resize(most_findings);
    out.cut_short = true;
  }
  out.ok = out.findings.empty();
}

} // namespace

Result<Verification> verify(const std::string& file, const VerifyOptions& options) {
  if (::access(file.c_str(), R_OK) != 0)
    return fail(ErrorCode::not_found, "there is no such ledger, or it may not be read", file);
  Verification out;
  VerifyContext context;
  context.file = file;
  StoredHead head;
  const auto unusable = [&](const base::Error& error) {
    out.findings.push_back(about_file("file", "the file cannot be read as a ledger: " + error.message));
    finish(out);
    return out;
  };
  Result<store::Database> database = store::Database::open(file, {.cache_kib = 1'000});
  if (!database) return unusable(database.error());
  if (const Result<void> checked = check_tables(*database, file); !checked) return unusable(checked.error());
  const auto read = [&]() -> Result<void> {
    PROBITY_TRY(database->execute("BEGIN"));
    PROBITY_TRY(read_context(*database, context, head, out.findings));
    return database->execute("COMMIT");
  };
  if (const Result<void> done = read(); !done) return unusable(done.error());
  PROBITY_TRY(read_keys(options, context, out.findings));
  PROBITY_ASSIGN(const std::optional<Checkpoint> against,
                 read_note(options, head.verification_key, out.findings));

  const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  const unsigned threads = std::min(options.threads == 0 ? machine : options.threads, 32U);
  OrderVerifier order(context, head, *database, against, threads);
  IndexSums sums;
  {
    Pool pool(context, threads);
    for (std::size_t chunk = 0; chunk < pool.chunks(); ++chunk) {
      Pool::Done done = pool.take(chunk);
      sums.add(done.rows->sums);
      out.findings.insert(out.findings.end(), done.rows->findings.begin(), done.rows->findings.end());
      order.add(*done.rows, std::min<std::uint64_t>(context.size, (chunk + 1) * rows_a_chunk));
      pool.give_back(std::move(done.rows->rows));
      if (options.progress)
        options.progress(std::min<std::uint64_t>(context.size, (chunk + 1) * rows_a_chunk), context.size);
    }
    compare_sums(sums, *pool.take(pool.chunks()).sums, out.findings);
  }
  order.finish();
  out.findings.insert(out.findings.end(), order.findings().begin(), order.findings().end());
  out.events = order.events();
  out.root = order.root();
  finish(out);
  return out;
}

} // namespace probity::ledger
