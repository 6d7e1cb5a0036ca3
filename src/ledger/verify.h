// Verification: recompute everything from the stored bodies, and say what does not agree.
//
// Checked: every body against its leaf hash and its columns, gaps and order, the chain of every stream and
// the table of streams, the two indexes, the tree against the head and every stored checkpoint with its
// signature, every sealed row against the event it belongs to, and leaf 0. What no check inside one file can
// see (a history rebuilt whole with the true key, a cut tail with its newer checkpoints) shows against an
// older checkpoint note kept elsewhere: `against_note`.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace probity::ledger {

struct Finding {
  std::int64_t index = -1; // of the event; -1 when it is about no single event
  // "body", "leaf", "column NAME", "gap", "order", "chain", "stream NUMBER", "correction", "sealed SLOT",
  // "checkpoint SIZE", "index NAME", "head", "leaf 0", "tail", "growth", "note", "published head", "file"
  std::string what;
  std::string message; // one sentence for people

  bool operator==(const Finding&) const = default;
};

struct Verification {
  bool ok = false; // no findings
  std::uint64_t events = 0;
  base::Digest root; // recomputed
  std::vector<Finding> findings;
  bool cut_short = false;                      // there were more findings than `most_findings`
  std::optional<std::uint64_t> head_size = {}; // how many events had the root of `against_head`, if any
};

constexpr std::size_t most_findings = 1'000;

// Whether sealed parts are opened and compared with their commitments: needs the ledger's secret.
enum class SealedParts { rows_only, opened };

struct VerifyOptions {
  // The text of a checkpoint note kept from earlier: the ledger must have grown from it.
  std::optional<std::string> against_note;
  std::string note_from = "the note"; // where it was read from, for errors about it
  // The root of a head that was published without its size: that of some first events of the ledger.
  std::optional<base::Digest> against_head;
  // Further keys the note may be signed by, "origin+keyid+base64": the key printed elsewhere, an earlier key.
  std::vector<std::string> trusted_keys;
  unsigned threads = 0; // 0: as many as the machine has. Findings are the same whatever the number.
  SealedParts sealed = SealedParts::rows_only;
  std::function<void(std::uint64_t done, std::uint64_t of)> progress; // called from the calling thread
  std::function<bool()> stopped; // asked as it goes; once it says yes, verification ends with `busy`
};

// An error only when the file cannot be examined at all (absent, no secret for `opened`, a note that is
// none); what is wrong inside it is a finding.
base::Result<Verification> verify(const std::string& file, const VerifyOptions& options);

} // namespace probity::ledger
