// The ledger: an append-only sequence of events in one SQLite file, hashed into an RFC 6962 tree.
//
// A log is `live` (the sequencer stamps `recorded`) or `replayed` (the submitter stamps it, never backwards).
// Its constants (origin, zone, clock) are the facts of leaf 0, system.log_opened.
// Beside FILE stand FILE.keys (persons' keys and identity), FILE.secret (master key and signing key, 0600)
// and FILE.lock (one writing process at a time).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/json.h"
#include "base/result.h"

namespace probity::ledger {

enum class Clock { live, replayed };

struct Constants {
  std::string origin; // C2SP checkpoint origin, e.g. "sample/7"; no spaces, no plus sign
  std::string zone;   // IANA name of the civil zone
  Clock clock = Clock::live;
};

// 1..n events over 1..k streams, stored all or none.
struct Submission {
  std::vector<base::json::Value> events; // as submitted: no index, seq, prev; recorded in replayed logs
  std::map<base::StreamId, std::int64_t> expect; // stream → number of events it must have; may be empty
};

struct Receipt {
  std::uint64_t index = 0; // of the submission's first event
  std::uint32_t count = 0;
  base::Instant recorded;
  bool repeated = false; // it was here already; this is the first receipt
  std::vector<base::Digest> leaves;
};

struct StoredEvent {
  std::uint64_t index = 0;
  std::uint32_t stream = 0;
  std::uint32_t sequence = 0;
  std::string_view body; // canonical leaf bytes, valid until the next step
};

// Checks an event's type, facts and sealed parts; returns all faults. Passed in, so that the ledger stays
// ignorant of the vocabulary. Called from two threads at once.
using Validator = std::function<std::vector<base::Error>(const base::json::Value& event)>;

struct CreateOptions {
  Constants constants;
  std::string seed;     // replayed logs: keys, salts and leaf 0 derive from it
  base::Instant opened; // `recorded` of leaf 0
  std::string operator_name = "operator";
};

struct OpenOptions {
  enum class Mode { read, write } mode = Mode::read;
  Validator validate;                 // required for write
  std::function<base::Instant()> now; // required for write to a live log: the injected clock
};

// One writer per process and file; any number of readers. Not safe for concurrent use of one object.
class Ledger {
 public:
  // Makes FILE and its companions with leaf 0. `exists_already` when any of them is there.
  static base::Result<Ledger> create(const std::string& file, const CreateOptions& options,
                                     OpenOptions open = {});
  static base::Result<Ledger> open(const std::string& file, OpenOptions options = {});
  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  [[nodiscard]] const Constants& constants() const;
  [[nodiscard]] const base::Zone& zone() const;
  [[nodiscard]] std::uint64_t size() const;
  [[nodiscard]] base::Digest root() const;
  [[nodiscard]] base::Instant last_recorded() const;

  // Appends a span of submissions in one transaction. One result per submission, in order: a refused
  // submission stores nothing of itself and hinders no other. The outer error means that nothing at all was
  // stored.
  base::Result<std::vector<base::Result<Receipt>>> append(std::span<const Submission> submissions);

  // Events with index < size (all when absent), in index order. The callback returns false to stop. Reads in
  // short transactions, so that it never holds the write-ahead log back.
  base::Result<void> scan(std::optional<std::uint64_t> size,
                          const std::function<bool(const StoredEvent&)>& visit) const;
  // The same from an index on.
  base::Result<void> scan_from(std::uint64_t first, std::optional<std::uint64_t> size,
                               const std::function<bool(const StoredEvent&)>& visit) const;
  base::Result<std::string> body(std::uint64_t index) const;
  base::Result<std::optional<std::uint64_t>> index_of(const base::EventId& id) const;
  // The number, name and length of a stream.
  base::Result<std::optional<std::uint32_t>> stream_number(const base::StreamId& name) const;
  base::Result<base::StreamId> stream_name(std::uint32_t number) const;
  base::Result<std::int64_t> stream_length(const base::StreamId& name) const;
  // Names of streams that begin with these hex digits (0 to 32), in order, at most `most`.
  base::Result<std::vector<base::StreamId>> streams_beginning(std::string_view digits,
                                                              std::size_t most) const;
  // Numbers of the streams that hold an event of any of the types, ascending. Reads no body.
  base::Result<std::vector<std::uint32_t>> streams_holding(std::span<const std::string_view> types) const;
  base::Result<void> scan_stream(std::uint32_t number,
                                 const std::function<bool(const StoredEvent&)>& visit) const;

  // Largest N with K(N) ≤ day, K(N) being the civil day of the last recorded event below N; 0 when none.
  base::Result<std::uint64_t> size_known_on(base::Day day) const;
  base::Result<base::Digest> root_at(std::uint64_t size) const;

  base::Result<base::Digest> leaf(std::uint64_t index) const;
  base::Result<std::vector<base::Digest>> inclusion_proof(std::uint64_t index, std::uint64_t size) const;
  // Of several events, ascending, in one reading of the leaves.
  base::Result<std::vector<std::vector<base::Digest>>>
  inclusion_proofs(const std::vector<std::uint64_t>& indexes, std::uint64_t size) const;
  base::Result<std::vector<base::Digest>> consistency_proof(std::uint64_t from, std::uint64_t to) const;
  // The signed note of the newest checkpoint.
  base::Result<std::string> checkpoint() const;
  // The one signed at this size. One is signed at the end of every append and kept for the next thousand
  // events; of older ones the last in every 256 events. `not_found` otherwise, with the next size that has
  // one as hint.
  base::Result<std::string> checkpoint_at(std::uint64_t size) const;
  // The verification key of the log, "origin+keyid+base64".
  base::Result<std::string> verification_key() const;

  // A key of this log for one purpose, which whoever holds FILE alone does not have: derived from
  // FILE.secret, in replayed logs from the seed there. The same for as long as the log has its secret. Errors
  // are those of reading FILE.secret.
  [[nodiscard]] base::Result<base::Digest> derived_key(std::string_view purpose) const;

  // Opens the sealed part of an event: its members as canonical JSON. `not_found` when it was erased.
  base::Result<std::string> open_sealed(std::uint64_t index, int slot) const;
  // The same of the first sealed part of each of these events, with the keys opened once. Events without one,
  // and parts that were erased, are passed over.
  base::Result<void>
  open_first_parts(std::span<const std::uint64_t> indexes,
                   const std::function<void(std::uint64_t index, std::string_view part)>& visit) const;

  // Destroys the key, the boxes and the identity of a subject. The caller appends person.erased first; this
  // is repeatable. Returns the number of boxes removed.
  base::Result<std::uint64_t> destroy_subject(const base::SubjectId& subject);

 private:
  struct State;
  struct PartOpener;
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace probity::ledger
