// Whether a submission fits what the ledger holds: its ids, its streams, the events it corrects.
#include "ledger/sequencer.h"

#include "ledger/sequencer_columns.h"
#include "ledger/stored_id.h"

#include <algorithm>
#include <fmt/format.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

// The id of each event is taken, or none is.
Result<std::optional<Receipt>> Sequencer::find_repeated(const base::Digest& submission_hash) {
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const base::EventId& id = pending_[i].envelope().id;
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (pending_[earlier].envelope().id == id)
        return fail(ErrorCode::id_reused, "two events of the submission have the same id",
                    event_pointer(i) + "/id", "Give every event an id of its own");
    PROBITY_ASSIGN(const Step step, find_event_.bind(1, id.view()).step());
    if (step == Step::done) {
      find_event_.reset();
      continue;
    }
    const std::uint64_t index = static_cast<std::uint64_t>(find_event_.integer(0));
    const base::ByteView hash = find_event_.blob(1);
    const bool same = i == 0 && std::equal(hash.begin(), hash.end(), submission_hash.bytes.begin(),
                                           submission_hash.bytes.begin() + submission_bytes);
    const base::Instant recorded{find_event_.integer(2)};
    find_event_.reset();
    if (!same)
      return fail(ErrorCode::id_reused, fmt::format("event {} has this id and other content", index),
                  event_pointer(i) + "/id", "Resubmit exactly what was sent, or give new events new ids");
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
      PROBITY_TRY(compare_sealed(pending_[k].envelope(), body, event_pointer(k)));
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
    const Envelope& envelope = pending_[i].envelope();
    if (envelope.recorded) {
      if (*envelope.recorded < last)
        return fail(ErrorCode::recorded_backwards,
                    fmt::format("recorded {} is earlier than the last, {}", base::to_text(*envelope.recorded),
                                base::to_text(last)),
                    event_pointer(i) + "/recorded", "Submit in order of recorded");
      last = *envelope.recorded;
    }
    const auto is_closed = [&](const base::StreamId& name) -> Result<bool> {
      for (auto link = closing.rbegin(); link != closing.rend(); ++link)
        if (link->first == name) return link->second;
      if (pending_[i].stream->name == name) return pending_[i].stream->closed;
      PROBITY_ASSIGN(const StreamState* stream, stream_of(name));
      return stream->closed;
    };
    PROBITY_ASSIGN(pending_[i].stream, stream_of(envelope.stream));
    PROBITY_ASSIGN(const bool closed, is_closed(envelope.stream));
    if (closed)
      return fail(ErrorCode::stream_closed, "the stream was closed by a link to another person",
                  event_pointer(i) + "/stream",
                  "Write to the stream that it was linked to, or unlink them first");
    if (envelope.corrects) {
      PROBITY_TRY(check_correction(i));
    } else if (envelope.other) {
      const bool closes = envelope.type == type_linked;
      PROBITY_ASSIGN(const bool other_closed, is_closed(*envelope.other));
      if (other_closed == closes)
        return fail(ErrorCode::refused,
                    closes ? "the other stream is linked already" : "the other stream is not linked",
                    event_pointer(i) + "/facts/other");
      if (closes) {
        PROBITY_ASSIGN(const StreamState* other, stream_of(*envelope.other));
        const auto writes_other = [&](const Pending& earlier) {
          return earlier.envelope().stream == *envelope.other;
        };
        if (other->length == 0 &&
            std::none_of(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(i), writes_other))
          return fail(ErrorCode::not_found, "the other stream has no events",
                      event_pointer(i) + "/facts/other");
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
    const Envelope& envelope = pending_[i].envelope();
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
    if (pending_[i].corrects == target.index) count(pending_[i].envelope().corrects->kind);
  return std::optional(std::move(target));
}

Result<void> Sequencer::check_correction(std::size_t position) {
  const Envelope& envelope = pending_[position].envelope();
  const std::string where = event_pointer(position) + "/corrects";
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
                event_pointer(position) + "/type", "Void the event and enter it again under the right type");
  // A link decides which streams are open: it is undone by person.unlinked, which says when.
  if (target->other && (kind != record::CorrectionKind::amend || envelope.other != target->other))
    return bad(fmt::format("event {} links two streams and cannot be undone by a correction", target->index),
               "Record person.unlinked or person.linked");
  pending_[position].corrects = target->index;
  return {};
}

} // namespace probity::ledger
