#include "ledger/ledger.h"

#include "ledger/companions.h"
#include "ledger/key_store.h"
#include "ledger/leaf_fields.h"
#include "ledger/merkle.h"
#include "ledger/schema.h"
#include "ledger/sealing.h"
#include "ledger/sequencer.h"
#include "store/sqlite.h"

#include <algorithm>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Object;
using base::json::Value;
using Step = store::Statement::Step;

namespace {

constexpr int writer_cache_kib = 64 * 1024;
constexpr std::int64_t rows_a_page = 2'000; // of one short read
constexpr std::uint64_t leaves_a_page = 4'096;

Result<void> check_constants(const Constants& constants) {
  const std::string& origin = constants.origin;
  const bool plain =
      std::all_of(origin.begin(), origin.end(), [](char c) { return c > ' ' && c < 127 && c != '+'; });
  if (origin.empty() || origin.size() > 200 || !plain)
    return fail(ErrorCode::invalid_input,
                "the origin of a log is 1 to 200 printable ASCII characters without spaces and plus",
                "origin", "Use a name like example.org/area-7");
  PROBITY_TRY(base::Zone::named(constants.zone));
  return {};
}

std::array<std::uint8_t, 16> name_of(const std::optional<std::string>& seed, std::string_view what) {
  std::array<std::uint8_t, 16> out{};
  if (!seed) {
    randombytes_buf(out.data(), out.size());
    return out;
  }
  const base::Digest derived = base::hmac_sha256(base::bytes_of(*seed), base::bytes_of(what));
  std::copy_n(derived.bytes.begin(), out.size(), out.begin());
  return out;
}

Value opening_event(const CreateOptions& options, const std::optional<std::string>& seed) {
  const bool replayed = options.constants.clock == Clock::replayed;
  const base::Digest actor =
      base::sha256(base::bytes_of("operator\n"), base::bytes_of(options.operator_name));
  const std::string opened = base::to_text(options.opened);
  Object object;
  object.emplace_back("actor", Value(base::to_hex(actor.view().subspan(0, 16))));
  object.emplace_back("channel", Value("system"));
  object.emplace_back("facts", Value(Object{{"clock", Value(replayed ? "replayed" : "live")},
                                            {"origin", Value(options.constants.origin)},
                                            {"zone", Value(options.constants.zone)}}));
  object.emplace_back("id", Value(base::to_hex(name_of(seed, "id of leaf 0"))));
  object.emplace_back("log", Value(options.constants.origin));
  object.emplace_back("provider", Value(options.operator_name));
  object.emplace_back("recorded", Value(opened));
  object.emplace_back("role", Value("system"));
  object.emplace_back("schema", Value(std::int64_t{1}));
  object.emplace_back("stream", Value(base::to_hex(name_of(seed, "name of the system stream"))));
  object.emplace_back("type", Value(type_opened));
  object.emplace_back("v", Value(std::int64_t{1}));
  object.emplace_back("valid", Value(Object{{"from", Value(opened)}, {"precision", Value("instant")}}));
  return Value(std::move(object));
}

Result<Constants> constants_of(std::string_view body, const std::string& file) {
  const auto corrupt = [&] {
    return fail(ErrorCode::corrupt, "leaf 0 does not open a log", file,
                "Run verify, and restore a good copy");
  };
  const Result<Value> event = base::json::parse(body);
  const Value* facts = event && event->object() != nullptr ? event->find("facts") : nullptr;
  const Value* type = facts != nullptr ? event->find("type") : nullptr;
  if (type == nullptr || type->text() == nullptr || *type->text() != type_opened ||
      facts->object() == nullptr)
    return corrupt();
  const auto text = [&](std::string_view key) -> const std::string* {
    const Value* value = facts->find(key);
    return value != nullptr ? value->text() : nullptr;
  };
  if (text("origin") == nullptr || text("zone") == nullptr || text("clock") == nullptr ||
      (*text("clock") != "live" && *text("clock") != "replayed"))
    return corrupt();
  return Constants{*text("origin"), *text("zone"), *text("clock") == "live" ? Clock::live : Clock::replayed};
}

template <class Id> Result<Id> id_from(base::ByteView bytes, std::string_view what) {
  Id id;
  if (bytes.size() != id.bytes.size())
    return fail(ErrorCode::corrupt,
                fmt::format("{} has {} bytes, not {}", what, bytes.size(), id.bytes.size()));
  std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

tl::unexpected<base::Error> no_event(std::uint64_t index, std::uint64_t size) {
  return fail(ErrorCode::not_found, fmt::format("there is no event {}: the ledger has {}", index, size));
}

} // namespace

struct Ledger::State {
  State(std::string file_, store::Database database_, Constants constants_, base::Zone zone_)
      : file(std::move(file_)), database(std::move(database_)), constants(std::move(constants_)),
        zone(std::move(zone_)) {}

