#include "ledger/sequencer.h"

#include "ledger/schema.h"

#include <algorithm>
#include <fmt/format.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr std::size_t most_streams_kept = 500'000;
constexpr std::size_t submission_bytes = 16;    // kept of the submission hash
constexpr std::uint64_t checkpoint_block = 256; // events
constexpr std::uint64_t blocks_kept_whole = 1;

std::string pointer(std::size_t position) {
  return fmt::format("/events/{}", position);
}

tl::unexpected<base::Error> inside(std::size_t position, base::Error error) {
  error.where = pointer(position) + error.where;
  return tl::unexpected(std::move(error));
}

std::int64_t column(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}

template <class Id> Id id_from(base::ByteView bytes) {
  Id id;
  if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
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
      keys_(std::move(keys)), clocks_(std::move(clocks)) {}

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
  if (constants_.clock == Clock::live) stamp = std::max(clocks_.now(), last_recorded_);
  for (const Submission& submission : submissions) {
    Result<Receipt> receipt = append_one(submission, stamp);
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
  if (Result<void> written = write_head(size_before); !written) return abandon(std::move(written.error()));
  // The keys first: a key without events is harmless, a sealed part without its key is lost.
  if (Result<void> committed = keys_.commit(); !committed) return abandon(std::move(committed.error()));
  if (Result<void> committed = database_->commit(); !committed) {
    poisoned_ = committed.error().code == ErrorCode::io &&
                committed.error().message.find("full") == std::string::npos;
    return abandon(std::move(committed.error()));
  }
  if (streams_.size() > most_streams_kept) streams_.clear();
  return receipts;
}

Result<Receipt> Sequencer::append_one(const Submission& submission, base::Instant stamp) {
  CheckedSubmission checked = check_submission(submission, constants_, clocks_.validate, stamp);
  if (checked.malformed) return tl::unexpected(std::move(*checked.malformed));
  pending_.clear();
  boxes_.clear();
  for (std::size_t i = 0; i < checked.envelopes.size(); ++i)
    pending_.push_back({std::move(checked.envelopes[i]), size() + i, std::nullopt});
  submission_hash_ = checked.hash;
  PROBITY_ASSIGN(std::optional<Receipt> first, find_repeated());
  if (first) return std::move(*first);
  if (checked.invalid) return tl::unexpected(std::move(*checked.invalid));
  PROBITY_TRY(check_versions(submission));
  PROBITY_TRY(check_places());
  // Keys last among the checks, so that a refused submission makes none.
  for (const Pending& pending : pending_) {
    Result<std::vector<SealedBox>> boxes = seal_parts(pending.envelope, pending.index);
    if (!boxes) return inside(static_cast<std::size_t>(pending.index - size()), std::move(boxes.error()));
    boxes_.push_back(std::move(*boxes));
  }
  Receipt receipt;
  receipt.index = size();
  receipt.count = static_cast<std::uint32_t>(pending_.size());
  storing_ = true;
  for (const Pending& pending : pending_) {
    const base::Instant stamped = pending.envelope.recorded.value_or(stamp);
    PROBITY_TRY(store(pending, stamped, receipt));
  }
  storing_ = false;
  receipt.recorded = constants_.clock == Clock::live ? stamp : *pending_.front().envelope.recorded;
  return receipt;
}

// The id of each event is taken, or none is.
Result<std::optional<Receipt>> Sequencer::find_repeated() {
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const base::EventId& id = pending_[i].envelope.id;
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (pending_[earlier].envelope.id == id)
        return fail(ErrorCode::id_reused, "two events of the submission have the same id", pointer(i) + "/id",
                    "Give every event an id of its own");
    PROBITY_ASSIGN(const Step step, find_event_.bind(1, id.view()).step());
    if (step == Step::done) {
      find_event_.reset();
      continue;
    }
    const std::uint64_t index = static_cast<std::uint64_t>(find_event_.integer(0));
    const base::ByteView hash = find_event_.blob(1);
    const bool same = i == 0 && std::equal(hash.begin(), hash.end(), submission_hash_.bytes.begin(),
                                           submission_hash_.bytes.begin() + submission_bytes);
    const base::Instant recorded{find_event_.integer(2)};
    find_event_.reset();
    if (!same)
      return fail(ErrorCode::id_reused, fmt::format("event {} has this id and other content", index),
                  pointer(i) + "/id", "Resubmit exactly what was sent, or give new events new ids");
    Receipt receipt{.index = index,
                    .count = static_cast<std::uint32_t>(pending_.size()),
                    .recorded = recorded,
                    .repeated = true,
                    .leaves = {}};
    for (std::size_t k = 0; k < pending_.size(); ++k) {
      find_leaf_.bind(1, column(index + k));
      PROBITY_TRY(find_leaf_.step());
      receipt.leaves.push_back(id_from<base::Digest>(find_leaf_.blob(0)));
      find_leaf_.reset();
      find_body_.bind(1, column(index + k));
      PROBITY_TRY(find_body_.step());
      const std::string body(find_body_.text(0));
      find_body_.reset();
      PROBITY_TRY(compare_sealed(pending_[k].envelope, body, pointer(k)));
    }
    return std::optional(std::move(receipt));
  }
  return std::optional<Receipt>{};
}

