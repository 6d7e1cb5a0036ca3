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

using namespace testing;

class LedgerTest : public ::testing::Test {
 protected:
  Ledger make(const CreateOptions& options = replayed(), OpenOptions open = writing()) {
    return good(Ledger::create(file(), options, std::move(open)));
  }
  [[nodiscard]] std::string file() const { return folder_.file("a.ledger"); }
  Folder folder_;
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
  const Folder other;
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

// --- refusals
// ------------------------------------------------------------------------------------------------

struct Refusal {
  const char* name;
  std::function<void(Value&)> spoil;
  const char* expected;
};

class RefusalTest : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusalTest, StoresNothingAndSaysWhere) {
  const Folder folder;
  Ledger log = good(Ledger::create(folder.file("a"), replayed(), writing()));
  Value spoiled = event(11, 5, seconds_later(1));
  GetParam().spoil(spoiled);
  const std::array submissions = {Submission{{event(10, 5, seconds_later(1))}, {}},
                                  Submission{{event(20, 6, seconds_later(1)), spoiled}, {}},
                                  Submission{{event(12, 5, seconds_later(1))}, {}}};
  const auto receipts = good(log.append(submissions));
  EXPECT_EQ(outcome(receipts[0]), "accepted");
  EXPECT_EQ(outcome(receipts[1]), GetParam().expected);
  EXPECT_EQ(outcome(receipts[2]), "accepted");
  EXPECT_EQ(log.size(), 3U);
  EXPECT_EQ(good(log.stream_length(stream_id(6))), 0) << "all or none";
}

const Value nothing = Value(Object{});
Value text_value(const char* text) {
  return Value(text);
}
Value number(std::int64_t value) {
  return Value(value);
}

