#include "ledger/event_proof.h"

#include "support/tampered_ledger.h"

namespace probity::ledger {
namespace {

using namespace fixture;
using tampered::VerifyTest;

class EventProofTest : public VerifyTest {
 protected:
  [[nodiscard]] StreamCheck checked(std::uint64_t stream) const {
    return good(check_stream(good(Ledger::open(file())), stream_id(stream)));
  }
  // "index what" of every finding.
  [[nodiscard]] std::vector<std::string> found(std::uint64_t stream) const {
    std::vector<std::string> out;
    for (const Finding& one : checked(stream).findings)
      out.push_back(fmt::format("{} {}", one.index, one.what));
    return out;
  }
};

TEST_F(EventProofTest, EveryEventOfAStreamIsProvenAgainstTheNewestCheckpoint) {
  const Ledger log = good(Ledger::open(file()));
  const StreamCheck check = checked(2);
  EXPECT_TRUE(check.findings.empty());
  EXPECT_EQ(check.checkpoint.size, size_);
  EXPECT_EQ(check.checkpoint.root, root_);
  ASSERT_EQ(check.events.size(), static_cast<std::size_t>(good(log.stream_length(stream_id(2)))));
  for (const ProvenEvent& one : check.events) {
    EXPECT_TRUE(one.holds);
    const EventProof proof = good(prove_event(log, one.index));
    EXPECT_EQ(proof.leaf, one.leaf);
    EXPECT_EQ(proof.path, one.path);
    EXPECT_TRUE(inclusion_holds(one.index, size_, leaf_hash(base::bytes_of(proof.body)), proof.path, root_));
  }
}

TEST_F(EventProofTest, AProofAgainstAnEarlierCheckpointEndsInItsNote) {
  const Ledger log = good(Ledger::open(file()));
  const EventProof proof = good(prove_event(log, 1, early_size_));
  EXPECT_EQ(proof.against.checkpoint.size, early_size_);
  const std::string text = proof.text();
  EXPECT_EQ(text.find("c2sp.org/tlog-proof@v1\nindex 1\n"), 0U);
  EXPECT_EQ(text.substr(text.size() - early_note_.size()), early_note_);
  EXPECT_EQ(prove_event(log, size_).error().code, base::ErrorCode::not_found);
}

TEST_F(EventProofTest, AnEventWhoseBytesWereChangedIsNamedAlone) {
  const std::uint64_t changed = checked(1).events.back().index;
  tamper(fmt::format("UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'CRC1', 'CRC2') AS BLOB) "
                     "WHERE ix = {}",
                     changed));
  EXPECT_EQ(found(1), std::vector<std::string>{fmt::format("{} proof", changed)});
  EXPECT_EQ(found(2), std::vector<std::string>{});
  EXPECT_EQ(prove_event(good(Ledger::open(file())), changed).error().code, base::ErrorCode::corrupt);
}

TEST_F(EventProofTest, AnEventThatWasRewrittenWithItsLeafBreaksTheChainAndEveryProof) {
  const std::uint64_t changed = checked(1).events.at(1).index;
  const std::uint64_t next = checked(1).events.at(2).index;
  rewrite_body(changed, "\"minutes\":60", "\"minutes\":90");
  const std::vector<std::string> findings = found(1);
  EXPECT_EQ(std::count(findings.begin(), findings.end(), fmt::format("{} proof", changed)), 1);
  EXPECT_EQ(std::count(findings.begin(), findings.end(), fmt::format("{} chain", next)), 1);
  EXPECT_EQ(found(2).size(), checked(2).events.size()) << "their paths pass by what was changed";
}

TEST_F(EventProofTest, AStreamThatNobodyHasIsNotFound) {
  EXPECT_EQ(check_stream(good(Ledger::open(file())), stream_id(77)).error().code, base::ErrorCode::not_found);
}

} // namespace
} // namespace probity::ledger
