// The write-ahead log stays bounded while somebody writes and others read the whole ledger slowly.
#include "ledger/ledger.h"
#include "store/sqlite.h"
#include "support/ledger_fixture.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>
#include <vector>

namespace probity::ledger {
namespace {

using namespace fixture;

constexpr std::uintmax_t mebibyte = 1024 * 1024;
constexpr std::uint64_t events_a_commit = 250;
constexpr int commits = 90; // about a mebibyte each

class WriteAheadLog : public ::testing::Test {
 protected:
  WriteAheadLog() : log_(good(Ledger::create(file(), replayed(), writing()))) {}

  [[nodiscard]] std::string file() const { return folder_.file("a.ledger"); }
  [[nodiscard]] std::uintmax_t log_bytes() const {
    std::error_code none;
    const std::uintmax_t size = std::filesystem::file_size(file() + "-wal", none);
    return none ? 0 : size;
  }

  // In one transaction.
  void append_some() {
    std::vector<Submission> all;
    for (std::uint64_t i = 0; i < events_a_commit; ++i) {
      ++made_;
      Submission one;
      one.events.push_back(
          event(made_, 1 + made_ % 50, seconds_later(1), {{"note", Value(std::string(3'000, 'x'))}}));
      all.push_back(std::move(one));
    }
    const auto receipts = log_.append(all);
    ASSERT_TRUE(receipts) << receipts.error().text();
    ASSERT_TRUE(receipts->back()) << receipts->back().error().text();
  }

  TemporaryDirectory folder_;
  Ledger log_;
  std::uint64_t made_ = 100;
};

TEST_F(WriteAheadLog, StaysBoundedWhileReadersTakeTheirTimeOverWhatTheyRead) {
  for (int i = 0; i < 10; ++i)
    append_some();
  std::atomic<bool> is_over = false;
  std::atomic<int> readings = 0;
  std::vector<std::thread> readers;
  for (int which = 0; which < 3; ++which)
    readers.emplace_back([&, which] {
      while (!is_over) {
        const auto reading = Ledger::open(file());
        if (!reading) continue; // asked while the log began anew
        std::uint64_t seen = 0;
        const auto read = reading->scan({}, [&](const StoredEvent& stored) {
          seen += stored.body.size() > 3'000 ? 1U : 0U;
          // Slower than the writer commits: as a settlement is, which makes something of each event.
          if (stored.index % 500 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20 + which));
          return !is_over;
        });
        EXPECT_TRUE(read) << read.error().text();
        if (seen > 0) ++readings;
      }
    });
  std::uintmax_t peak = 0;
  for (int i = 0; i < commits; ++i) {
    append_some();
    peak = std::max(peak, log_bytes());
  }
  is_over = true;
  for (std::thread& reader : readers)
    reader.join();
  EXPECT_GT(readings, 0);
  EXPECT_LT(peak, 96 * mebibyte);
  for (int i = 0; i < 8; ++i)
    append_some();
  EXPECT_LE(log_bytes(), 24 * mebibyte) << "what a peak took is given back";
  EXPECT_GT(std::filesystem::file_size(file()), 60 * mebibyte) << "and much more went through it";
}

// A reader in the middle of one long transaction keeps the log from being emptied: it grows until that is
// over.
TEST_F(WriteAheadLog, BeginsAnewOnceALongReaderIsDone) {
  std::uintmax_t peak = 0;
  {
    const store::Database reader = good(store::Database::open(file(), {}));
    store::Statement statement = good(reader.prepare("SELECT ix FROM event ORDER BY ix"));
    ASSERT_TRUE(statement.step());
    for (int i = 0; i < 30; ++i)
      append_some();
    peak = log_bytes();
  }
  EXPECT_GT(peak, 20 * mebibyte) << "nothing could be taken out of it";
  for (int i = 0; i < 30; ++i)
    append_some();
  EXPECT_LE(log_bytes(), 24 * mebibyte)
      << "it is written over from its beginning, and what it took given back";
}

} // namespace
} // namespace probity::ledger