// A repeated event must have the same sealed parts: compared by whose they are, and, while the key lives, by
// the commitment.
Result<void> Sequencer::compare_sealed(const Envelope& envelope, std::string_view body,
                                       const std::string& where) {
  if (const std::string_view problem = read_leaf(body, days_, other_fields_); !problem.empty())
    return fail(ErrorCode::corrupt, "a stored event does not parse: " + std::string(problem), where);
  bool same = envelope.sealed.size() == other_fields_.subjects.size();
  for (std::size_t slot = 0; same && slot < envelope.sealed.size(); ++slot) {
    const SealedPart& part = envelope.sealed[slot];
    const LeafFields::Subject& stored = other_fields_.subjects[slot];
    same = part.key == stored.key;
    if (!same) break;
    PROBITY_ASSIGN(const KeyStore::Found found, keys_.find(part.key));
    if (found.state == KeyStore::State::alive)
      same = commitment(*found.key, envelope.id, static_cast<int>(slot), base::json::write(*part.part)) ==
             stored.commit;
  }
  if (!same)
    return fail(ErrorCode::id_reused, "the event is here already, with other sealed parts", where + "/sealed",
                "Resubmit exactly what was sent, or give new events new ids");
  return {};
}

Result<void> Sequencer::check_versions(const Submission& submission) {
  for (const auto& [name, expected] : submission.expect) {
    const std::string where = "/expect/" + name.hex();
    if (expected < 0)
      return fail(ErrorCode::invalid_input, "an expected number of events is not negative", where);
    PROBITY_ASSIGN(const StreamState* stream, stream_of(name));
    if (stream->length != static_cast<std::uint64_t>(expected))
      return fail(ErrorCode::version_conflict,
                  fmt::format("the stream has {} events, {} were expected", stream->length, expected), where,
                  "Read the stream again and decide anew");
  }
  return {};
}

Result<void> Sequencer::check_places() {
  base::Instant last = last_recorded_;
  std::vector<std::pair<base::StreamId, bool>> closing; // by the links of this submission, in order
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const Envelope& envelope = pending_[i].envelope;
    if (envelope.recorded) {
      if (*envelope.recorded < last)
        return fail(ErrorCode::recorded_backwards,
                    fmt::format("recorded {} is earlier than the last, {}", base::to_text(*envelope.recorded),
                                base::to_text(last)),
                    pointer(i) + "/recorded", "Submit in order of recorded");
      last = *envelope.recorded;
    }
    const auto is_closed = [&](const base::StreamId& name) -> Result<bool> {
      for (auto link = closing.rbegin(); link != closing.rend(); ++link)
        if (link->first == name) return link->second;
      PROBITY_ASSIGN(const StreamState* stream, stream_of(name));
      return stream->closed;
    };
    PROBITY_ASSIGN(const bool closed, is_closed(envelope.stream));
    if (closed)
      return fail(ErrorCode::stream_closed, "the stream was closed by a link to another person",
                  pointer(i) + "/stream", "Write to the stream that it was linked to, or unlink them first");
    if (envelope.corrects) {
      PROBITY_TRY(check_correction(i));
    } else if (envelope.other) {
      const bool closes = envelope.type == type_linked;
      PROBITY_ASSIGN(const bool other_closed, is_closed(*envelope.other));
      if (other_closed == closes)
        return fail(ErrorCode::refused,
                    closes ? "the other stream is linked already" : "the other stream is not linked",
                    pointer(i) + "/facts/other");
      if (closes) {
        PROBITY_ASSIGN(const StreamState* other, stream_of(*envelope.other));
        const auto writes_other = [&](const Pending& earlier) {
          return earlier.envelope.stream == *envelope.other;
        };
        if (other->length == 0 &&
            std::none_of(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(i), writes_other))
          return fail(ErrorCode::not_found, "the other stream has no events", pointer(i) + "/facts/other");
      }
      closing.emplace_back(*envelope.other, closes);
    }
  }
  return {};
}

