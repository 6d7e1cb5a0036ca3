// Events proven to be in the record that a signed checkpoint names: what `verify` shows of all of them, for
// one event, or for those of one stream.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/merkle.h"
#include "ledger/note.h"
#include "ledger/verify.h"

namespace probity::ledger {

// What a proof is checked against: a signed checkpoint of one size, whose signature holds.
struct SignedCheckpoint {
  std::string note;
  std::string key; // the log's verification key
  Checkpoint checkpoint;
};
// Of the size; nothing: of the newest. `not_found` as Ledger::checkpoint_at, `corrupt` when its signature
// does not hold.
base::Result<SignedCheckpoint> signed_checkpoint_of(const Ledger& ledger, std::optional<std::uint64_t> size);

// Hashes in base64, a line each, as proofs of c2sp.org have them.
std::string hash_lines(const std::vector<base::Digest>& hashes);
// That something does not hold against the checkpoint.
base::Error proof_fails(const std::string& what);

struct EventProof {
  std::uint64_t index = 0;
  std::string body; // the event's bytes
  base::Digest leaf;
  std::vector<base::Digest> path; // from the leaf up
  SignedCheckpoint against;

  // c2sp.org/tlog-proof@v1: index, hashes, an empty line, the checkpoint.
  [[nodiscard]] std::string text() const;
  // Up the path to the root; none where the event is the only one.
  [[nodiscard]] std::vector<PathStep> steps() const;
};
// Checked before it is given: `corrupt` when it does not hold.
base::Result<EventProof> prove_event(const Ledger& ledger, std::uint64_t index,
                                     std::optional<std::uint64_t> size = std::nullopt);

struct ProvenEvent {
  std::uint64_t index = 0;
  base::Digest leaf; // of its bytes
  std::vector<base::Digest> path;
  bool holds = false; // the proof, against the checkpoint

  bool operator==(const ProvenEvent&) const = default;
};

struct StreamCheck {
  std::vector<ProvenEvent> events; // in their order
  Checkpoint checkpoint;
  std::vector<Finding> findings; // "body", "chain", "proof", "tail"; none: good
};
// One stream: that each event follows the one before it, that none is missing at its end, and the proof of
// the bytes of each against the newest signed checkpoint. `not_found` when there is no such stream; `busy`
// when `stopped` said so. Errors are otherwise as of `prove_event`.
base::Result<StreamCheck> check_stream(const Ledger& ledger, const base::StreamId& name,
                                       const std::function<bool()>& stopped = {});

} // namespace probity::ledger
