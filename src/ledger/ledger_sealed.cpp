// The sealed parts of a ledger's events: opened, and destroyed.
#include "ledger/key_store.h"
#include "ledger/leaf_fields.h"
#include "ledger/ledger_state.h"
#include "ledger/schema.h"
#include "ledger/sealing.h"

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

// The keys are opened anew for each call on the ledger: a destroyed key must not live on in memory.
struct Ledger::PartOpener {
  const State& state;
  KeyStore keys;
  store::Statement bodies;
  store::Statement boxes;
  DayFinder days;
  LeafFields fields;

  static Result<PartOpener> on(const State& state) {
    PROBITY_ASSIGN(const Secret secret, Secret::read(secret_file(state.file)));
    PROBITY_ASSIGN(KeyStore keys, KeyStore::open(keys_file(state.file), secret, store::Access::read));
    PROBITY_ASSIGN(store::Statement bodies, state.database.prepare("SELECT body FROM event WHERE ix = ?"));
    PROBITY_ASSIGN(store::Statement boxes,
                   state.database.prepare("SELECT nonce, box FROM sealed WHERE slot = ? AND key_no = ?"));
    return PartOpener{state, std::move(keys), std::move(bodies), std::move(boxes), DayFinder(state.zone), {}};
  }

  Result<std::string> open(std::uint64_t index, int slot) {
    if (index >= state.size_now()) return no_event(index, state.size_now());
    bodies.reset();
    PROBITY_ASSIGN(const Step found, bodies.bind(1, static_cast<std::int64_t>(index)).step());
    if (found == Step::done)
      return fail(ErrorCode::corrupt, fmt::format("event {} is gone", index), state.file, "Run verify");
    if (const std::string_view problem = read_leaf(bodies.text(0), days, fields); !problem.empty())
      return fail(ErrorCode::corrupt, fmt::format("event {} does not parse: {}", index, problem), state.file,
                  "Run verify");
    if (slot < 0 || static_cast<std::size_t>(slot) >= fields.subjects.size())
      return fail(ErrorCode::not_found, fmt::format("event {} has no sealed part {}", index, slot),
                  state.file);
    const LeafFields::Subject& subject = fields.subjects[static_cast<std::size_t>(slot)];
    PROBITY_ASSIGN(const KeyStore::Found key, keys.find(subject.key));
    if (key.state != KeyStore::State::alive)
      return fail(ErrorCode::not_found, fmt::format("sealed part {} of event {} was erased", slot, index),
                  state.file);
    boxes.reset();
    boxes.bind(1, static_cast<std::int64_t>(index) * slots_per_event + slot).bind(2, key.number);
    PROBITY_ASSIGN(const Step box, boxes.step());
    if (box == Step::done)
      return fail(ErrorCode::not_found,
                  fmt::format("the box of sealed part {} of event {} is gone", slot, index), state.file);
    Result<std::string> part = open_box(*key.key, state.constants.origin, fields.id, slot, boxes.blob(0),
                                        boxes.blob(1), subject.commit);
    if (!part) part.error().where = fmt::format("event {} sealed part {}", index, slot);
    return part;
  }
};

Result<std::string> Ledger::open_sealed(std::uint64_t index, int slot) const {
  PROBITY_ASSIGN(PartOpener opener, PartOpener::on(*state_));
  return opener.open(index, slot);
}

Result<void>
Ledger::open_first_parts(std::span<const std::uint64_t> indexes,
                         const std::function<void(std::uint64_t, std::string_view)>& visit) const {
  if (indexes.empty()) return {};
  PROBITY_ASSIGN(PartOpener opener, PartOpener::on(*state_));
  for (const std::uint64_t index : indexes) {
    const Result<std::string> part = opener.open(index, 0);
    if (part)
      visit(index, *part);
    else if (part.error().code != ErrorCode::not_found)
      return tl::unexpected(part.error());
  }
  return {};
}

Result<base::Digest> Ledger::derived_key(std::string_view purpose) const {
  PROBITY_ASSIGN(const Secret secret, Secret::read(secret_file(state_->file)));
  // Longer than the name of a subject, whose secret a replayed log derives from the seed as well.
  const std::string message = "key of the log for " + std::string(purpose);
  return base::hmac_sha256(secret.seed ? base::bytes_of(*secret.seed) : base::ByteView(secret.master),
                           base::bytes_of(message));
}

Result<std::uint64_t> Ledger::destroy_subject(const base::SubjectId& subject) {
  if (!state_->sequencer)
    return fail(ErrorCode::refused, "the ledger is open for reading only", state_->file);
  return state_->sequencer->destroy_subject(subject);
}

} // namespace probity::ledger
