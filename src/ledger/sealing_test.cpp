#include "ledger/sealing.h"

#include "ledger/ledger.h"
#include "ledger/verify.h"
#include "store/sqlite.h"
#include "support/ledger_fixture.h"

#include <fstream>
#include <iterator>
#include <rapidcheck/gtest.h>

namespace probity::ledger {
namespace {

using namespace fixture;

std::string bytes_of_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class SealingTest : public ::testing::Test {
 protected:
  Ledger make(const CreateOptions& options = replayed(), OpenOptions open = writing()) {
    return good(Ledger::create(file(), options, std::move(open)));
  }
  [[nodiscard]] std::string file() const { return folder_.file("a.ledger"); }
  TemporaryDirectory folder_;
};

TEST_F(SealingTest, APartIsBesideTheLeafAndOpensWithItsKey) {
  Ledger log = make();
  good(submit(
      log, {with_sealed(event(10, 5, seconds_later(1)), {{5, "missed the bus"}, {6, "her mother rang"}})}));
  const std::string body = good(log.body(1));
  EXPECT_EQ(body.find("missed"), std::string::npos);
  EXPECT_EQ(body.find("sealed"), std::string::npos);
  EXPECT_NE(body.find(R"("subjects":[{"commit":")"), std::string::npos);
  EXPECT_EQ(bytes_of_file(file() + "-wal").find("missed"), std::string::npos);
  EXPECT_EQ(good(log.open_sealed(1, 0)), R"({"note":"missed the bus"})");
  EXPECT_EQ(good(log.open_sealed(1, 1)), R"({"note":"her mother rang"})");
  EXPECT_EQ(log.open_sealed(1, 2).error().code, base::ErrorCode::not_found);
  EXPECT_EQ(log.open_sealed(0, 0).error().code, base::ErrorCode::not_found);
  const Ledger reader = good(Ledger::open(file()));
  EXPECT_EQ(good(reader.open_sealed(1, 1)), R"({"note":"her mother rang"})");
}

TEST_F(SealingTest, AReplayedLogSealsTheSameEachTimeAndALiveOneDoesNot) {
  const auto body_in = [&](const std::string& name, const CreateOptions& options,
                           const std::string& recorded) {
    Ledger log = good(Ledger::create(folder_.file(name), options, writing([] { return opened(); })));
    good(submit(log, {with_sealed(event(10, 5, recorded), {{5, "the same"}})}));
    const std::string body = good(log.body(1));
    return body.substr(body.find("\"commit\""), 75);
  };
  EXPECT_EQ(body_in("a", replayed("7"), seconds_later(1)), body_in("b", replayed("7"), seconds_later(1)));
  EXPECT_NE(body_in("c", replayed("8"), seconds_later(1)), body_in("d", replayed("7"), seconds_later(1)));
  EXPECT_NE(body_in("e", live(), ""), body_in("f", live(), ""));
}

TEST_F(SealingTest, TheSameTextTwiceHasTwoCommitments) {
  const PersonKey key = PersonKey::from(1, base::sha256(base::bytes_of("secret")));
  EXPECT_NE(commitment(key, event_id(1), 0, "x"), commitment(key, event_id(2), 0, "x"));
  EXPECT_NE(commitment(key, event_id(1), 0, "x"), commitment(key, event_id(1), 1, "x"));
}

RC_GTEST_PROP(SealingProperty, ABoxOpensOnlyWhereItWasSealed, (const std::string& part, std::uint8_t flip)) {
  const PersonKey key = PersonKey::from(1, base::sha256(base::bytes_of("secret")));
  const PersonKey other = PersonKey::from(2, base::sha256(base::bytes_of("other")));
  const SealedBox box = seal(key, "log", event_id(1), 0, part);
  RC_ASSERT(box.commit == commitment(key, event_id(1), 0, part));
  RC_ASSERT(good(open_box(key, "log", event_id(1), 0, box.nonce, box.box, box.commit)) == part);
  RC_ASSERT(!open_box(other, "log", event_id(1), 0, box.nonce, box.box, box.commit));
  RC_ASSERT(!open_box(key, "log2", event_id(1), 0, box.nonce, box.box, box.commit));
  RC_ASSERT(!open_box(key, "log", event_id(2), 0, box.nonce, box.box, box.commit));
  RC_ASSERT(!open_box(key, "log", event_id(1), 1, box.nonce, box.box, box.commit));
  RC_ASSERT(!open_box(key, "log", event_id(1), 0, box.nonce, box.box, base::Digest{}));
  base::ByteVector altered = box.box;
  altered[flip % altered.size()] ^= 1U;
  RC_ASSERT(!open_box(key, "log", event_id(1), 0, box.nonce, altered, box.commit));
  altered.resize(flip % 48);
  RC_ASSERT(!open_box(key, "log", event_id(1), 0, box.nonce, altered, box.commit));
}

TEST_F(SealingTest, AResubmissionComparesSealedPartsWhileTheKeyLives) {
  Ledger log = make();
  const Value first = with_sealed(event(10, 5, seconds_later(1)), {{5, "one"}});
  good(submit(log, {first}));
  EXPECT_TRUE(good(submit(log, {first})).repeated);
  EXPECT_EQ(outcome(submit(log, {with_sealed(event(10, 5, seconds_later(1)), {{5, "two"}})})),
            "id_reused /events/0/sealed");
  EXPECT_EQ(outcome(submit(log, {with_sealed(event(10, 5, seconds_later(1)), {{6, "one"}})})),
            "id_reused /events/0/sealed");
  EXPECT_EQ(outcome(submit(log, {event(10, 5, seconds_later(1))})), "id_reused /events/0/sealed");
}

TEST(SealingProperty, ErasingAPersonChangesNothingButWhatCanBeOpened) {
  check_cases(10, [] {
    const TemporaryDirectory folder;
    Ledger log = good(Ledger::create(folder.file("a"), replayed(), writing()));
    std::vector<std::pair<Value, std::uint64_t>> submitted; // and whose part it has
    for (std::uint64_t i = 0; i < 12; ++i) {
      const std::uint64_t subject = *rc::gen::inRange<std::uint64_t>(1, 4);
      submitted.emplace_back(
          with_sealed(event(100 + i, *rc::gen::inRange<std::uint64_t>(1, 4), seconds_later(1)),
                      {{subject, "text"}}),
          subject);
    }
    std::vector<Submission> submissions;
    for (const auto& [value, subject] : submitted)
      submissions.push_back({{value}, {}});
    good(log.append(submissions));
    const auto bodies = [&] {
      std::vector<std::string> out;
      good(log.scan(std::nullopt, [&](const StoredEvent& stored) {
        out.emplace_back(stored.body);
        return true;
      }));
      return out;
    };
    const std::vector<std::string> before = bodies();
    const base::Digest root = log.root();
    std::uint64_t theirs = 0;
    for (const auto& [value, subject] : submitted)
      theirs += subject == 2 ? 1 : 0;
    RC_ASSERT(good(log.destroy_subject(subject_id(2))) == theirs);
    RC_ASSERT(good(log.destroy_subject(subject_id(2))) == 0U);
    RC_ASSERT(log.root() == root);
    RC_ASSERT(bodies() == before);
    for (std::uint64_t i = 0; i < submitted.size(); ++i) {
      const auto opened_part = log.open_sealed(1 + i, 0);
      RC_ASSERT(opened_part.has_value() == (submitted[i].second != 2));
    }
    const auto receipts = good(log.append(submissions));
    for (std::uint64_t i = 0; i < submitted.size(); ++i) {
      RC_ASSERT(receipts[i].has_value());
      RC_ASSERT(receipts[i]->repeated);
      RC_ASSERT(receipts[i]->index == 1 + i);
    }
    const Verification verification = good(verify(folder.file("a"), {}));
    RC_ASSERT(verification.ok);
    RC_ASSERT(verification.root == root);
  });
}

TEST_F(SealingTest, NothingOfAnErasedPersonIsLeftInTheFilesOrSealedAgain) {
  std::string wrapped;
  std::string box;
  {
    Ledger log = make();
    good(submit(log,
                {with_sealed(event(10, 5, seconds_later(1)), {{5, "one"}}), event(11, 6, seconds_later(1))}));
    store::Database keys = good(store::Database::open(file() + ".keys", {}));
    store::Statement key = good(keys.prepare("SELECT wrapped FROM subject_key"));
    good(key.step());
    wrapped.assign(key.blob(0).begin(), key.blob(0).end());
    store::Database events = good(store::Database::open(file(), {}));
    store::Statement sealed = good(events.prepare("SELECT box FROM sealed"));
    good(sealed.step());
    box.assign(sealed.blob(0).begin(), sealed.blob(0).end());
  }
  Ledger log = good(Ledger::open(file(), writing()));
  EXPECT_NE(bytes_of_file(file() + ".keys").find(wrapped), std::string::npos);
  EXPECT_NE(bytes_of_file(file()).find(box), std::string::npos);
  EXPECT_EQ(good(log.destroy_subject(subject_id(5))), 1U);
  for (const char* suffix : {"", "-wal", ".keys", ".keys-wal", ".keys-journal"}) {
    EXPECT_EQ(bytes_of_file(file() + suffix).find(wrapped), std::string::npos) << suffix;
    EXPECT_EQ(bytes_of_file(file() + suffix).find(box), std::string::npos) << suffix;
  }
  EXPECT_EQ(outcome(submit(log, {with_sealed(event(12, 5, seconds_later(2)), {{5, "new"}})})),
            "refused /events/0/sealed/0/key");
  EXPECT_EQ(good(log.destroy_subject(subject_id(99))), 0U);
}

} // namespace
} // namespace probity::ledger
