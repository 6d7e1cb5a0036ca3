// The one writer of a ledger file: gives places, chains, seals, hashes, signs and commits.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ledger/check_ahead.h"
#include "ledger/companions.h"
#include "ledger/envelope.h"
#include "ledger/key_store.h"
#include "ledger/ledger.h"
#include "ledger/merkle.h"
#include "ledger/note.h"
#include "store/sqlite.h"

namespace probity::ledger {

class Sequencer {
 public:
  struct Clocks {
    Validator validate;
    std::function<base::Instant()> now;
  };

  // Reads the head and prepares; `database` must outlive the sequencer.
  static base::Result<Sequencer> start(store::Database& database, const Constants& constants,
                                       const base::Zone& zone, const Secret& secret, KeyStore keys,
                                       Clocks clocks);

  base::Result<std::vector<base::Result<Receipt>>> append(std::span<const Submission> submissions);
  // Writes leaf 0 inside the transaction that makes the tables.
  base::Result<void> open_log(const base::json::Value& event, const base::Instant& recorded);
  base::Result<std::uint64_t> destroy_subject(const base::SubjectId& subject);

  [[nodiscard]] std::uint64_t size() const { return range_.size(); }
  [[nodiscard]] base::Digest root() const { return range_.root(); }
  [[nodiscard]] base::Instant last_recorded() const { return last_recorded_; }

 private:
  struct StreamState {
    base::StreamId name;
    std::int64_t number = 0;
    std::uint64_t length = 0;
    base::Digest leaf; // of its last event
    bool closed = false;
    bool is_new = false;     // has no row yet
    bool is_touched = false; // the span must write its row
  };
  // An event of the submission in hand, checked, not yet stored.
  struct Pending {
    const CheckedEvent* event = nullptr;
    std::uint64_t index = 0;
    std::optional<std::uint64_t> corrects;
    StreamState* stream = nullptr; // once its place is checked

    [[nodiscard]] const Envelope& envelope() const { return event->envelope; }
  };
  // An event that corrections may name.
  struct Target {
    std::uint64_t index = 0;
    base::StreamId stream;
    std::string type;
    bool is_correction = false;
    std::optional<base::StreamId> other;
    bool is_void = false;
  };

  Sequencer(store::Database& database, const Constants& constants, const base::Zone& zone,
            const Secret& secret, KeyStore keys, Clocks clocks);

  base::Result<void> load_head();
  base::Result<void> prepare();

  base::Result<Receipt> append_one(const Submission& submission, const CheckedSubmission& checked,
                                   base::Instant stamp);
  base::Result<std::optional<Receipt>> find_repeated(const base::Digest& hash);
  base::Result<void> compare_sealed(const Envelope& envelope, std::string_view body,
                                    const std::string& where);
  base::Result<void> check_versions(const Submission& submission);
  base::Result<void> check_places();
  base::Result<void> check_correction(std::size_t position);
  base::Result<std::optional<Target>> find_target(const base::EventId& id, std::size_t before);
  base::Result<std::vector<SealedBox>> seal_parts(const Envelope& envelope, std::uint64_t index);
  base::Result<void> store(const Pending& pending, const CheckedSubmission& submission,
                           base::Instant recorded, Receipt& receipt);
  void touch(StreamState& stream);
  base::Result<StreamState*> stream_of(const base::StreamId& name);
  base::Result<void> write_head(std::uint64_t size_before);
  base::Result<void> write_head_and_keys(std::uint64_t size_before);
  base::Result<void> thin_checkpoints(std::uint64_t size_before);

  store::Database* database_;
  Constants constants_;
  DayFinder days_;
  SigningKey signer_;
  KeyStore keys_;
  std::function<base::Instant()> now_;
  std::unique_ptr<CheckAhead> ahead_;

  CompactRange range_;
  base::Instant last_recorded_;
  std::unordered_map<base::StreamId, StreamState> streams_;
  std::vector<StreamState*> touched_; // streams whose rows the span must write
  std::int64_t streams_made_ = 0;     // rows of stream, written or to be written
  bool storing_ = false;              // a submission is partly written
  bool poisoned_ = false;             // a commit failed in the operating system: reopen and verify

  std::vector<Pending> pending_;
  std::string text_;                          // of the submission in hand
  std::vector<std::vector<SealedBox>> boxes_; // per pending event
  std::string buffer_;
  LeafFields other_fields_; // of an event that is stored already

  store::Statement insert_event_;
  store::Statement insert_sealed_;
  store::Statement insert_checkpoint_;
  store::Statement thin_checkpoints_;
  store::Statement update_head_;
  store::Statement insert_stream_;
  store::Statement update_stream_;
  store::Statement find_stream_;
  store::Statement find_event_;
  store::Statement find_body_;
  store::Statement find_leaf_;
  store::Statement find_corrections_;
};

} // namespace probity::ledger
