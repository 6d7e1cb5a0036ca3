#include "ledger/sequencer.h"

#include "ledger/schema.h"
#include "ledger/sequencer_columns.h"
#include "ledger/stored_id.h"

#include <algorithm>
#include <fmt/format.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr std::size_t most_streams_kept = 500'000;
constexpr std::uint64_t checkpoint_block = 256; // events
constexpr std::uint64_t blocks_kept_whole = 1;

tl::unexpected<base::Error> inside(std::size_t position, base::Error error) {
  error.where = event_pointer(position) + error.where;
  return tl::unexpected(std::move(error));
}

void bind_optional(store::Statement& statement, int parameter, const std::optional<std::int64_t>& value) {
  if (value)
    statement.bind(parameter, *value);
  else
    statement.bind_null(parameter);
}

} // namespace

Sequencer::Sequencer(store::Database& database, const Constants& constants, const base::Zone& zone,
                     const Secret& secret, KeyStore keys, Clocks clocks)
    : database_(&database), constants_(constants), days_(zone),
      signer_(SigningKey::from_seed(constants.origin, SignatureType::ed25519, secret.signing)),
      keys_(std::move(keys)), now_(std::move(clocks.now)),
      ahead_(std::make_unique<CheckAhead>(constants, std::move(clocks.validate), zone)) {}

Result<Sequencer> Sequencer::start(store::Database& database, const Constants& constants,
                                   const base::Zone& zone, const Secret& secret, KeyStore keys,
                                   Clocks clocks) {
  Sequencer sequencer(database, constants, zone, secret, std::move(keys), std::move(clocks));
  PROBITY_TRY(sequencer.prepare());
  PROBITY_TRY(sequencer.load_head());
  return sequencer;
}

