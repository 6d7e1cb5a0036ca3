// Which checkpoints are kept: all of the newest 256 events, of older ones the last in every 256.
#include "ledger/note.h"
#include "ledger/verify.h"
#include "support/ledger_fixture.h"

namespace probity::ledger {
namespace {

using namespace fixture;

std::vector<Submission> submissions(std::uint64_t from, std::uint64_t count) {
  std::vector<Submission> out(count);
  for (std::uint64_t i = 0; i < count; ++i)
    out[i].events = {
        event(100 + from + i, (from + i) % 7, seconds_later(static_cast<std::int64_t>(from + i)))};
  return out;
}

TEST(Checkpoints, OlderOnesAreThinnedAndNotesOfThemStillHold) {
  const TemporaryDirectory folder;
  const std::string file = folder.file("a.ledger");
  std::string early_note;
  {
    Ledger log = good(Ledger::create(file, replayed(), writing()));
    while (log.size() < 2'001) {
      good(log.append(submissions(log.size(), 10)));
      if (log.size() == 301) early_note = good(log.checkpoint());
    }
    for (std::uint64_t kept = 1'741; kept <= 2'001; kept += 10)
      EXPECT_TRUE(log.checkpoint_at(kept)) << kept;
    for (const std::uint64_t kept : {251U, 511U, 761U, 1'021U, 1'271U, 1'531U})
      EXPECT_TRUE(log.checkpoint_at(kept)) << kept;
    for (const std::uint64_t thinned : {1U, 11U, 241U, 261U, 301U, 501U, 751U, 1'011U, 1'521U})
      EXPECT_FALSE(log.checkpoint_at(thinned)) << thinned;
  }
  VerifyOptions options;
  options.against_note = early_note;
  for (const unsigned threads : {1U, 3U}) {
    options.threads = threads;
    EXPECT_TRUE(good(verify(file, options)).ok);
  }
}

// A hash alone names no size, and the checkpoint that it was printed from may be thinned by now.
TEST(Checkpoints, APublishedHeadIsFoundAtTheSizeThatHadIt) {
  const TemporaryDirectory folder;
  const std::string file = folder.file("a.ledger");
  VerifyOptions options;
  {
    Ledger log = good(Ledger::create(file, replayed(), writing()));
    while (log.size() < 2'001) {
      good(log.append(submissions(log.size(), 10)));
      if (log.size() == 301) options.against_head = log.root();
    }
    ASSERT_FALSE(log.checkpoint_at(301));
  }
  const Verification found = good(verify(file, options));
  EXPECT_TRUE(found.ok);
  EXPECT_EQ(found.head_size, 301U);
  options.against_head->bytes[5] ^= 1U;
  const Verification of_another = good(verify(file, options));
  EXPECT_FALSE(of_another.head_size);
  ASSERT_EQ(of_another.findings.size(), 1U);
  EXPECT_EQ(of_another.findings.front().what, "published head");
  EXPECT_EQ(of_another.findings.front().index, -1);
}

TEST(Checkpoints, ABatchLargerThanABlockKeepsItsOwn) {
  const TemporaryDirectory folder;
  Ledger log = good(Ledger::create(folder.file("a.ledger"), replayed(), writing()));
  std::vector<std::uint64_t> sizes;
  for (const std::uint64_t batch : {300U, 900U, 400U, 700U, 2'000U}) {
    for (const auto& receipt : good(log.append(submissions(log.size(), batch))))
      ASSERT_TRUE(receipt);
    sizes.push_back(log.size());
  }
  for (const std::uint64_t kept : sizes) // no two of them end in the same 256 events
    EXPECT_TRUE(log.checkpoint_at(kept)) << kept;
}

} // namespace
} // namespace probity::ledger
