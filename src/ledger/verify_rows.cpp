#include "ledger/verify_rows.h"

#include "ledger/merkle.h"
#include "ledger/schema.h"

#include <algorithm>
#include <fmt/format.h>

namespace probity::ledger {

using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr std::size_t submission_bytes = 16;

enum Column {
  ix,
  id,
  leaf,
  submission,
  stream_no,
  seq,
  type,
  schema,
  valid_from,
  valid_to,
  valid_day,
  recorded,
  provider,
  corrects,
  body,
};

void find(VerifiedRows& out, std::uint64_t index, std::string what, std::string message) {
  out.findings.push_back({static_cast<std::int64_t>(index), std::move(what), std::move(message)});
}

std::uint64_t mixed(std::uint64_t value) { // SplitMix64's finaliser (Steele, Lea and Flood 2014)
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

template <class Id> bool copy_bytes(base::ByteView bytes, Id& out) {
  if (bytes.size() != out.bytes.size()) return false;
  std::copy(bytes.begin(), bytes.end(), out.bytes.begin());
  return true;
}

// Not the column's own conversion, which copies.
std::string_view text_of(base::ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

const StreamRow* StreamTable::find(std::int64_t number) const {
  const auto place = static_cast<std::uint64_t>(number) - 1;
  if (place < rows_.size() && rows_[place].first == number) return &rows_[place].second;
  const auto row = std::lower_bound(rows_.begin(), rows_.end(), number,
                                    [](const auto& at, std::int64_t wanted) { return at.first < wanted; });
  return row != rows_.end() && row->first == number ? &row->second : nullptr;
}

void IndexSums::add(const IndexSums& other) {
  ids += other.ids;
  places += other.places;
  corrections += other.corrections;
  keys += other.keys;
}

std::uint64_t IndexSums::of_id(base::ByteView id, std::int64_t row) {
  std::uint64_t sum = mixed(static_cast<std::uint64_t>(row));
  for (std::size_t at = 0; at < id.size(); at += 8) {
    std::uint64_t part = 0;
    std::memcpy(&part, id.data() + at, std::min<std::size_t>(8, id.size() - at));
    sum = mixed(sum ^ part);
  }
  return sum;
}

std::uint64_t IndexSums::of_pair(std::int64_t first, std::int64_t second, std::int64_t row) {
  return mixed(mixed(mixed(static_cast<std::uint64_t>(row)) ^ static_cast<std::uint64_t>(first)) ^
               static_cast<std::uint64_t>(second));
}

Result<RowVerifier> RowVerifier::open(const VerifyContext& context) {
  PROBITY_ASSIGN(store::Database database, store::Database::open(context.file, {.cache_kib = 1'000}));
  RowVerifier verifier(context, std::move(database));
  PROBITY_ASSIGN(
      verifier.events_,
      verifier.database_.prepare(
          "SELECT ix, id, leaf, submission, stream_no, seq, type, schema, valid_from, valid_to, valid_day, "
          "recorded, provider, corrects, body FROM event NOT INDEXED WHERE ix >= ? AND ix < ? ORDER BY ix"));
  PROBITY_ASSIGN(verifier.sealed_,
                 verifier.database_.prepare("SELECT slot, key_no, nonce, box FROM sealed NOT INDEXED "
                                            "WHERE slot >= ? AND slot < ? ORDER BY slot"));
  return verifier;
}

VerifiedRows RowVerifier::verify(std::uint64_t from, std::uint64_t to, std::vector<VerifiedRow> spare) {
  VerifiedRows out;
  out.rows = std::move(spare);
  out.rows.clear();
  out.rows.reserve(to - from);
  with_subjects_.clear();
  for (const auto read : {&RowVerifier::read_events, &RowVerifier::read_sealed}) {
    if (const Result<void> done = (this->*read)(from, to, out); !done) {
      out.unreadable = true;
      out.findings.push_back({-1, "file",
                              fmt::format("the rows of events {} to {} cannot all be read: {}", from, to - 1,
                                          done.error().message)});
    }
  }
  return out;
}

// Submissions are hashed whole: by the thread that has their first event, which reads on past its last row.
Result<void> RowVerifier::read_events(std::uint64_t from, std::uint64_t to, VerifiedRows& out) {
  const Recorded recorded_was =
      context_->constants.clock == Clock::replayed ? Recorded::submitted : Recorded::added;
  base::ByteVector current; // submission hash of the run of rows in hand
  std::uint64_t first = 0;
  std::string submitted;
  bool ours = false;
  const auto finish = [&] {
    if (ours) check_submission(first, submitted, current, out);
    ours = false;
  };
  events_.reset();
  events_.bind(1, static_cast<std::int64_t>(from == 0 ? 0 : from - 1))
      .bind(2, static_cast<std::int64_t>(context_->size));
  while (true) {
    Result<Step> step = events_.step();
    if (!step) return tl::unexpected(std::move(step.error()));
    if (*step == Step::done) break;
    const auto index = static_cast<std::uint64_t>(events_.integer(ix));
    const base::ByteView stored = events_.blob(submission);
    const bool starts =
        current.empty() || !std::equal(stored.begin(), stored.end(), current.begin(), current.end());
    if (starts) {
      finish();
      if (index >= to) break;
      current.assign(stored.begin(), stored.end());
      if (current.empty()) current.push_back(0);
      first = index;
      ours = index >= from;
      submitted.clear();
    } else if (index >= to && !ours) {
      break;
    }
    const base::ByteView bytes = events_.blob(body);
    const bool parsed = index >= from && index < to && check_event(index, bytes, out);
    if (ours) {
      // Leaf 0 was written by the program, with its own recorded, in live logs too.
      const Recorded here = index == 0 ? Recorded::submitted : recorded_was;
      if (parsed)
        append_submitted_of(text_of(bytes), fields_, here, submitted);
      else
        append_submitted_of(text_of(bytes), here, submitted);
      submitted += '\n';
    }
  }
  finish();
  events_.reset();
  return {};
}

void RowVerifier::check_submission(std::uint64_t first, std::string_view submitted, base::ByteView stored,
                                   VerifiedRows& out) {
  const base::Digest hash = base::sha256(base::bytes_of(submitted));
  if (stored.size() == submission_bytes && std::equal(stored.begin(), stored.end(), hash.bytes.begin()))
    return;
  find(out, first, "column submission",
       fmt::format("the submission hash of event {} is not that of what was submitted", first));
}

bool RowVerifier::check_event(std::uint64_t index, base::ByteView bytes, VerifiedRows& out) {
  const base::ByteView stored_id = events_.blob(id);
  VerifiedRow& row = out.rows.emplace_back();
  row.index = index;
  row.stream = events_.integer(stream_no);
  row.sequence = events_.integer(seq);
  row.leaf = leaf_hash(bytes);
  row.recorded = events_.integer(recorded);
  row.corrects = events_.optional_integer(corrects);
  out.sums.ids += IndexSums::of_id(stored_id, static_cast<std::int64_t>(index));
  out.sums.places += IndexSums::of_pair(row.stream, row.sequence, static_cast<std::int64_t>(index));
  if (row.corrects)
    out.sums.corrections += IndexSums::of_pair(*row.corrects, 0, static_cast<std::int64_t>(index));
  if (!copy_bytes(events_.blob(leaf), row.stored_leaf))
    find(out, index, "leaf", fmt::format("the leaf of event {} is not 32 bytes long", index));
  if (const std::string_view problem = read_leaf(text_of(bytes), days_, fields_); !problem.empty()) {
    find(out, index, "body", fmt::format("the body of event {} does not parse: {}", index, problem));
    return false;
  }
  const LeafFields& fields = fields_;
  const auto column = [&](std::string_view name, bool same) {
    if (!same)
      find(out, index, fmt::format("column {}", name),
           fmt::format("the column {} of event {} differs from its body", name, index));
  };
  if (fields.index != static_cast<std::int64_t>(index))
    find(out, index, "order",
         fmt::format("row {} holds the event that was recorded as {}", index, fields.index));
  column("id",
         std::equal(stored_id.begin(), stored_id.end(), fields.id.bytes.begin(), fields.id.bytes.end()));
  const StreamRow* stream = context_->streams.find(row.stream);
  column("stream_no", stream != nullptr && stream->name == fields.stream);
  column("seq", row.sequence == fields.sequence);
  column("type", events_.text(type) == fields.type);
  column("schema", events_.integer(schema) == fields.schema);
  column("valid_from", events_.optional_integer(valid_from) == fields.valid_from);
  column("valid_to", events_.optional_integer(valid_to) == fields.valid_to);
  column("valid_day", events_.optional_integer(valid_day) == fields.valid_day);
  column("recorded", row.recorded == fields.recorded.microseconds);
  column("provider", events_.text(provider) == fields.provider);
  column("corrects", row.corrects.has_value() == fields.corrects.has_value());
  if (fields.log != context_->constants.origin)
    find(out, index, "body", fmt::format("event {} was written for another log, {}", index, fields.log));
  row.prev = fields.prev;
  row.correction = fields.corrects;
  if (fields.other && !fields.corrects) (fields.type == type_linked ? row.closes : row.opens) = fields.other;
  if (!fields.subjects.empty()) with_subjects_.push_back({index, fields.id, fields.subjects});
  return true;
}

Result<void> RowVerifier::read_sealed(std::uint64_t from, std::uint64_t to, VerifiedRows& out) {
  auto event = with_subjects_.begin();
  std::size_t next = 0; // slot of *event that is expected next
  const auto absent_until = [&](std::uint64_t index, std::size_t slot) {
    for (;
         event != with_subjects_.end() && (event->index < index || (event->index == index && next < slot));) {
      if (next == event->subjects.size()) {
        ++event;
        next = 0;
        continue;
      }
      if (context_->keys) {
        const auto number = context_->key_numbers.find(event->subjects[next].key);
        if (number == context_->key_numbers.end())
          find(out, event->index, fmt::format("sealed {}", next),
               fmt::format("sealed part {} of event {} has no key, not even a destroyed one", next,
                           event->index));
        else if (!context_->keys->at(number->second).destroyed)
          find(out, event->index, fmt::format("sealed {}", next),
               fmt::format("sealed part {} of event {} is gone although its key was not destroyed", next,
                           event->index));
      }
      ++next;
    }
  };
  sealed_.reset();
  sealed_.bind(1, static_cast<std::int64_t>(from * slots_per_event))
      .bind(2, static_cast<std::int64_t>(to * slots_per_event));
  while (true) {
    Result<Step> step = sealed_.step();
    if (!step) return tl::unexpected(std::move(step.error()));
    if (*step == Step::done) break;
    const std::int64_t row = sealed_.integer(0);
    const auto index = static_cast<std::uint64_t>(row) / slots_per_event;
    const auto slot = static_cast<std::size_t>(row % slots_per_event);
    out.sums.keys += IndexSums::of_pair(sealed_.integer(1), 0, row);
    absent_until(index, slot);
    if (event == with_subjects_.end() || event->index != index || slot >= event->subjects.size()) {
      find(out, index, fmt::format("sealed {}", slot),
           fmt::format("there is a sealed box {} for event {}, which has no such part", slot, index));
      continue;
    }
    const Subjects& sealed_event = *event;
    ++next;
    const auto bad = [&](std::string_view what) {
      find(out, index, fmt::format("sealed {}", slot),
           fmt::format("sealed part {} of event {}: {}", slot, index, what));
    };
    if (sealed_.blob(2).size() != Nonce{}.size() || sealed_.blob(3).size() < 48) {
      bad("the box is cut short");
      continue;
    }
    if (!context_->keys) continue;
    const auto key = context_->keys->find(sealed_.integer(1));
    if (key == context_->keys->end() || key->second.subject != sealed_event.subjects[slot].key)
      bad("the box names a key that is not the person's");
    else if (key->second.destroyed)
      bad("the box is still here although its key was destroyed: erase the person again");
    else if (key->second.key) {
      const Result<std::string> part =
          open_box(*key->second.key, context_->constants.origin, sealed_event.id, static_cast<int>(slot),
                   sealed_.blob(2), sealed_.blob(3), sealed_event.subjects[slot].commit);
      if (!part) bad(part.error().message);
    }
  }
  absent_until(to, 0);
  sealed_.reset();
  return {};
}

} // namespace probity::ledger
