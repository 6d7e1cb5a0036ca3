// The part of verification that needs rows in order: the chain of each stream, the tree, checkpoints and
// head.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/merkle.h"
#include "ledger/note.h"
#include "ledger/verify_rows.h"

namespace probity::ledger {

struct StoredHead {
  bool there = false;
  std::uint64_t size = 0;
  base::Digest root;
  base::ByteVector peaks;
  std::int64_t last_recorded = 0;
  std::string verification_key;
  std::int64_t newest_checkpoint = 0; // size of it, when the head was read
};

// What was kept elsewhere.
struct Against {
  std::optional<Checkpoint> note;
  std::optional<base::Digest> head; // a root, of no known size
};

class OrderVerifier {
 public:
  OrderVerifier(const VerifyContext& context, const StoredHead& head, const store::Database& database,
                Against against, unsigned threads);

  // The next rows, those before index `end`.
  void add(const VerifiedRows& rows, std::uint64_t end);
  void finish();

  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
  [[nodiscard]] std::uint64_t events() const { return events_; }
  [[nodiscard]] base::Digest root() const { return range_.root(); }
  [[nodiscard]] std::optional<std::uint64_t> head_size() const { return head_size_; }

 private:
  struct StreamChain {
    bool met = false; // a row or a link named the stream
    std::int64_t length = 0;
    std::uint64_t last = 0; // index of its last event
    base::Digest leaf;      // of its last event, recomputed
    base::Digest stored;    // and as its row has it
    bool closed = false;
  };
  struct StoredCheckpoint {
    std::uint64_t size = 0;
    base::Digest root;
    std::string note;
    std::optional<Checkpoint> signed_one; // what the note says, when its signature holds
    std::string fault;                    // why it does not
  };

  void find(std::int64_t index, std::string what, std::string message);
  StreamChain& chain_of(std::int64_t number); // begun when it was not met before
  void add_row(const VerifiedRow& row);
  void check_chain(const VerifiedRow& row);
  void check_correction(const VerifiedRow& row);
  void close(const base::StreamId& name, bool closed);
  void settle_mismatch(const StreamChain& chain, const base::Digest& witness);
  // Checkpoints, the note and the published head whose size is the number of leaves so far.
  void check_sizes();
  void check_checkpoint(const StoredCheckpoint& checkpoint);
  void check_streams();
  void check_head();
  void read_checkpoints();
  void open_notes(); // of the checkpoints read, on all threads: checking a signature takes long
  void open_note_of(StoredCheckpoint& checkpoint) const;

  const VerifyContext* context_;
  const StoredHead* head_;
  const store::Database* database_;
  Against against_;
  std::optional<std::uint64_t> head_size_; // of the published head, once it was met
  unsigned threads_;
  std::optional<store::Statement> corrected_; // the event that a correction names, once there was one
  std::optional<VerificationKey> key_;
  std::vector<Finding> findings_;

  CompactRange range_;
  std::uint64_t events_ = 0;
  std::uint64_t expected_ = 0;                // index of the next event
  bool broken_ = false;                       // rows are missing, so that roots say nothing more
  bool diverged_ = false;                     // a root differed already
  std::uint64_t last_good_ = 0;               // largest size whose signed root was right
  std::optional<base::Digest> newest_signed_; // root that the checkpoint of the head's size signs
  std::int64_t last_recorded_ = INT64_MIN;
  std::vector<StreamChain> chains_; // of streams 1, 2 … as many as the table of streams has
  std::map<std::int64_t, StreamChain> other_chains_; // of numbers that no stream should have
  std::unordered_map<base::StreamId, std::int64_t> stream_numbers_;
  std::vector<StoredCheckpoint> checkpoints_; // the next of them, by size
  std::size_t next_checkpoint_ = 0;
  std::int64_t read_to_ = -1; // size of the last checkpoint read
};

} // namespace probity::ledger
