// Verifying against a checkpoint that somebody kept.
#include "ledger/verify.h"

#include "ledger/schema.h"

#include "support/tampered_ledger.h"

namespace probity::ledger {
namespace {

using namespace fixture;
using tampered::VerifyTest;

TEST_F(VerifyTest, A5ACutTailWithItsCheckpointsShowsAgainstAnOlderNote) {
  // The whole past as it stood at the early note: only a note kept elsewhere can tell.
  const TemporaryDirectory other;
  {
    Ledger log = good(Ledger::create(other.file("short"), replayed(), writing()));
    good(submit(log, {event(10, 1, seconds_later(0))}));
  }
  store::Database database = good(store::Database::open(file(), {}));
  store::Statement key = good(database.prepare("SELECT verification_key FROM head"));
  good(key.step());
  VerifyOptions options;
  options.trusted_keys = {std::string(key.text(0))};
  options.against_note = note_;
  const Verification verification = good(verify(other.file("short"), options));
  ASSERT_FALSE(verification.ok);
  EXPECT_EQ(verification.findings.back().what, "growth");
  EXPECT_NE(verification.findings.back().message.find("shorter than checkpoint 14"), std::string::npos)
      << verification.findings.back().message;
}

TEST_F(VerifyTest, GrowthFromAnyOlderNoteIsProved) {
  for (const std::string& note : {early_note_, note_}) {
    VerifyOptions options;
    options.against_note = note;
    EXPECT_EQ(findings(options), std::vector<std::string>{});
  }
}

TEST_F(VerifyTest, AForgedOrForeignNoteIsSaid) {
  VerifyOptions options;
  options.against_note = early_note_;
  (*options.against_note)[options.against_note->find("\n2\n") + 1] = '3';
  std::vector<std::string> found = findings(options);
  EXPECT_EQ(std::count(found.begin(), found.end(), "-1 note"), 1);
  const TemporaryDirectory other;
  Ledger log = good(Ledger::create(other.file("b"), replayed("another"), writing()));
  options.against_note = good(log.checkpoint());
  found = findings(options);
  EXPECT_EQ(std::count(found.begin(), found.end(), "-1 note"), 1) << "not signed by this log's key";
  options.trusted_keys = {good(log.verification_key())};
  found = findings(options);
  EXPECT_EQ(std::count(found.begin(), found.end(), "-1 growth"), 1) << "a fork";
  options.against_note = "nonsense";
  options.note_from = "kept.txt";
  const base::Error error = verify(file(), options).error();
  EXPECT_EQ(error.code, base::ErrorCode::invalid_input);
  EXPECT_EQ(error.where, "kept.txt");
}

TEST_F(VerifyTest, A9AReplacedLogKeyShowsAgainstAnOlderNote) {
  const TemporaryDirectory other;
  Ledger log = good(Ledger::create(other.file("b"), replayed(), writing()));
  tamper("UPDATE head SET verification_key = '" + good(log.verification_key()) + "'");
  VerifyOptions options;
  options.against_note = early_note_;
  const std::vector<std::string> found = findings(options);
  EXPECT_EQ(std::count(found.begin(), found.end(), "-1 note"), 1);
}

} // namespace
} // namespace probity::ledger
