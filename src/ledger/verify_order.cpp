#include "ledger/verify_order.h"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

namespace probity::ledger {

using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr std::int64_t checkpoints_a_page = 2'000;
constexpr std::size_t checkpoints_worth_a_thread = 20;

} // namespace

OrderVerifier::OrderVerifier(const VerifyContext& context, const StoredHead& head,
                             const store::Database& database, Against against, unsigned threads)
    : context_(&context), head_(&head), database_(&database), against_(std::move(against)),
      threads_(threads) {
  if (Result<VerificationKey> key = VerificationKey::parse(head.verification_key)) {
    if (key->name != context.constants.origin)
      find(-1, "head", fmt::format("the verification key in the head is of {}, not of this log", key->name));
    key_ = std::move(*key);
  } else if (head.there) {
    find(-1, "head", "the verification key in the head is none");
  }
  for (const auto& [number, stream] : context.streams)
    stream_numbers_.emplace(stream.name, number);
  chains_.resize(context.streams.size());
  read_checkpoints();
  check_sizes();
}

void OrderVerifier::find(std::int64_t index, std::string what, std::string message) {
  findings_.push_back({index, std::move(what), std::move(message)});
}

OrderVerifier::StreamChain& OrderVerifier::chain_of(std::int64_t number) {
  const auto place = static_cast<std::uint64_t>(number) - 1;
  StreamChain& chain = place < chains_.size() ? chains_[place] : other_chains_[number];
  chain.met = true;
  return chain;
}

void OrderVerifier::add(const VerifiedRows& rows, std::uint64_t end) {
  if (rows.unreadable) broken_ = true;
  const auto gap_to = [&](std::uint64_t index) {
    if (expected_ >= index) return;
    broken_ = true;
    if (!rows.unreadable)
      find(static_cast<std::int64_t>(expected_), "gap",
           index == expected_ + 1 ? fmt::format("event {} is missing", expected_)
                                  : fmt::format("events {} to {} are missing", expected_, index - 1));
    expected_ = index;
  };
  for (const VerifiedRow& row : rows.rows) {
    gap_to(row.index);
    add_row(row);
    ++expected_;
  }
  gap_to(end);
}

void OrderVerifier::add_row(const VerifiedRow& row) {
  const auto index = static_cast<std::int64_t>(row.index);
  ++events_;
  if (row.leaf != row.stored_leaf)
    find(index, "body", ""); // which of the two it was is settled by what follows it
  if (row.recorded < last_recorded_)
    find(index, "order", fmt::format("event {} was recorded before the event that precedes it", index));
  last_recorded_ = std::max(last_recorded_, row.recorded);
  if (row.corrects) check_correction(row);
  check_chain(row);
  range_.append(row.leaf);
  check_sizes();
}

void OrderVerifier::check_chain(const VerifiedRow& row) {
  StreamChain& chain = chain_of(row.stream);
  settle_mismatch(chain, row.prev);
  if (row.sequence != chain.length || (row.prev != chain.leaf && row.prev != chain.stored)) {
    const auto index = static_cast<std::int64_t>(row.index);
    find(index, "chain",
         chain.length == 0
             ? fmt::format("event {} does not start stream {}", index, row.stream)
             : fmt::format(
                   "event {} does not follow event {} in stream {}: one of the two was changed, or an event "
                   "between them was removed",
                   index, chain.last, row.stream));
  }
  chain.length = row.sequence + 1;
  chain.last = row.index;
  chain.leaf = row.leaf;
  chain.stored = row.stored_leaf;
  if (row.closes) close(*row.closes, true);
  if (row.opens) close(*row.opens, false);
}

// A body and its leaf differ: what follows the event in its stream remembers which one is the old.
void OrderVerifier::settle_mismatch(const StreamChain& chain, const base::Digest& witness) {
  if (chain.length == 0 || chain.leaf == chain.stored) return;
  const auto index = static_cast<std::int64_t>(chain.last);
  const auto finding = std::find_if(findings_.rbegin(), findings_.rend(), [&](const Finding& f) {
    return f.index == index && f.what == "body" && f.message.empty();
  });
  if (finding == findings_.rend()) return;
  if (witness == chain.leaf) {
    finding->what = "leaf";
    finding->message =
        fmt::format("the stored leaf hash of event {} was changed: its body is what was recorded", index);
  } else if (witness == chain.stored) {
    finding->message = fmt::format("the body of event {} was changed: it does not hash to its leaf", index);
  } else {
    finding->message = fmt::format(
        "the body of event {} does not hash to its leaf, and neither is what was recorded", index);
  }
}