  std::string file;
  std::optional<Lock> lock; // first made, last released
  store::Database database;
  Constants constants;
  base::Zone zone;
  std::uint64_t size = 0; // of a reader; the sequencer knows that of a writer
  base::Digest root;
  base::Instant last_recorded;
  std::unique_ptr<Sequencer> sequencer;

  [[nodiscard]] std::uint64_t size_now() const { return sequencer ? sequencer->size() : size; }

  // One value of one row.
  template <class Read> Result<void> one(std::string_view sql, std::int64_t key, const Read& read) const {
    PROBITY_ASSIGN(store::Statement statement, database.prepare(sql));
    PROBITY_ASSIGN(const Step step, statement.bind(1, key).step());
    if (step == Step::done)
      return fail(ErrorCode::corrupt, fmt::format("row {} is gone", key), file, "Run verify");
    return read(statement);
  }

  // Leaf hashes, read a page at a time.
  [[nodiscard]] LeafSource leaves() const {
    return [this, page = std::vector<base::Digest>(),
            from = UINT64_MAX](std::uint64_t index) mutable -> Result<base::Digest> {
      if (from == UINT64_MAX || index < from || index >= from + page.size()) {
        from = index / leaves_a_page * leaves_a_page;
        page.clear();
        PROBITY_ASSIGN(store::Statement statement,
                       database.prepare("SELECT ix, leaf FROM event WHERE ix >= ? ORDER BY ix LIMIT ?"));
        statement.bind(1, static_cast<std::int64_t>(from)).bind(2, static_cast<std::int64_t>(leaves_a_page));
        while (true) {
          PROBITY_ASSIGN(const Step step, statement.step());
          if (step == Step::done) break;
          if (static_cast<std::uint64_t>(statement.integer(0)) != from + page.size())
            return fail(ErrorCode::corrupt, fmt::format("event {} is missing", from + page.size()), file,
                        "Run verify");
          PROBITY_ASSIGN(page.emplace_back(), id_from<base::Digest>(statement.blob(1), "a leaf hash"));
        }
        if (index >= from + page.size())
          return fail(ErrorCode::corrupt, fmt::format("event {} is missing", index), file, "Run verify");
      }
      return page[index - from];
    };
  }
};

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Result<Ledger> Ledger::create(const std::string& file, const CreateOptions& options,
                              OpenOptions open_options) {
  PROBITY_TRY(check_constants(options.constants));
  PROBITY_ENSURE(sodium_init() >= 0);
  const bool replayed = options.constants.clock == Clock::replayed;
  for (const std::string& path : {file, keys_file(file), secret_file(file)})
    if (::access(path.c_str(), F_OK) == 0)
      return fail(ErrorCode::exists_already, "this file is there already", path,
                  "Choose another name; a ledger is never overwritten");
  {
    PROBITY_ASSIGN(const Lock lock, Lock::take(lock_file(file)));
    Secret secret = Secret::random();
    if (replayed) secret.seed = options.seed;
    const auto make = [&]() -> Result<void> {
      PROBITY_TRY(secret.write(secret_file(file)));
      PROBITY_TRY(KeyStore::create(keys_file(file)));
      PROBITY_ASSIGN(store::Database database,
                     store::Database::open(
                         file, {.access = store::Access::create, .journal = journal_of_environment()}));
      PROBITY_ASSIGN(const base::Zone zone, base::Zone::named(options.constants.zone));
      PROBITY_ASSIGN(KeyStore keys, KeyStore::open(keys_file(file), secret, store::Access::write));
      PROBITY_TRY(database.execute("BEGIN IMMEDIATE"));
      PROBITY_TRY(make_tables(database));
      PROBITY_ASSIGN(Sequencer sequencer,
                     Sequencer::start(database, options.constants, zone, secret, std::move(keys), {}));
      PROBITY_TRY(sequencer.open_log(opening_event(options, secret.seed), options.opened));
      return database.commit();
    };
    if (Result<void> made = make(); !made) {
      for (const std::string& path :
           {file, file + "-wal", file + "-shm", file + "-journal", keys_file(file), keys_file(file) + "-wal",
            keys_file(file) + "-shm", keys_file(file) + "-journal", secret_file(file)})
        ::unlink(path.c_str());
      return tl::unexpected(std::move(made.error()));
    }
  }
  return open(file, std::move(open_options));
}

Result<Ledger> Ledger::open(const std::string& file, OpenOptions options) {
  const bool writes = options.mode == OpenOptions::Mode::write;
  std::optional<Lock> lock;
  if (::access(file.c_str(), F_OK) != 0)
    return fail(ErrorCode::not_found, "there is no such ledger", file, "Make one with init");
  if (writes) {
    PROBITY_ASSIGN(lock, Lock::take(lock_file(file)));
  }
  PROBITY_ASSIGN(store::Database database,
                 store::Database::open(file, {.access = writes ? store::Access::write : store::Access::read,
                                              .journal = journal_of_environment(),
                                              .cache_kib = writes ? writer_cache_kib : 8'000}));
  PROBITY_TRY(check_tables(database, file));
  std::string opening;
  {
    PROBITY_ASSIGN(store::Statement statement, database.prepare("SELECT body FROM event WHERE ix = 0"));
    PROBITY_ASSIGN(const Step step, statement.step());
    if (step == Step::row) opening = statement.text(0);
  }
  PROBITY_ASSIGN(const Constants constants, constants_of(opening, file));
  PROBITY_ASSIGN(const base::Zone zone, base::Zone::named(constants.zone));
  auto state = std::make_unique<State>(file, std::move(database), constants, zone);
  state->lock = std::move(lock);
  {
    PROBITY_ASSIGN(store::Statement head,
                   state->database.prepare("SELECT size, root, last_recorded FROM head"));
    PROBITY_ASSIGN(const Step step, head.step());
    if (step == Step::done)
      return fail(ErrorCode::corrupt, "the ledger has no head", file, "Run verify, and restore a good copy");
    state->size = static_cast<std::uint64_t>(head.integer(0));
    PROBITY_ASSIGN(state->root, id_from<base::Digest>(head.blob(1), "the root"));
    state->last_recorded = base::Instant{head.integer(2)};
  }
  if (writes) {
    if (!options.validate || (constants.clock == Clock::live && !options.now))
      return fail(ErrorCode::internal,
                  "a ledger is opened for writing with a validator and, when live, a clock", file);
    PROBITY_ASSIGN(const Secret secret, Secret::read(secret_file(file)));
    PROBITY_ASSIGN(KeyStore keys, KeyStore::open(keys_file(file), secret, store::Access::write));
    PROBITY_ASSIGN(Sequencer sequencer,
                   Sequencer::start(state->database, state->constants, zone, secret, std::move(keys),
                                    {std::move(options.validate), std::move(options.now)}));
    if (sequencer.root() != state->root)
      return fail(ErrorCode::corrupt, "the stored peaks of the tree do not hash to the stored root", file,
                  "Run verify, and restore a good copy");
    state->sequencer = std::make_unique<Sequencer>(std::move(sequencer));
  }
  return Ledger(std::move(state));
}

const Constants& Ledger::constants() const {
  return state_->constants;
}
const base::Zone& Ledger::zone() const {
  return state_->zone;
}
std::uint64_t Ledger::size() const {
  return state_->size_now();
}
base::Digest Ledger::root() const {
  return state_->sequencer ? state_->sequencer->root() : state_->root;
}
base::Instant Ledger::last_recorded() const {
  return state_->sequencer ? state_->sequencer->last_recorded() : state_->last_recorded;
}

Result<std::vector<Result<Receipt>>> Ledger::append(std::span<const Submission> submissions) {
  if (!state_->sequencer)
    return fail(ErrorCode::refused, "the ledger is open for reading only", state_->file);
  return state_->sequencer->append(submissions);
}

Result<void> Ledger::scan(std::optional<std::uint64_t> size,
                          const std::function<bool(const StoredEvent&)>& visit) const {
  const std::uint64_t end = std::min(size.value_or(state_->size_now()), state_->size_now());
  PROBITY_ASSIGN(
      store::Statement statement,
      state_->database.prepare("SELECT ix, stream_no, seq, body FROM event WHERE ix >= ? AND ix < ? "
                               "ORDER BY ix"));
  for (std::uint64_t from = 0; from < end;) {
    const std::uint64_t to = std::min(end, from + static_cast<std::uint64_t>(rows_a_page));
    statement.bind(1, static_cast<std::int64_t>(from)).bind(2, static_cast<std::int64_t>(to));
    while (true) {
      PROBITY_ASSIGN(const Step step, statement.step());
      if (step == Step::done) break;
      const StoredEvent event{static_cast<std::uint64_t>(statement.integer(0)),
                              static_cast<std::uint32_t>(statement.integer(1)),
                              static_cast<std::uint32_t>(statement.integer(2)), statement.text(3)};
      if (event.index != from)
        return fail(ErrorCode::corrupt, fmt::format("event {} is missing", from), state_->file, "Run verify");
      ++from;
      if (!visit(event)) return {};
    }
    if (from != to)
      return fail(ErrorCode::corrupt, fmt::format("event {} is missing", from), state_->file, "Run verify");
    statement.reset();
  }
  return {};
}

Result<std::string> Ledger::body(std::uint64_t index) const {
  if (index >= size()) return no_event(index, size());
  std::string out;
  PROBITY_TRY(state_->one("SELECT body FROM event WHERE ix = ?", static_cast<std::int64_t>(index),
                          [&](const store::Statement& row) -> Result<void> {
                            out = row.text(0);
                            return {};
                          }));
  return out;
}

Result<std::optional<std::uint64_t>> Ledger::index_of(const base::EventId& id) const {
  PROBITY_ASSIGN(store::Statement statement, state_->database.prepare("SELECT ix FROM event WHERE id = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, id.view()).step());
  if (step == Step::done) return std::optional<std::uint64_t>{};
  return std::optional(static_cast<std::uint64_t>(statement.integer(0)));
}

Result<std::optional<std::uint32_t>> Ledger::stream_number(const base::StreamId& name) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT no FROM stream WHERE name = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, name.view()).step());
  if (step == Step::done) return std::optional<std::uint32_t>{};
  return std::optional(static_cast<std::uint32_t>(statement.integer(0)));
}

Result<base::StreamId> Ledger::stream_name(std::uint32_t number) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT name FROM stream WHERE no = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, std::int64_t{number}).step());
  if (step == Step::done)
    return fail(ErrorCode::not_found, fmt::format("there is no stream {}", number), state_->file);
  return id_from<base::StreamId>(statement.blob(0), "the name of a stream");
}

