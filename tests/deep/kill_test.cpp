// A writer is killed again and again at moments that nobody chose. What it had acknowledged must be there, in
// one gapless order, and sending it again must return the first receipt.
//
// PROBITY_KILLS says how often (default 5).
#include <array>
#include <chrono>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "ledger/verify.h"
#include "support/ledger_fixture.h"

namespace probity::ledger {
namespace {

using namespace fixture;

struct Acknowledgement {
  std::uint64_t batch = 0;
  std::uint64_t submission = 0; // its number in the batch
  std::uint64_t index = 0;
};

// Batch `number` is always the same: 1 to 20 submissions of 1 to 3 events, some with sealed parts.
std::vector<Submission> batch(std::uint64_t number) {
  std::mt19937_64 random(number);
  std::vector<Submission> out(1 + random() % 20);
  std::uint64_t id = 1'000 * number;
  for (Submission& submission : out) {
    for (std::uint64_t events = 1 + random() % 3; events > 0; --events) {
      Value made = event(++id, random() % 40, seconds_later(static_cast<std::int64_t>(number)),
                         {{"text", Value(std::string(random() % 600, 'x'))}});
      if (random() % 4 == 0) made = with_sealed(std::move(made), {{random() % 40, "a note"}});
      submission.events.push_back(std::move(made));
    }
  }
  return out;
}

[[noreturn]] void write_until_killed(const std::string& file, std::uint64_t next, int pipe) {
  base::Result<Ledger> log = Ledger::open(file, writing());
  if (!log) ::_exit(3);
  for (std::uint64_t number = next;; ++number) {
    const std::vector<Submission> submissions = batch(number);
    const auto receipts = log->append(submissions);
    if (!receipts) ::_exit(4);
    for (std::size_t i = 0; i < receipts->size(); ++i) {
      if (!(*receipts)[i]) ::_exit(5);
      const Acknowledgement acknowledgement{number, i, (*receipts)[i]->index};
      if (::write(pipe, &acknowledgement, sizeof acknowledgement) != sizeof acknowledgement) ::_exit(6);
    }
  }
}

TEST(Kill, NothingAcknowledgedIsLostAndAResubmissionReturnsTheFirstReceipt) {
  const char* asked = std::getenv("PROBITY_KILLS");
  const int kills = asked != nullptr ? std::atoi(asked) : 5;
  ASSERT_GT(kills, 0);
  const TemporaryDirectory folder;
  const std::string file = folder.file("a");
  { const Ledger log = good(Ledger::create(file, replayed(), writing())); }
  std::mt19937_64 random(2026);
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> acknowledged;
  std::uint64_t next = 1;
  std::uint64_t committed_unacknowledged = 0;
  for (int kill = 0; kill < kills; ++kill) {
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(pipe[0]);
      write_until_killed(file, next, pipe[1]);
    }
    ::close(pipe[1]);
    std::thread killer([&] {
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 120'000));
      ::kill(child, SIGKILL);
    });
    Acknowledgement read;
    while (::read(pipe[0], &read, sizeof read) == sizeof read) {
      acknowledged[{read.batch, read.submission}] = read.index;
      next = std::max(next, read.batch);
    }
    ::close(pipe[0]);
    killer.join();
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself with " << WEXITSTATUS(status);

    Ledger log = good(Ledger::open(file, writing()));
    const std::uint64_t size = log.size();
    const base::Digest root = log.root();
    std::uint64_t seen = 0;
    good(log.scan(std::nullopt, [&](const StoredEvent& stored) { return stored.index == seen++; }));
    ASSERT_EQ(seen, size);
    ASSERT_EQ(good(log.root_at(size)), root);
    // Everything acknowledged since the last two kills; all of it at the end.
    const bool last = kill + 1 == kills;
    const std::uint64_t from = last || next < 20 ? 1 : next - 19;
    for (std::uint64_t number = from; number <= next; ++number) {
      const std::vector<Submission> submissions = batch(number);
      const auto receipts = good(log.append(submissions));
      for (std::size_t i = 0; i < receipts.size(); ++i) {
        ASSERT_TRUE(receipts[i].has_value()) << receipts[i].error().text();
        const auto known = acknowledged.find({number, i});
        if (known == acknowledged.end()) {
          committed_unacknowledged += receipts[i]->repeated ? 1U : 0U;
          acknowledged[{number, i}] = receipts[i]->index;
          continue;
        }
        ASSERT_TRUE(receipts[i]->repeated) << "acknowledged batch " << number << " was lost";
        ASSERT_EQ(receipts[i]->index, known->second);
      }
    }
    ++next;
    if (last || kill % 10 == 0) {
      const Verification verification = good(verify(file, {}));
      ASSERT_TRUE(verification.ok) << verification.findings.front().message;
      ASSERT_EQ(verification.root, log.root());
    }
  }
  RecordProperty("committed_unacknowledged", static_cast<int>(committed_unacknowledged));
}

} // namespace
} // namespace probity::ledger
