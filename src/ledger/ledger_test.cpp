#include "ledger/ledger.h"

#include "ledger/merkle.h"
#include "ledger/note.h"
#include "support/ledger_fixture.h"

#include <algorithm>
#include <fstream>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>

namespace probity::ledger {
namespace {

using namespace fixture;

class LedgerTest : public ::testing::Test {
 protected:
  Ledger make(const CreateOptions& options = replayed(), OpenOptions open = writing()) {
    return good(Ledger::create(file(), options, std::move(open)));
  }
  [[nodiscard]] std::string file() const { return folder_.file("a.ledger"); }
  TemporaryDirectory folder_;
};

TEST_F(LedgerTest, ANewLogHasLeafZeroAndItsConstants) {
  const Ledger log = make();
  EXPECT_EQ(log.size(), 1U);
  EXPECT_EQ(log.constants().origin, "test/log");
  EXPECT_EQ(log.constants().clock, Clock::replayed);
  EXPECT_EQ(log.zone().name(), "Europe/London");
  EXPECT_EQ(log.last_recorded(), opened());
  const std::string body = good(log.body(0));
  EXPECT_NE(body.find(R"("type":"system.log_opened")"), std::string::npos);
  EXPECT_NE(body.find(R"("facts":{"clock":"replayed","origin":"test/log","zone":"Europe/London"})"),
            std::string::npos);
  EXPECT_EQ(log.root(), leaf_hash(base::bytes_of(body)));
}

TEST_F(LedgerTest, TheSecretIsForTheOwnerAlone) {
  const Ledger log = make();
  struct stat status {};
  ASSERT_EQ(::stat((file() + ".secret").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(LedgerTest, ALedgerIsNeverOverwritten) {
  { const Ledger log = make(); }
  const auto again = Ledger::create(file(), replayed());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, base::ErrorCode::exists_already);
}

TEST_F(LedgerTest, ALogNeedsAPlainOriginAndAKnownZone) {
  CreateOptions options = replayed();
  options.constants.origin = "two words";
  EXPECT_EQ(Ledger::create(file(), options).error().code, base::ErrorCode::invalid_input);
  options = replayed();
  options.constants.zone = "Europe/Nowhere";
  EXPECT_FALSE(Ledger::create(file(), options));
  EXPECT_FALSE(std::ifstream(file()).is_open()) << "nothing is left behind";
}

TEST_F(LedgerTest, OneProcessWritesAtATime) {
  const Ledger log = make();
  const auto second_writer = Ledger::open(file(), writing());
  ASSERT_FALSE(second_writer);
  EXPECT_EQ(second_writer.error().code, base::ErrorCode::busy);
  EXPECT_TRUE(Ledger::open(file())) << "a reader is welcome";
}

TEST_F(LedgerTest, OtherFilesAreNoLedger) {
  EXPECT_EQ(Ledger::open(file()).error().code, base::ErrorCode::not_found);
  std::ofstream(file())
      << "This is a letter, not a database. It has more than a hundred characters in it, so that it "
         "is long enough to have a header.";
  EXPECT_EQ(Ledger::open(file()).error().code, base::ErrorCode::corrupt);
  const TemporaryDirectory other;
  { const auto log = good(Ledger::create(other.file("b"), replayed())); }
  EXPECT_EQ(Ledger::open(other.file("b.keys")).error().code, base::ErrorCode::corrupt);
}

TEST_F(LedgerTest, TheLedgerAddsIndexPrevAndSequence) {
  Ledger log = make();
  const Receipt first = good(submit(log, {event(10, 5, seconds_later(1)), event(11, 6, seconds_later(1))}));
  const Receipt second_one = good(submit(log, {event(12, 5, seconds_later(2))}));
  EXPECT_EQ(first.index, 1U);
  EXPECT_EQ(first.count, 2U);
  EXPECT_FALSE(first.repeated);
  EXPECT_EQ(second_one.index, 3U);
  EXPECT_EQ(
      good(log.body(3)),
      R"({"actor":"00000000000000000000000000000001","channel":"office","facts":{"minutes":60},)"
      R"("id":"0000000000000000000000000000000c","index":3,"log":"test/log","prev":")" +
          first.leaves[0].hex() +
          R"(","provider":"CRC1","recorded":"2016-03-01T09:00:02.000000Z","role":"practitioner","schema":1,)"
          R"("seq":1,"stream":"00000000000000000000000000000005","type":"appointment.contact_noted","v":1,)"
          R"("valid":{"from":"2016-03-07","precision":"day"}})");
  EXPECT_EQ(second_one.leaves[0], leaf_hash(base::bytes_of(good(log.body(3)))));
  EXPECT_EQ(good(log.stream_length(stream_id(5))), 2);
  EXPECT_EQ(good(log.stream_length(stream_id(99))), 0);
}

TEST_F(LedgerTest, ALiveLogStampsAndNeverGoesBack) {
  base::Instant clock = opened();
  Ledger log = make(live(), writing([&clock] { return clock; }));
  clock.microseconds += 10 * second;
  EXPECT_EQ(good(submit(log, {event(10, 5, "")})).recorded, clock);
  const base::Instant latest = clock;
  clock.microseconds -= 8 * second;
  EXPECT_EQ(good(submit(log, {event(11, 5, "")})).recorded, latest);
  EXPECT_NE(good(log.body(2)).find(base::to_text(latest)), std::string::npos);
  EXPECT_EQ(outcome(submit(log, {event(12, 5, seconds_later(20))})), "set_by_server /events/0/recorded");
}

// --- refusals of submissions

TEST_F(LedgerTest, FaultsOfTheValidatorAreReportedTogether) {
  OpenOptions options = writing();
  options.validate = [](const Value&) {
    return std::vector<base::Error>{{base::ErrorCode::unknown_type, "no such type", "/type", ""},
                                    {base::ErrorCode::unknown_field, "no such fact", "/facts/x", ""}};
  };
  Ledger log = make(replayed(), std::move(options));
  const auto refused = submit(log, {event(10, 5, seconds_later(1))});
  EXPECT_EQ(outcome(refused), "unknown_type /events/0/type");
  EXPECT_NE(refused.error().message.find("/events/0/facts/x: no such fact"), std::string::npos);
}

TEST_F(LedgerTest, AnEmptySubmissionIsRefused) {
  Ledger log = make();
  EXPECT_EQ(outcome(submit(log, {})), "invalid_input /events");
}

TEST_F(LedgerTest, AReaderDoesNotAppend) {
  { const Ledger log = make(); }
  Ledger reader = good(Ledger::open(file()));
  const std::array submissions = {Submission{{event(10, 5, seconds_later(1))}, {}}};
  EXPECT_EQ(reader.append(submissions).error().code, base::ErrorCode::refused);
}

TEST_F(LedgerTest, AnExpectedVersionMustHold) {
  Ledger log = make();
  good(submit(log, {event(10, 5, seconds_later(1))}, {{stream_id(5), 0}}));
  EXPECT_EQ(outcome(submit(log, {event(11, 5, seconds_later(1))}, {{stream_id(5), 0}})),
            "version_conflict /expect/" + hex32(5));
  EXPECT_EQ(outcome(submit(log, {event(11, 5, seconds_later(1))}, {{stream_id(5), 9}})),
            "version_conflict /expect/" + hex32(5));
  EXPECT_EQ(outcome(submit(log, {event(11, 5, seconds_later(1))}, {{stream_id(5), -1}})),
            "invalid_input /expect/" + hex32(5));
  good(submit(log, {event(11, 5, seconds_later(1)), event(12, 6, seconds_later(1))},
              {{stream_id(5), 1}, {stream_id(6), 0}}));
}

TEST_F(LedgerTest, OfTwoWritersWithOneExpectationOneWins) {
  Ledger log = make();
  const std::array submissions = {Submission{{event(10, 5, seconds_later(1))}, {{stream_id(5), 0}}},
                                  Submission{{event(11, 5, seconds_later(1))}, {{stream_id(5), 0}}}};
  const auto receipts = good(log.append(submissions));
  EXPECT_EQ(outcome(receipts[0]), "accepted");
  EXPECT_EQ(outcome(receipts[1]), "version_conflict /expect/" + hex32(5));
}

// --- idempotency
// ---------------------------------------------------------------------------------------------

TEST_F(LedgerTest, AResubmissionReturnsTheFirstReceipt) {
  const Submission submission{{event(10, 5, seconds_later(1)), event(11, 6, seconds_later(2))},
                              {{stream_id(5), 0}}};
  Receipt first;
  base::Digest root;
  {
    Ledger log = make();
    const std::array twice = {submission, submission};
    const auto receipts = good(log.append(twice));
    first = *receipts[0];
    EXPECT_FALSE(receipts[0]->repeated);
    EXPECT_TRUE(receipts[1]->repeated) << "inside one span";
    EXPECT_EQ(receipts[1]->index, first.index);
    good(submit(log, {event(12, 7, seconds_later(3))}));
    root = log.root();
  }
  Ledger log = good(Ledger::open(file(), writing()));
  const std::array again = {submission};
  const Receipt receipt = *good(log.append(again)).front();
  EXPECT_TRUE(receipt.repeated);
  EXPECT_EQ(receipt.index, first.index);
  EXPECT_EQ(receipt.count, 2U);
  EXPECT_EQ(receipt.recorded, first.recorded);
  EXPECT_EQ(receipt.leaves, first.leaves);
  EXPECT_EQ(log.root(), root);
}

TEST_F(LedgerTest, AnIdIsNotUsedForOtherContent) {
  Ledger log = make();
  good(submit(log, {event(10, 5, seconds_later(1)), event(11, 5, seconds_later(1))}));
  EXPECT_EQ(outcome(submit(log, {event(10, 5, seconds_later(1), {{"minutes", Value(std::int64_t{61})}})})),
            "id_reused /events/0/id");
  EXPECT_EQ(outcome(submit(log, {event(10, 5, seconds_later(1))})), "id_reused /events/0/id")
      << "half of what was submitted is not the same submission";
  EXPECT_EQ(outcome(submit(log, {event(11, 5, seconds_later(1))})), "id_reused /events/0/id");
  EXPECT_EQ(log.size(), 3U);
}

// --- corrections and links
// -----------------------------------------------------------------------------------

TEST_F(LedgerTest, CorrectionsFollowEachOtherInOrder) {
  Ledger log = make();
  good(submit(log, {event(10, 5, seconds_later(1))}));
  const auto correct = [&](std::uint64_t id, std::uint64_t of, const char* kind) {
    return outcome(submit(log, {correction(id, 5, seconds_later(2), of, kind)}));
  };
  EXPECT_EQ(correct(11, 10, "amend"), "accepted");
  EXPECT_EQ(correct(12, 11, "void"), "bad_correction /events/0/corrects") << "corrections name the original";
  EXPECT_EQ(correct(13, 10, "void"), "accepted");
  EXPECT_EQ(correct(14, 10, "void"), "bad_correction /events/0/corrects");
  EXPECT_EQ(correct(15, 10, "amend"), "bad_correction /events/0/corrects");
  EXPECT_EQ(correct(16, 10, "reinstate"), "accepted");
  EXPECT_EQ(correct(17, 10, "reinstate"), "bad_correction /events/0/corrects");
  EXPECT_EQ(correct(18, 10, "void"), "accepted");
}

TEST_F(LedgerTest, ASubmissionMayCorrectItsOwnEarlierEvents) {
  Ledger log = make();
  EXPECT_EQ(
      outcome(submit(log, {event(10, 5, seconds_later(1)), correction(11, 5, seconds_later(1), 10, "void"),
                           correction(12, 5, seconds_later(1), 10, "reinstate")})),
      "accepted");
  EXPECT_EQ(
      outcome(submit(log, {event(20, 5, seconds_later(1)), correction(21, 5, seconds_later(1), 20, "void"),
                           correction(22, 5, seconds_later(1), 20, "void")})),
      "bad_correction /events/2/corrects");
}

TEST_F(LedgerTest, ALinkClosesTheSecondStreamUntilItIsUndone) {
  Ledger log = make();
  good(submit(log, {event(10, 5, seconds_later(1)), event(11, 6, seconds_later(1))}));
  const auto link = [&](std::uint64_t id, const char* type) {
    return event(id, 5, seconds_later(3), {{"other", Value(hex32(6))}}, type);
  };
  good(submit(log, {link(12, "person.linked")}));
  EXPECT_EQ(outcome(submit(log, {event(13, 6, seconds_later(3))})), "stream_closed /events/0/stream");
  EXPECT_EQ(outcome(submit(log, {link(14, "person.linked")})), "refused /events/0/facts/other");
  Value undo = correction(15, 5, seconds_later(3), 12, "void");
  undo.set("type", Value("person.linked"));
  undo.set("facts", Value(Object{{"other", Value(hex32(6))}}));
  EXPECT_EQ(outcome(submit(log, {undo})), "bad_correction /events/0/corrects");
  EXPECT_EQ(outcome(submit(log, {link(16, "person.unlinked"), event(17, 6, seconds_later(3))})), "accepted");
  EXPECT_EQ(outcome(submit(log, {link(18, "person.linked"), event(19, 6, seconds_later(3))})),
            "stream_closed /events/1/stream");
  EXPECT_EQ(outcome(submit(log, {event(20, 6, seconds_later(3))})), "accepted")
      << "the refused link closed nothing";
}

// --- reading
// -------------------------------------------------------------------------------------------------

TEST_F(LedgerTest, ReadsByIndexIdStreamAndDay) {
  Ledger log = make();
  for (std::uint64_t i = 0; i < 5'000; ++i)
    good(submit(log, {event(100 + i, 5 + i % 2, seconds_later(static_cast<std::int64_t>(i) * 60))}));
  std::uint64_t seen = 0;
  good(log.scan(4'500, [&](const StoredEvent& stored) { return stored.index == seen++; }));
  EXPECT_EQ(seen, 4'500U);
  const std::uint32_t stream = *good(log.stream_number(stream_id(6)));
  EXPECT_EQ(good(log.stream_name(stream)), stream_id(6));
  std::uint64_t in_stream = 0;
  good(log.scan_stream(stream, [&](const StoredEvent& stored) {
    EXPECT_EQ(stored.sequence, in_stream);
    EXPECT_EQ(stored.index, 2 + 2 * in_stream);
    ++in_stream;
    return true;
  }));
  EXPECT_EQ(in_stream, 2'500U);
  EXPECT_EQ(good(log.index_of(event_id(103))), 4U);
  EXPECT_EQ(good(log.index_of(event_id(99))), std::nullopt);
  EXPECT_EQ(log.body(5'001).error().code, base::ErrorCode::not_found);
  // Leaf 0 and 15 hours of one event a minute from nine in the morning.
  EXPECT_EQ(good(log.size_known_on(*base::parse_day("2016-03-01"))), 1U + 15 * 60);
  EXPECT_EQ(good(log.size_known_on(*base::parse_day("2016-02-29"))), 0U);
  EXPECT_EQ(good(log.size_known_on(*base::parse_day("2020-01-01"))), 5'001U);
}

TEST_F(LedgerTest, RootsProofsAndTheCheckpointAgree) {
  Ledger log = make();
  std::vector<base::Digest> roots = {empty_root(), log.root()};
  for (std::uint64_t i = 0; i < 40; ++i) {
    good(submit(log, {event(100 + i, i % 3, seconds_later(1))}));
    roots.push_back(log.root());
  }
  for (std::uint64_t size = 0; size < roots.size(); ++size)
    EXPECT_EQ(good(log.root_at(size)), roots[size]) << size;
  for (std::uint64_t size = 1; size < roots.size(); ++size) {
    const std::uint64_t index = size * 7 % size;
    EXPECT_TRUE(inclusion_holds(index, size, good(log.leaf(index)), good(log.inclusion_proof(index, size)),
                                roots[size]));
    EXPECT_TRUE(consistency_holds(size / 2, roots[size / 2], size, roots[size],
                                  good(log.consistency_proof(size / 2, size))));
  }
  const VerificationKey key = good(VerificationKey::parse(good(log.verification_key())));
  const OpenedNote note = good(open_note(good(log.checkpoint()), {key}));
  const Checkpoint checkpoint = good(Checkpoint::parse(note.text));
  EXPECT_EQ(checkpoint.origin, "test/log");
  EXPECT_EQ(checkpoint.size, log.size());
  EXPECT_EQ(checkpoint.root, log.root());
  EXPECT_EQ(log.root_at(99).error().code, base::ErrorCode::not_found);
  EXPECT_EQ(log.inclusion_proof(50, 41).error().code, base::ErrorCode::not_found);
}

TEST_F(LedgerTest, AReaderSeesAFixedPrefix) {
  Ledger log = make();
  const Ledger reader = good(Ledger::open(file()));
  good(submit(log, {event(10, 5, seconds_later(1))}));
  EXPECT_EQ(reader.size(), 1U);
  EXPECT_EQ(good(Ledger::open(file())).root(), log.root());
  std::uint64_t seen = 0;
  good(reader.scan(std::nullopt, [&](const StoredEvent&) { return ++seen != 0; }));
  EXPECT_EQ(seen, 1U);
}

} // namespace
} // namespace probity::ledger