void OrderVerifier::check_correction(const VerifiedRow& row) {
  const auto index = static_cast<std::int64_t>(row.index);
  if (!row.correction) return;
  const auto bad = [&] {
    find(
        index, "column corrects",
        fmt::format("the column corrects of event {} does not name the event that its body corrects", index));
  };
  if (!corrected_) {
    Result<store::Statement> statement = database_->prepare("SELECT id, stream_no FROM event WHERE ix = ?");
    if (!statement) return bad();
    corrected_ = std::move(*statement);
  }
  corrected_->bind(1, *row.corrects);
  const Result<Step> step = corrected_->step();
  const bool there = step && *step == Step::row && *row.corrects < index;
  const base::ByteView id = there ? corrected_->blob(0) : base::ByteView();
  const base::ByteView named = row.correction->id.view();
  if (!there || !std::equal(id.begin(), id.end(), named.begin(), named.end()))
    bad();
  else if (corrected_->integer(1) != row.stream)
    find(index, "correction",
         fmt::format("event {} corrects event {} of another stream", index, *row.corrects));
  corrected_->reset(); // so that no reading stays open
}

void OrderVerifier::close(const base::StreamId& name, bool closed) {
  if (const auto number = stream_numbers_.find(name); number != stream_numbers_.end())
    chain_of(number->second).closed = closed;
}

void OrderVerifier::read_checkpoints() {
  checkpoints_.clear();
  next_checkpoint_ = 0;
  const auto read = [&]() -> Result<void> {
    PROBITY_ASSIGN(
        store::Statement statement,
        database_->prepare(
            "SELECT size, root, note FROM checkpoint WHERE size > ? AND size <= ? ORDER BY size LIMIT ?"));
    statement.bind(1, read_to_).bind(2, head_->newest_checkpoint).bind(3, checkpoints_a_page);
    while (true) {
      PROBITY_ASSIGN(const Step step, statement.step());
      if (step == Step::done) return {};
      StoredCheckpoint& checkpoint = checkpoints_.emplace_back();
      checkpoint.size = static_cast<std::uint64_t>(statement.integer(0));
      const base::ByteView root = statement.blob(1);
      if (root.size() == checkpoint.root.bytes.size())
        std::copy(root.begin(), root.end(), checkpoint.root.bytes.begin());
      checkpoint.note = statement.text(2);
    }
  };
  if (const Result<void> done = read(); !done) {
    find(-1, "file", "the checkpoints cannot all be read: " + done.error().message);
    checkpoints_.clear();
  }
  if (!checkpoints_.empty()) read_to_ = static_cast<std::int64_t>(checkpoints_.back().size);
  open_notes();
}

void OrderVerifier::open_notes() {
  const std::size_t parts =
      std::min<std::size_t>(threads_, checkpoints_.size() / checkpoints_worth_a_thread + 1);
  std::vector<std::thread> threads;
  const auto open_part = [this, parts](std::size_t part) {
    for (std::size_t i = part; i < checkpoints_.size(); i += parts)
      open_note_of(checkpoints_[i]);
  };
  for (std::size_t part = 1; part < parts; ++part)
    threads.emplace_back(open_part, part);
  open_part(0);
  for (std::thread& thread : threads)
    thread.join();
}

void OrderVerifier::open_note_of(StoredCheckpoint& checkpoint) const {
  if (!key_) {
    const std::size_t blank = checkpoint.note.find("\n\n");
    if (Result<Checkpoint> parsed = Checkpoint::parse(checkpoint.note.substr(0, blank + 1)))
      checkpoint.signed_one = std::move(*parsed);
    return;
  }
  const Result<OpenedNote> opened = open_note(checkpoint.note, {*key_});
  Result<Checkpoint> parsed =
      opened ? Checkpoint::parse(opened->text) : Result<Checkpoint>(tl::unexpected(opened.error()));
  if (parsed)
    checkpoint.signed_one = std::move(*parsed);
  else
    checkpoint.fault = parsed.error().message;
}

void OrderVerifier::check_sizes() {
  while (next_checkpoint_ < checkpoints_.size() && checkpoints_[next_checkpoint_].size <= range_.size()) {
    check_checkpoint(checkpoints_[next_checkpoint_]);
    if (++next_checkpoint_ == checkpoints_.size()) read_checkpoints();
  }
  if (against_.head && !head_size_ && range_.root() == *against_.head) head_size_ = range_.size();
  const std::optional<Checkpoint>& note = against_.note;
  if (note && note->size == range_.size() && !broken_ && note->root != range_.root())
    find(-1, "growth",
         fmt::format(
             "the ledger did not grow from the note: its first {} events have another root, so one of them "
             "was changed, or the note is of a fork",
             note->size));
}