Result<std::optional<Sequencer::Target>> Sequencer::find_target(const base::EventId& id, std::size_t before) {
  Target target;
  const auto count = [&](record::CorrectionKind kind) {
    if (kind == record::CorrectionKind::void_) target.is_void = true;
    if (kind == record::CorrectionKind::reinstate) target.is_void = false;
  };
  bool found = false;
  for (std::size_t i = 0; i < before && !found; ++i) {
    const Envelope& envelope = pending_[i].envelope;
    if (envelope.id != id) continue;
    target = {pending_[i].index,
              envelope.stream,
              std::string(envelope.type),
              envelope.corrects.has_value(),
              envelope.other,
              false};
    found = true;
  }
  if (!found) {
    PROBITY_ASSIGN(const Step step, find_event_.bind(1, id.view()).step());
    if (step == Step::done) {
      find_event_.reset();
      return std::optional<Target>{};
    }
    target.index = static_cast<std::uint64_t>(find_event_.integer(0));
    find_event_.reset();
    PROBITY_TRY(find_body_.bind(1, column(target.index)).step());
    const std::string body(find_body_.text(0));
    find_body_.reset();
    if (const std::string_view problem = read_leaf(body, days_, other_fields_); !problem.empty())
      return fail(ErrorCode::corrupt, fmt::format("event {} does not parse: {}", target.index, problem));
    target.stream = other_fields_.stream;
    target.type = std::string(other_fields_.type);
    target.is_correction = other_fields_.corrects.has_value();
    target.other = other_fields_.other;
    find_corrections_.bind(1, column(target.index));
    while (true) {
      PROBITY_ASSIGN(const Step next, find_corrections_.step());
      if (next == Step::done) break;
      if (read_leaf(find_corrections_.text(0), days_, other_fields_).empty() && other_fields_.corrects)
        count(other_fields_.corrects->kind);
    }
    find_corrections_.reset();
  }
  for (std::size_t i = 0; i < before; ++i)
    if (pending_[i].corrects == target.index) count(pending_[i].envelope.corrects->kind);
  return std::optional(std::move(target));
}

