#include "ledger/event_proof.h"

#include <fmt/format.h>

#include "ledger/leaf_fields.h"

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// What the first event of a stream follows, and then each the one before it.
struct Chain {
  std::int64_t length = 0;
  base::Digest leaf;
};

Finding finding(std::uint64_t index, std::string what, std::string message) {
  return {static_cast<std::int64_t>(index), std::move(what), std::move(message)};
}

void check_place(const StoredEvent& event, const base::StreamId& name, DayFinder& days, const Chain& chain,
                 std::vector<Finding>& findings) {
  LeafFields fields;
  if (const std::string_view wrong = read_leaf(event.body, days, fields); !wrong.empty()) {
    findings.push_back(
        finding(event.index, "body", fmt::format("event {} cannot be read: {}", event.index, wrong)));
    return;
  }
  const bool own = fields.stream == name && fields.index == static_cast<std::int64_t>(event.index);
  if (!own || fields.sequence != chain.length || fields.prev != chain.leaf)
    findings.push_back(finding(
        event.index, "chain",
        chain.length == 0
            ? fmt::format("event {} does not start this record", event.index)
            : fmt::format("event {} does not follow the one before it in this record: one of the two was "
                          "changed, or an event between them was removed",
                          event.index)));
}

Result<void> read_stream(const Ledger& ledger, const base::StreamId& name, std::uint32_t number,
                         StreamCheck& out) {
  PROBITY_ASSIGN(const std::int64_t length, ledger.stream_length(name));
  DayFinder days(ledger.zone());
  Chain chain;
  bool grew = false; // while this goes on
  PROBITY_TRY(ledger.scan_stream(number, [&](const StoredEvent& event) {
    grew = event.index >= out.checkpoint.size;
    if (grew) return false;
    check_place(event, name, days, chain, out.findings);
    const base::Digest leaf = leaf_hash(base::bytes_of(event.body));
    out.events.push_back({event.index, leaf, {}, false});
    chain = {chain.length + 1, leaf};
    return true;
  }));
  if (!grew && length != chain.length)
    out.findings.push_back(
        {-1, "tail", fmt::format("the record has {} events and {} of them are here", length, chain.length)});
  return {};
}

Result<void> prove_all(const Ledger& ledger, StreamCheck& out) {
  std::vector<std::uint64_t> indexes;
  for (const ProvenEvent& one : out.events)
    indexes.push_back(one.index);
  PROBITY_ASSIGN(auto paths, ledger.inclusion_proofs(indexes, out.checkpoint.size));
  for (std::size_t i = 0; i < out.events.size(); ++i) {
    ProvenEvent& one = out.events[i];
    one.path = std::move(paths[i]);
    one.holds = inclusion_holds(one.index, out.checkpoint.size, one.leaf, one.path, out.checkpoint.root);
    if (!one.holds)
      out.findings.push_back(finding(
          one.index, "proof",
          fmt::format("event {} does not lead to the root that was signed for {} events: it was changed, or "
                      "one beside its path was, which verifying the whole ledger tells",
                      one.index, out.checkpoint.size)));
  }
  return {};
}

} // namespace

Result<SignedCheckpoint> signed_checkpoint_of(const Ledger& ledger, std::optional<std::uint64_t> size) {
  SignedCheckpoint out;
  PROBITY_ASSIGN(out.note, ledger.checkpoint_at(size.value_or(ledger.size())));
  PROBITY_ASSIGN(out.key, ledger.verification_key());
  PROBITY_ASSIGN(const VerificationKey key, VerificationKey::parse(out.key));
  PROBITY_ASSIGN(const OpenedNote note, open_note(out.note, {key}));
  PROBITY_ASSIGN(out.checkpoint, Checkpoint::parse(note.text));
  return out;
}

std::string hash_lines(const std::vector<base::Digest>& hashes) {
  std::string out;
  for (const base::Digest& hash : hashes)
    out += base::to_base64(hash.view()) + "\n";
  return out;
}

base::Error proof_fails(const std::string& what) {
  return {ErrorCode::corrupt, "the proof does not hold against the signed checkpoint", what,
          "run verify: something was touched"};
}

std::string EventProof::text() const {
  return "c2sp.org/tlog-proof@v1\nindex " + std::to_string(index) + "\n" + hash_lines(path) + "\n" +
         against.note;
}

std::vector<PathStep> EventProof::steps() const {
  return walk_up(index, against.checkpoint.size, leaf, path).value_or(std::vector<PathStep>());
}

Result<EventProof> prove_event(const Ledger& ledger, std::uint64_t index, std::optional<std::uint64_t> size) {
  EventProof out;
  out.index = index;
  PROBITY_ASSIGN(out.against, signed_checkpoint_of(ledger, size));
  const Checkpoint& checkpoint = out.against.checkpoint;
  PROBITY_ASSIGN(out.body, ledger.body(index));
  PROBITY_ASSIGN(out.path, ledger.inclusion_proof(index, checkpoint.size));
  out.leaf = leaf_hash(base::bytes_of(out.body));
  if (!inclusion_holds(index, checkpoint.size, out.leaf, out.path, checkpoint.root))
    return tl::unexpected(proof_fails("event " + std::to_string(index)));
  return out;
}

Result<StreamCheck> check_stream(const Ledger& ledger, const base::StreamId& name,
                                 const std::function<bool()>& stopped) {
  PROBITY_ASSIGN(const auto number, ledger.stream_number(name));
  if (!number) return fail(ErrorCode::not_found, "there is no record of this name", name.hex());
  StreamCheck out;
  PROBITY_ASSIGN(const SignedCheckpoint against, signed_checkpoint_of(ledger, std::nullopt));
  out.checkpoint = against.checkpoint;
  PROBITY_TRY(read_stream(ledger, name, *number, out));
  if (stopped && stopped())
    return fail(ErrorCode::busy, "the verification was broken off", name.hex(), "Begin it again");
  PROBITY_TRY(prove_all(ledger, out));
  return out;
}

} // namespace probity::ledger