void OrderVerifier::check_checkpoint(const StoredCheckpoint& checkpoint) {
  const std::string what = fmt::format("checkpoint {}", checkpoint.size);
  if (checkpoint.size != range_.size()) {
    find(-1, what, fmt::format("there is a checkpoint of {} events, where none can be", checkpoint.size));
    return;
  }
  std::optional<Checkpoint> signed_one = checkpoint.signed_one;
  if (!checkpoint.fault.empty())
    find(
        -1, what,
        fmt::format("the signed note of checkpoint {} does not hold: {}", checkpoint.size, checkpoint.fault));
  if (signed_one &&
      (signed_one->size != checkpoint.size || signed_one->origin != context_->constants.origin)) {
    find(-1, what,
         fmt::format("the signed note of checkpoint {} is of another size or log", checkpoint.size));
    signed_one.reset();
  }
  if (signed_one && signed_one->root != checkpoint.root)
    find(-1, what,
         fmt::format("the stored root of checkpoint {} is not the one that was signed", checkpoint.size));
  if (signed_one && checkpoint.size == head_->size) newest_signed_ = signed_one->root;
  if (broken_ || diverged_) return;
  const base::Digest root = range_.root();
  if ((signed_one && signed_one->root == root) || (!signed_one && checkpoint.root == root)) {
    last_good_ = checkpoint.size;
    return;
  }
  diverged_ = true;
  find(-1, what,
       checkpoint.size == last_good_ + 1 ? fmt::format("the tree of the first {} events does not have the "
                                                       "root that was signed: event {} was changed",
                                                       checkpoint.size, last_good_)
                                         : fmt::format("the tree of the first {} events does not have the "
                                                       "root that was signed: one of the events {} "
                                                       "to {} was changed",
                                                       checkpoint.size, last_good_, checkpoint.size - 1));
}

void OrderVerifier::check_streams() {
  std::vector<std::int64_t> numbers;
  for (std::size_t place = 0; place < chains_.size(); ++place)
    if (chains_[place].met) numbers.push_back(static_cast<std::int64_t>(place) + 1);
  for (const auto& [number, chain] : other_chains_)
    numbers.push_back(number);
  std::sort(numbers.begin(), numbers.end());
  for (const std::int64_t number : numbers) {
    const StreamChain& chain = chain_of(number);
    const StreamRow* row = context_->streams.find(number);
    const std::string what = fmt::format("stream {}", number);
    settle_mismatch(chain, row != nullptr ? row->leaf : base::Digest{});
    if (row == nullptr) {
      find(-1, what, fmt::format("stream {} has events but no row", number));
      continue;
    }
    if (row->length != chain.length)
      find(-1, what,
           fmt::format("stream {} ({}) says {} events and has {}", number, row->name.hex(), row->length,
                       chain.length));
    if (row->leaf != chain.leaf && row->leaf != chain.stored)
      find(-1, what,
           fmt::format("the leaf of stream {} ({}) is not that of its last event, {}", number,
                       row->name.hex(), chain.last));
    if (row->closed != chain.closed)
      find(-1, what,
           fmt::format("stream {} ({}) is marked {}, its links say otherwise", number, row->name.hex(),
                       row->closed ? "closed" : "open"));
  }
  for (const auto& [number, row] : context_->streams)
    if (!std::binary_search(numbers.begin(), numbers.end(), number))
      find(-1, fmt::format("stream {}", number),
           fmt::format("stream {} ({}) has a row but no events", number, row.name.hex()));
}

void OrderVerifier::check_head() {
  if (!head_->there) return;
  if (head_->size == range_.size() && !broken_) {
    if (!newest_signed_)
      find(-1, "head", fmt::format("there is no good checkpoint of the head's size, {}", head_->size));
    if (head_->root != range_.root() && head_->root != newest_signed_)
      find(-1, "head", "the root in the head is not that of the tree");
    base::ByteVector peaks;
    for (const base::Digest& peak : range_.peaks())
      peaks.insert(peaks.end(), peak.bytes.begin(), peak.bytes.end());
    if (!diverged_ && head_->peaks != peaks)
      find(-1, "head", "the peaks in the head are not those of the tree");
    if (diverged_ && head_->root == newest_signed_ && head_->root != range_.root())
      find(-1, "head", "the root in the head was signed, but the events no longer hash to it");
  }
  if (head_->last_recorded != last_recorded_)
    find(-1, "head", "the last recorded instant in the head is not that of the last event");
}

void OrderVerifier::finish() {
  check_streams();
  if (next_checkpoint_ < checkpoints_.size())
    find(-1, "tail",
         fmt::format("the log is shorter than checkpoint {}: it has {} events",
                     checkpoints_[next_checkpoint_].size, range_.size()));
  const std::optional<Checkpoint>& note = against_.note;
  if (note && note->origin != context_->constants.origin)
    find(-1, "note",
         fmt::format("the note is of the log {}, this is {}", note->origin, context_->constants.origin));
  if (note && note->size > range_.size())
    find(-1, "growth",
         fmt::format("the log is shorter than checkpoint {} of the note: it has {} events", note->size,
                     range_.size()));
  if (against_.head && !head_size_)
    find(-1, "published head",
         fmt::format("no first events of the ledger have the root {}: an event among them was changed or "
                     "removed since it was published, or the hash is of another log, or mistyped",
                     against_.head->hex()));
  check_head();
  for (Finding& finding : findings_)
    if (finding.message.empty())
      finding.message = fmt::format("the body of event {} does not hash to its leaf", finding.index);
}

} // namespace probity::ledger