Result<std::int64_t> Ledger::stream_length(const base::StreamId& name) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT seq FROM stream WHERE name = ?"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, name.view()).step());
  return step == Step::done ? 0 : statement.integer(0);
}

Result<std::vector<base::StreamId>> Ledger::streams_beginning(std::string_view digits,
                                                              std::size_t most) const {
  const bool hex = std::all_of(digits.begin(), digits.end(),
                               [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!hex || digits.size() > 32)
    return fail(ErrorCode::invalid_input, "the name of a stream is 32 lower-case hexadecimal digits",
                std::string(digits));
  const std::optional<base::StreamId> first =
      base::StreamId::from_hex(std::string(digits) + std::string(32 - digits.size(), '0'));
  const std::optional<base::StreamId> last =
      base::StreamId::from_hex(std::string(digits) + std::string(32 - digits.size(), 'f'));
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT name FROM stream WHERE name BETWEEN ? AND ? ORDER BY name "
                                          "LIMIT ?"));
  statement.bind(1, first->view()).bind(2, last->view()).bind(3, static_cast<std::int64_t>(most));
  std::vector<base::StreamId> out;
  while (true) {
    PROBITY_ASSIGN(const Step step, statement.step());
    if (step == Step::done) return out;
    PROBITY_ASSIGN(out.emplace_back(), id_from<base::StreamId>(statement.blob(0), "the name of a stream"));
  }
}