Result<void> Sequencer::prepare() {
  const auto prepare_into = [&](store::Statement& statement, std::string_view sql) -> Result<void> {
    PROBITY_ASSIGN(statement, database_->prepare(sql));
    return {};
  };
  PROBITY_TRY(prepare_into(
      insert_event_, "INSERT INTO event(ix, id, leaf, submission, stream_no, seq, type, schema, valid_from, "
                     "valid_to, valid_day, recorded, provider, corrects, body) "
                     "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  PROBITY_TRY(
      prepare_into(insert_sealed_, "INSERT INTO sealed(slot, key_no, nonce, box) VALUES(?, ?, ?, ?)"));
  PROBITY_TRY(prepare_into(insert_checkpoint_, "INSERT INTO checkpoint(size, root, note) VALUES(?, ?, ?)"));
  PROBITY_TRY(prepare_into(thin_checkpoints_,
                           "DELETE FROM checkpoint WHERE size > ?1 AND size < "
                           "(SELECT max(size) FROM checkpoint WHERE size > ?1 AND size <= ?2)"));
  PROBITY_TRY(prepare_into(update_head_,
                           "INSERT INTO head(one, size, root, peaks, last_recorded, verification_key) "
                           "VALUES(1, ?, ?, ?, ?, ?) ON CONFLICT(one) DO UPDATE SET size=excluded.size, "
                           "root=excluded.root, peaks=excluded.peaks, "
                           "last_recorded=excluded.last_recorded WHERE size <= excluded.size"));
  PROBITY_TRY(
      prepare_into(insert_stream_, "INSERT INTO stream(no, name, seq, leaf, closed) VALUES(?, ?, ?, ?, ?)"));
  PROBITY_TRY(prepare_into(update_stream_, "UPDATE stream SET seq = ?, leaf = ?, closed = ? WHERE no = ?"));
  PROBITY_TRY(prepare_into(find_stream_, "SELECT no, seq, leaf, closed FROM stream WHERE name = ?"));
  PROBITY_TRY(prepare_into(find_event_, "SELECT ix, submission, recorded FROM event WHERE id = ?"));
  PROBITY_TRY(prepare_into(find_body_, "SELECT body FROM event WHERE ix = ?"));
  PROBITY_TRY(prepare_into(find_leaf_, "SELECT leaf FROM event WHERE ix = ?"));
  return prepare_into(find_corrections_, "SELECT body FROM event WHERE corrects = ? ORDER BY ix");
}

Result<void> Sequencer::load_head() {
  streams_.clear();
  touched_.clear();
  storing_ = false;
  PROBITY_ASSIGN(store::Statement head,
                 database_->prepare("SELECT size, peaks, last_recorded, "
                                    "(SELECT coalesce(max(no), 0) FROM stream) FROM head"));
  PROBITY_ASSIGN(const Step step, head.step());
  if (step == Step::done) {
    range_ = CompactRange();
    last_recorded_ = base::Instant{INT64_MIN};
    streams_made_ = 0;
    return {};
  }
  const base::ByteView bytes = head.blob(1);
  std::vector<base::Digest> peaks(bytes.size() / 32);
  for (std::size_t i = 0; i < peaks.size(); ++i)
    peaks[i] = id_from<base::Digest>(bytes.subspan(i * 32, 32));
  PROBITY_ASSIGN(range_, CompactRange::from(static_cast<std::uint64_t>(head.integer(0)), std::move(peaks)));
  last_recorded_ = base::Instant{head.integer(2)};
  streams_made_ = head.integer(3);
  return {};
}

Result<std::vector<Result<Receipt>>> Sequencer::append(std::span<const Submission> submissions) {
  if (poisoned_)
    return fail(ErrorCode::io, "an earlier commit failed, so nothing more is written", "",
                "Reopen the ledger and run verify");
  const std::uint64_t size_before = size();
  std::vector<Result<Receipt>> receipts;
  receipts.reserve(submissions.size());
  const auto abandon = [&](base::Error error) -> Result<std::vector<Result<Receipt>>> {
    database_->rollback();
    keys_.rollback();
    if (!load_head()) poisoned_ = true;
    return tl::unexpected(std::move(error));
  };
  if (Result<void> begun = database_->execute("BEGIN IMMEDIATE"); !begun)
    return tl::unexpected(begun.error());
  base::Instant stamp = last_recorded_;
  if (constants_.clock == Clock::live) stamp = std::max(now_(), last_recorded_);
  ahead_->begin(submissions, stamp);
  struct End { // the submissions live no longer than the call
    CheckAhead& ahead;
    ~End() { ahead.end(); }
  } end{*ahead_};
  for (const Submission& submission : submissions) {
    Result<Receipt> receipt = append_one(submission, ahead_->next(), stamp);
    if (!receipt) {
      const ErrorCode code = receipt.error().code;
      const bool store_failed = storing_ || code == ErrorCode::io || code == ErrorCode::corrupt ||
                                code == ErrorCode::busy || code == ErrorCode::internal;
      if (store_failed) return abandon(std::move(receipt.error()));
    }
    receipts.push_back(std::move(receipt));
  }
  if (size() == size_before) { // nothing but refusals and repetitions
    database_->rollback();
    keys_.rollback();
    return receipts;
  }
  if (Result<void> written = write_head_and_keys(size_before); !written)
    return abandon(std::move(written.error()));
  if (Result<void> committed = database_->commit(); !committed) {
    poisoned_ = committed.error().code == ErrorCode::io &&
                committed.error().message.find("full") == std::string::npos;
    return abandon(std::move(committed.error()));
  }
  if (streams_.size() > most_streams_kept) streams_.clear();
  return receipts;
}

Result<Receipt> Sequencer::append_one(const Submission& submission, const CheckedSubmission& checked,
                                      base::Instant stamp) {
  if (checked.malformed) return tl::unexpected(*checked.malformed);
  pending_.clear();
  boxes_.clear();
  for (std::size_t i = 0; i < checked.events.size(); ++i)
    pending_.push_back({&checked.events[i], size() + i, std::nullopt, nullptr});
  PROBITY_ASSIGN(std::optional<Receipt> first, find_repeated(checked.hash));
  if (first) return std::move(*first);
  if (checked.invalid) return tl::unexpected(*checked.invalid);
  PROBITY_TRY(check_versions(submission));
  PROBITY_TRY(check_places());
  // Keys last among the checks, so that a refused submission makes none.
  for (const Pending& pending : pending_) {
    Result<std::vector<SealedBox>> boxes = seal_parts(pending.envelope(), pending.index);
    if (!boxes) return inside(static_cast<std::size_t>(pending.index - size()), std::move(boxes.error()));
    boxes_.push_back(std::move(*boxes));
  }
  Receipt receipt;
  receipt.index = size();
  receipt.count = static_cast<std::uint32_t>(pending_.size());
  storing_ = true;
  for (const Pending& pending : pending_) {
    PROBITY_TRY(store(pending, checked, pending.envelope().recorded.value_or(stamp), receipt));
  }
  storing_ = false;
  receipt.recorded = constants_.clock == Clock::live ? stamp : *pending_.front().envelope().recorded;
  return receipt;
}

Result<std::vector<SealedBox>> Sequencer::seal_parts(const Envelope& envelope, std::uint64_t index) {
  std::vector<SealedBox> boxes;
  boxes.reserve(envelope.sealed.size());
  for (std::size_t slot = 0; slot < envelope.sealed.size(); ++slot) {
    const SealedPart& part = envelope.sealed[slot];
    Result<const PersonKey*> key = keys_.find_or_make(part.key, index);
    if (!key) {
      if (key.error().where.empty()) key.error().where = fmt::format("/sealed/{}/key", slot);
      return tl::unexpected(std::move(key.error()));
    }
    boxes.push_back(
        seal(**key, constants_.origin, envelope.id, static_cast<int>(slot), base::json::write(*part.part)));
  }
  return boxes;
}

Result<Sequencer::StreamState*> Sequencer::stream_of(const base::StreamId& name) {
  if (const auto known = streams_.find(name); known != streams_.end()) return &known->second;
  PROBITY_ASSIGN(const Step step, find_stream_.bind(1, name.view()).step());
  StreamState state;
  state.name = name;
  if (step == Step::row) {
    state.number = find_stream_.integer(0);
    state.length = static_cast<std::uint64_t>(find_stream_.integer(1));
    state.leaf = id_from<base::Digest>(find_stream_.blob(2));
    state.closed = find_stream_.integer(3) != 0;
  } else {
    state.is_new = true;
  }
  find_stream_.reset();
  return &streams_.emplace(name, state).first->second;
}

void Sequencer::touch(StreamState& stream) {
  if (stream.is_touched) return;
  stream.is_touched = true;
  touched_.push_back(&stream);
}

// Nothing here may refuse: what fails now fails the whole span.
Result<void> Sequencer::store(const Pending& pending, const CheckedSubmission& submission,
                              base::Instant recorded, Receipt& receipt) {
  const Envelope& envelope = pending.envelope();
  StreamState* const stream = pending.stream;
  if (stream->is_new && stream->number == 0) stream->number = ++streams_made_;
  const std::vector<SealedBox>& boxes = boxes_[receipt.leaves.size()];
  std::vector<LeafFields::Subject> subjects;
  for (std::size_t slot = 0; slot < boxes.size(); ++slot)
    subjects.push_back({envelope.sealed[slot].key, boxes[slot].commit});
  buffer_.clear();
  write_leaf(submission.text, pending.event->place,
             {.index = pending.index,
              .prev = stream->leaf,
              .recorded = envelope.recorded ? std::nullopt : std::optional(recorded),
              .sequence = stream->length,
              .subjects = &subjects},
             buffer_);
  const base::Digest leaf = leaf_hash(base::bytes_of(buffer_));
  const Columns& columns = pending.event->columns;
  insert_event_.bind(1, column(pending.index))
      .bind(2, envelope.id.view())
      .bind(3, leaf.view())
      .bind(4, submission.hash.view().subspan(0, submission_bytes))
      .bind(5, stream->number)
      .bind(6, column(stream->length))
      .bind(7, std::string_view(columns.type))
      .bind(8, columns.schema)
      .bind(12, recorded.microseconds)
      .bind(13, std::string_view(columns.provider))
      .bind(15, base::bytes_of(buffer_));
  bind_optional(insert_event_, 9, columns.valid_from);
  bind_optional(insert_event_, 10, columns.valid_to);
  bind_optional(insert_event_, 11, columns.valid_day);
  bind_optional(insert_event_, 14,
                pending.corrects ? std::optional(column(*pending.corrects)) : std::nullopt);
  PROBITY_TRY(insert_event_.run());
  for (std::size_t slot = 0; slot < boxes.size(); ++slot)
    PROBITY_TRY(insert_sealed_.bind(1, column(pending.index * slots_per_event + slot))
                    .bind(2, boxes[slot].key_number)
                    .bind(3, base::ByteView(boxes[slot].nonce))
                    .bind(4, base::ByteView(boxes[slot].box))
                    .run());
  ++stream->length;
  stream->leaf = leaf;
  touch(*stream);
  if (envelope.other && !envelope.corrects) {
    PROBITY_ASSIGN(StreamState * other, stream_of(*envelope.other));
    other->closed = envelope.type == type_linked;
    touch(*other);
  }
  range_.append(leaf);
  last_recorded_ = recorded;
  receipt.leaves.push_back(leaf);
  return {};
}

// Of the checkpoints of older blocks the last stays: enough to narrow down where a change was made, and few
// enough for verification to check all their signatures. A note handed out needs no row to be held against.
Result<void> Sequencer::thin_checkpoints(std::uint64_t size_before) {
  const auto blocks_old_at = [](std::uint64_t size) {
    const std::uint64_t blocks = size / checkpoint_block;
    return blocks > blocks_kept_whole ? blocks - blocks_kept_whole : 0;
  };
  for (std::uint64_t block = blocks_old_at(size_before); block < blocks_old_at(size()); ++block)
    PROBITY_TRY(thin_checkpoints_.bind(1, column(block * checkpoint_block))
                    .bind(2, column((block + 1) * checkpoint_block))
                    .run());
  return {};
}

Result<void> Sequencer::write_head(std::uint64_t size_before) {
  // By number, so that the file's bytes do not depend on the order of the acts.
  std::sort(touched_.begin(), touched_.end(),
            [](const StreamState* a, const StreamState* b) { return a->number < b->number; });
  for (StreamState* stream : touched_) {
    stream->is_touched = false;
    const std::int64_t closed = stream->closed ? 1 : 0;
    if (stream->is_new) {
      PROBITY_TRY(insert_stream_.bind(1, stream->number)
                      .bind(2, stream->name.view())
                      .bind(3, column(stream->length))
                      .bind(4, stream->leaf.view())
                      .bind(5, closed)
                      .run());
      stream->is_new = false;
    } else {
      PROBITY_TRY(update_stream_.bind(1, column(stream->length))
                      .bind(2, stream->leaf.view())
                      .bind(3, closed)
                      .bind(4, stream->number)
                      .run());
    }
  }
  touched_.clear();
  const base::Digest root = range_.root();
  const std::string note =
      signed_checkpoint({.origin = constants_.origin, .size = size(), .root = root}, signer_);
  PROBITY_TRY(
      insert_checkpoint_.bind(1, column(size())).bind(2, root.view()).bind(3, std::string_view(note)).run());
  PROBITY_TRY(thin_checkpoints(size_before));
  base::ByteVector peaks;
  for (const base::Digest& peak : range_.peaks())
    peaks.insert(peaks.end(), peak.bytes.begin(), peak.bytes.end());
  const std::string verification_key = signer_.verification().text();
  PROBITY_TRY(update_head_.bind(1, column(size()))
                  .bind(2, root.view())
                  .bind(3, base::ByteView(peaks))
                  .bind(4, last_recorded_.microseconds)
                  .bind(5, std::string_view(verification_key))
                  .run());
  if (database_->rows_changed() != 1)
    return fail(ErrorCode::corrupt, "the head of the ledger was moved by another writer");
  return {};
}

// The keys before the events: a key without events is harmless, a sealed part without its key is lost. In a
// long span they are waited for while the rows of streams are written.
Result<void> Sequencer::write_head_and_keys(std::uint64_t size_before) {
  if (!keys_.has_new() || !ahead_->has_second_thread()) {
    PROBITY_TRY(write_head(size_before));
    return keys_.commit();
  }
  Result<void> committed;
  std::thread waiting([&] { committed = keys_.commit(); });
  Result<void> written = write_head(size_before);
  waiting.join();
  PROBITY_TRY(std::move(committed));
  return written;
}

Result<void> Sequencer::open_log(const base::json::Value& event, const base::Instant& recorded) {
  PROBITY_ENSURE(size() == 0);
  CheckedSubmission opening;
  CheckedEvent& opened = opening.events.emplace_back();
  opened.envelope.event = &event;
  opened.envelope.type = type_opened;
  PROBITY_ENSURE(base::from_hex(*event.find("id")->text(), opened.envelope.id.bytes));
  PROBITY_ENSURE(base::from_hex(*event.find("stream")->text(), opened.envelope.stream.bytes));
  opened.envelope.recorded = recorded;
  PROBITY_TRY(read_columns(event, opening, opened, days_, other_fields_));
  opening.text += '\n';
  opening.hash = base::sha256(base::bytes_of(opening.text));
  boxes_.assign(1, {});
  Receipt receipt;
  PROBITY_ASSIGN(StreamState * stream, stream_of(opened.envelope.stream));
  PROBITY_TRY(store({&opened, 0, std::nullopt, stream}, opening, recorded, receipt));
  return write_head(0);
}

Result<std::uint64_t> Sequencer::destroy_subject(const base::SubjectId& subject) {
  PROBITY_ASSIGN(const std::optional<std::int64_t> number, keys_.destroy(subject, size()));
  if (!number) return 0;
  PROBITY_TRY(database_->execute("PRAGMA secure_delete=ON; BEGIN IMMEDIATE"));
  const auto remove = [&]() -> Result<std::uint64_t> {
    PROBITY_ASSIGN(store::Statement statement, database_->prepare("DELETE FROM sealed WHERE key_no = ?"));
    PROBITY_TRY(statement.bind(1, *number).run());
    const std::uint64_t removed = static_cast<std::uint64_t>(database_->rows_changed());
    PROBITY_TRY(database_->commit());
    return removed;
  };
  Result<std::uint64_t> removed = remove();
  if (!removed) database_->rollback();
  PROBITY_TRY(database_->execute("PRAGMA secure_delete=OFF"));
  if (removed) PROBITY_TRY(database_->empty_write_ahead_log());
  return removed;
}

} // namespace probity::ledger
