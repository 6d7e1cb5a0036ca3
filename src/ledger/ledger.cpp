#include "ledger/ledger.h"

#include "ledger/key_store.h"
#include "ledger/ledger_state.h"
#include "ledger/opening_event.h"
#include "ledger/schema.h"
#include "ledger/stored_id.h"

#include <sodium.h>
#include <unistd.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr int writer_cache_kib = 64 * 1024;

} // namespace

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Result<Ledger> Ledger::create(const std::string& file, const CreateOptions& options,
                              OpenOptions open_options) {
  PROBITY_TRY(check_constants(options.constants));
  PROBITY_ASSIGN(const store::Journal journal, journal_of_environment());
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
                     store::Database::open(file, {.access = store::Access::create, .journal = journal}));
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
  PROBITY_ASSIGN(const store::Journal journal, journal_of_environment());
  PROBITY_ASSIGN(store::Database database,
                 store::Database::open(file, {.access = writes ? store::Access::write : store::Access::read,
                                              .journal = journal,
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

} // namespace probity::ledger