Result<void> Ledger::scan_stream(std::uint32_t number,
                                 const std::function<bool(const StoredEvent&)>& visit) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT ix, seq, body FROM event WHERE stream_no = ? AND seq >= ? "
                                          "ORDER BY seq LIMIT ?"));
  const std::uint64_t end = size();
  std::int64_t next = 0;
  while (true) {
    const std::int64_t first = next;
    statement.bind(1, std::int64_t{number}).bind(2, first).bind(3, rows_a_page);
    while (true) {
      PROBITY_ASSIGN(const Step step, statement.step());
      if (step == Step::done) break;
      const StoredEvent event{static_cast<std::uint64_t>(statement.integer(0)), number,
                              static_cast<std::uint32_t>(statement.integer(1)), statement.text(2)};
      if (statement.integer(1) != next)
        return fail(ErrorCode::corrupt, fmt::format("event {} of stream {} is missing", next, number),
                    state_->file, "Run verify");
      ++next;
      if (event.index >= end || !visit(event)) return {};
    }
    statement.reset();
    if (next - first < rows_a_page) return {};
  }
}

Result<std::uint64_t> Ledger::size_known_on(base::Day day) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT recorded FROM event WHERE ix = ?"));
  const std::int64_t next_day = state_->zone.start_of(day + 1).microseconds;
  std::uint64_t low = 0; // every event below it was recorded by the day
  std::uint64_t high = size();
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    PROBITY_ASSIGN(const Step step, statement.bind(1, static_cast<std::int64_t>(middle)).step());
    if (step == Step::done)
      return fail(ErrorCode::corrupt, fmt::format("event {} is missing", middle), state_->file, "Run verify");
    (statement.integer(0) < next_day ? low : high) = statement.integer(0) < next_day ? middle + 1 : middle;
    statement.reset();
  }
  return low;
}

