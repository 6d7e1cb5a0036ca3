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