Result<void> Sequencer::check_correction(std::size_t position) {
  const Envelope& envelope = pending_[position].envelope;
  const std::string where = pointer(position) + "/corrects";
  const auto bad = [&](std::string message, std::string hint) {
    return fail(ErrorCode::bad_correction, std::move(message), where, std::move(hint));
  };
  PROBITY_ASSIGN(const std::optional<Target> target, find_target(envelope.corrects->id, position));
  if (!target)
    return fail(ErrorCode::bad_correction, "there is no earlier event with this id", where + "/id",
                "A correction names an event that is recorded already");
  if (target->stream != envelope.stream)
    return bad(fmt::format("event {} belongs to another stream", target->index),
               "Write the correction to the stream of the event it corrects");
  if (target->is_correction)
    return bad(fmt::format("event {} is itself a correction", target->index), "Name the original event");
  const record::CorrectionKind kind = envelope.corrects->kind;
  if (kind == record::CorrectionKind::reinstate && !target->is_void)
    return bad(fmt::format("event {} is not void, so there is nothing to reinstate", target->index), "");
  if (kind != record::CorrectionKind::reinstate && target->is_void)
    return bad(fmt::format("event {} is void", target->index), "Reinstate it first");
  if (kind == record::CorrectionKind::amend && target->type != envelope.type)
    return fail(ErrorCode::bad_correction,
                fmt::format("event {} is of type {}, its amendment must be too", target->index, target->type),
                pointer(position) + "/type", "Void the event and enter it again under the right type");
  // A link decides which streams are open: it is undone by person.unlinked, which says when.
  if (target->other && (kind != record::CorrectionKind::amend || envelope.other != target->other))
    return bad(fmt::format("event {} links two streams and cannot be undone by a correction", target->index),
               "Record person.unlinked or person.linked");
  pending_[position].corrects = target->index;
  return {};
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

// Nothing here may refuse: what fails now fails the whole span.
Result<void> Sequencer::store(const Pending& pending, base::Instant recorded, Receipt& receipt) {
  const Envelope& envelope = pending.envelope;
  PROBITY_ASSIGN(StreamState * stream, stream_of(envelope.stream));
  if (stream->is_new && stream->number == 0) stream->number = ++streams_made_;
  const std::vector<SealedBox>& boxes = boxes_[receipt.leaves.size()];
  std::vector<LeafFields::Subject> subjects;
  for (std::size_t slot = 0; slot < boxes.size(); ++slot)
    subjects.push_back({envelope.sealed[slot].key, boxes[slot].commit});
  buffer_.clear();
  write_leaf(*envelope.event,
             {.index = pending.index,
              .prev = stream->leaf,
              .recorded = envelope.recorded ? std::nullopt : std::optional(recorded),
              .sequence = stream->length,
              .subjects = &subjects},
             buffer_);
  const std::string_view problem = read_leaf(buffer_, days_, fields_);
  if (!problem.empty())
    return fail(ErrorCode::internal, "the written event does not parse: " + std::string(problem));
  const base::Digest leaf = leaf_hash(base::bytes_of(buffer_));
  insert_event_.bind(1, column(pending.index))
      .bind(2, envelope.id.view())
      .bind(3, leaf.view())
      .bind(4, submission_hash_.view().subspan(0, submission_bytes))
      .bind(5, stream->number)
      .bind(6, column(stream->length))
      .bind(7, fields_.type)
      .bind(8, fields_.schema)
      .bind(12, recorded.microseconds)
      .bind(13, std::string_view(fields_.provider))
      .bind(15, base::bytes_of(buffer_));
  bind_optional(insert_event_, 9, fields_.valid_from);
  bind_optional(insert_event_, 10, fields_.valid_to);
  bind_optional(insert_event_, 11, fields_.valid_day);
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
  touched_.insert(envelope.stream);
  if (envelope.other && !envelope.corrects) {
    PROBITY_ASSIGN(StreamState * other, stream_of(*envelope.other));
    other->closed = envelope.type == type_linked;
    touched_.insert(*envelope.other);
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
  // By number, so that the file's bytes do not depend on hashing.
  std::vector<std::pair<const base::StreamId*, StreamState*>> rows;
  rows.reserve(touched_.size());
  for (const base::StreamId& name : touched_)
    rows.emplace_back(&name, &streams_.at(name));
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a.second->number < b.second->number; });
  for (auto& [name, stream] : rows) {
    const std::int64_t closed = stream->closed ? 1 : 0;
    if (stream->is_new) {
      PROBITY_TRY(insert_stream_.bind(1, stream->number)
                      .bind(2, name->view())
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

Result<void> Sequencer::open_log(const base::json::Value& event, const base::Instant& recorded) {
  PROBITY_ENSURE(size() == 0);
  Pending pending;
  pending.envelope.event = &event;
  pending.envelope.type = type_opened;
  PROBITY_ENSURE(base::from_hex(*event.find("id")->text(), pending.envelope.id.bytes));
  PROBITY_ENSURE(base::from_hex(*event.find("stream")->text(), pending.envelope.stream.bytes));
  pending.envelope.recorded = recorded;
  buffer_.clear();
  write_submitted(event, buffer_);
  buffer_ += '\n';
  submission_hash_ = base::sha256(base::bytes_of(buffer_));
  boxes_.assign(1, {});
  Receipt receipt;
  PROBITY_TRY(store(pending, recorded, receipt));
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