Result<base::Digest> Ledger::root_at(std::uint64_t at) const {
  if (at > size()) return no_event(at - 1, size());
  if (at == 0) return empty_root();
  return range_root(state_->leaves(), 0, at);
}

Result<base::Digest> Ledger::leaf(std::uint64_t index) const {
  if (index >= size()) return no_event(index, size());
  return state_->leaves()(index);
}

Result<std::vector<base::Digest>> Ledger::inclusion_proof(std::uint64_t index, std::uint64_t at) const {
  if (at > size() || index >= at) return no_event(index, std::min(at, size()));
  return prove_inclusion(state_->leaves(), index, at);
}

Result<std::vector<base::Digest>> Ledger::consistency_proof(std::uint64_t from, std::uint64_t to) const {
  if (to > size() || from > to)
    return fail(ErrorCode::invalid_input,
                fmt::format("a ledger of {} events has no growth from {} to {}", size(), from, to));
  return prove_consistency(state_->leaves(), from, to);
}

Result<std::string> Ledger::checkpoint() const {
  std::string note;
  PROBITY_TRY(state_->one("SELECT note FROM checkpoint WHERE size = ?", static_cast<std::int64_t>(size()),
                          [&](const store::Statement& row) -> Result<void> {
                            note = row.text(0);
                            return {};
                          }));
  return note;
}