INSTANTIATE_TEST_SUITE_P(
    Envelope, RefusalTest,
    ::testing::Values(
        Refusal{"index", [](Value& e) { e.set("index", number(1)); }, "set_by_server /events/1/index"},
        Refusal{"seq", [](Value& e) { e.set("seq", number(1)); }, "set_by_server /events/1/seq"},
        Refusal{"prev", [](Value& e) { e.set("prev", text_value("0")); }, "set_by_server /events/1/prev"},
        Refusal{"subjects", [](Value& e) { e.set("subjects", Value(Array{})); }, "set_by_server /events/1/subjects"},
        Refusal{"unknown_member", [](Value& e) { e.set("colour", text_value("red")); },
                "unknown_field /events/1/colour"},
        Refusal{"version", [](Value& e) { e.set("v", number(2)); }, "invalid_input /events/1/v"},
        Refusal{"other_log", [](Value& e) { e.set("log", text_value("test/other")); }, "wrong_log /events/1/log"},
        Refusal{"short_id", [](Value& e) { e.set("id", text_value("12")); }, "invalid_input /events/1/id"},
        Refusal{"upper_case_stream", [](Value& e) { e.set("stream", Value(std::string(32, 'A'))); },
                "invalid_input /events/1/stream"},
        Refusal{"missing_actor", [](Value& e) { e.erase("actor"); }, "invalid_input /events/1"},
        Refusal{"missing_valid", [](Value& e) { e.erase("valid"); }, "invalid_input /events/1"},
        Refusal{"missing_recorded", [](Value& e) { e.erase("recorded"); }, "invalid_input /events/1"},
        Refusal{"role", [](Value& e) { e.set("role", text_value("wizard")); }, "invalid_input /events/1/role"},
        Refusal{"channel", [](Value& e) { e.set("channel", text_value("owl")); }, "invalid_input /events/1/channel"},
        Refusal{"schema_zero", [](Value& e) { e.set("schema", number(0)); }, "invalid_input /events/1/schema"},
        Refusal{"facts_list", [](Value& e) { e.set("facts", Value(Array{})); }, "invalid_input /events/1/facts"},
        Refusal{"entity", [](Value& e) { e.set("entity", Value(Object{{"plan", text_value("x")}})); },
                "invalid_input /events/1/entity/plan"},
        Refusal{"provider_empty", [](Value& e) { e.set("provider", text_value("")); },
                "invalid_input /events/1/provider"},
        Refusal{"recorded_five_digits", [](Value& e) { e.set("recorded", text_value("2016-03-01T09:00:01.00000Z")); },
                "invalid_input /events/1/recorded"},
        Refusal{"recorded_leap_second",
                [](Value& e) { e.set("recorded", text_value("2016-12-31T23:59:60.000000Z")); },
                "invalid_input /events/1/recorded"},
        Refusal{"recorded_backwards", [](Value& e) { e.set("recorded", Value(seconds_later(0))); },
                "recorded_backwards /events/1/recorded"},
        Refusal{"captured", [](Value& e) { e.set("captured", text_value("today")); },
                "invalid_input /events/1/captured"},
        Refusal{"valid_no_such_day", [](Value& e) { e.set("valid", day_valid("2016-02-30")); },
                "invalid_input /events/1/valid/from"},
        Refusal{"valid_day_with_instant",
                [](Value& e) { e.set("valid", day_valid("2016-02-20T00:00:00.000000Z")); },
                "invalid_input /events/1/valid/from"},
        Refusal{"valid_ends_before",
                [](Value& e) {
                  Value valid = day_valid("2016-03-07");
                  valid.set("to", text_value("2016-03-07"));
                  e.set("valid", valid);
                },
                "invalid_input /events/1/valid/to"},
        Refusal{"valid_precision",
                [](Value& e) { e.set("valid", Value(Object{{"precision", text_value("week")}})); },
                "invalid_input /events/1/valid/precision"},
        Refusal{"valid_unknown_with_from",
                [](Value& e) {
                  e.set("valid", Value(Object{{"from", text_value("2016-03-07")}, {"precision", text_value("unknown")}}));
                },
                "unknown_field /events/1/valid/from"},
        Refusal{"offset_without_length",
                [](Value& e) { e.set("valid", Value(Object{{"after", Value(hex32(10))}})); },
                "invalid_input /events/1/valid"},
        Refusal{"offset_with_both",
                [](Value& e) {
                  e.set("valid", Value(Object{{"after", Value(hex32(10))}, {"days", number(1)}, {"months", number(1)}}));
                },
                "invalid_input /events/1/valid"},
        Refusal{"sealed_without_key",
                [](Value& e) { e.set("sealed", Value(Array{Value(Object{{"part", nothing}})})); },
                "invalid_input /events/1/sealed/0"},
        Refusal{"too_many_sealed",
                [](Value& e) {
                  e.set("sealed", Value(Array(9, Value(Object{{"key", Value(hex32(1))}, {"part", nothing}}))));
                },
                "too_large /events/1/sealed"},
        Refusal{"too_long",
                [](Value& e) { e.set("facts", Value(Object{{"text", Value(std::string(60'000, 'x'))}})); },
                "too_large /events/1"},
        Refusal{"log_opened", [](Value& e) { e.set("type", text_value("system.log_opened")); },
                "refused /events/1/type"},
        Refusal{"same_id_twice", [](Value& e) { e.set("id", Value(hex32(20))); }, "id_reused /events/1/id"},
        Refusal{"id_of_another", [](Value& e) { e.set("id", Value(hex32(10))); }, "id_reused /events/1/id"},
        Refusal{"correction_of_nothing",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 77, "amend"); },
                "bad_correction /events/1/corrects/id"},
        Refusal{"correction_in_another_stream",
                [](Value& e) { e = correction(11, 6, seconds_later(1), 10, "amend"); },
                "bad_correction /events/1/corrects"},
        Refusal{"correction_of_later",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 12, "void"); },
                "bad_correction /events/1/corrects/id"},
        Refusal{"correction_kind",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 10, "delete"); },
                "invalid_input /events/1/corrects/kind"},
        Refusal{"reinstate_of_standing",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 10, "reinstate"); },
                "bad_correction /events/1/corrects"},
        Refusal{"amend_to_another_type",
                [](Value& e) {
                  e = correction(11, 5, seconds_later(1), 10, "amend");
                  e.set("type", text_value("appointment.scheduled"));
                },
                "bad_correction /events/1/type"},
        Refusal{"link_to_self",
                [](Value& e) {
                  e = event(11, 5, seconds_later(1), {{"other", Value(hex32(5))}}, "person.linked");
                },
                "invalid_input /events/1/facts/other"},
        Refusal{"link_to_nobody",
                [](Value& e) {
                  e = event(11, 5, seconds_later(1), {{"other", Value(hex32(55))}}, "person.linked");
                },
                "not_found /events/1/facts/other"},
        Refusal{"unlink_of_unlinked",
                [](Value& e) {
                  e = event(11, 6, seconds_later(1), {{"other", Value(hex32(5))}}, "person.unlinked");
                },
                "refused /events/1/facts/other"}),
    [](const auto& tested) { return tested.param.name; });

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
  EXPECT_EQ(outcome(submit(log, {event(10, 5, seconds_later(1), {{"minutes", number(61)}})})),
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
  undo.set("type", text_value("person.linked"));
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