Result<std::string> Ledger::checkpoint_at(std::uint64_t at) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT size, note FROM checkpoint WHERE size >= ? AND size <= ? "
                                          "ORDER BY size LIMIT 1"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, static_cast<std::int64_t>(std::min(at, size() + 1)))
                                      .bind(2, static_cast<std::int64_t>(size()))
                                      .step());
  if (step == Step::row && static_cast<std::uint64_t>(statement.integer(0)) == at)
    return std::string(statement.text(1));
  return fail(ErrorCode::not_found, fmt::format("no checkpoint was signed at size {}", at), state_->file,
              step == Step::row ? fmt::format("The next one was signed at size {}", statement.integer(0))
                                : fmt::format("The ledger has {} events", size()));
}

Result<std::string> Ledger::verification_key() const {
  std::string key;
  PROBITY_TRY(state_->one("SELECT verification_key FROM head WHERE one = ?", 1,
                          [&](const store::Statement& row) -> Result<void> {
                            key = row.text(0);
                            return {};
                          }));
  return key;
}

Result<std::string> Ledger::open_sealed(std::uint64_t index, int slot) const {
  PROBITY_ASSIGN(const std::string text, body(index));
  DayFinder days(state_->zone);
  LeafFields fields;
  if (const std::string_view problem = read_leaf(text, days, fields); !problem.empty())
    return fail(ErrorCode::corrupt, fmt::format("event {} does not parse: {}", index, problem), state_->file,
                "Run verify");
  if (slot < 0 || static_cast<std::size_t>(slot) >= fields.subjects.size())
    return fail(ErrorCode::not_found, fmt::format("event {} has no sealed part {}", index, slot),
                state_->file);
  const LeafFields::Subject& subject = fields.subjects[static_cast<std::size_t>(slot)];
  // The key store is opened anew each time: a destroyed key must not live on in memory.
  PROBITY_ASSIGN(Secret secret, Secret::read(secret_file(state_->file)));
  PROBITY_ASSIGN(KeyStore keys, KeyStore::open(keys_file(state_->file), secret, store::Access::read));
  PROBITY_ASSIGN(const KeyStore::Found found, keys.find(subject.key));
  if (found.state != KeyStore::State::alive)
    return fail(ErrorCode::not_found, fmt::format("sealed part {} of event {} was erased", slot, index),
                state_->file);
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT nonce, box FROM sealed WHERE slot = ? AND key_no = ?"));
  statement.bind(1, static_cast<std::int64_t>(index) * slots_per_event + slot).bind(2, found.number);
  PROBITY_ASSIGN(const Step step, statement.step());
  if (step == Step::done)
    return fail(ErrorCode::not_found,
                fmt::format("the box of sealed part {} of event {} is gone", slot, index), state_->file);
  Result<std::string> part = open_box(*found.key, state_->constants.origin, fields.id, slot,
                                      statement.blob(0), statement.blob(1), subject.commit);
  if (!part) part.error().where = fmt::format("event {} sealed part {}", index, slot);
  return part;
}

Result<std::uint64_t> Ledger::destroy_subject(const base::SubjectId& subject) {
  if (!state_->sequencer)
    return fail(ErrorCode::refused, "the ledger is open for reading only", state_->file);
  return state_->sequencer->destroy_subject(subject);
}

} // namespace probity::ledger
