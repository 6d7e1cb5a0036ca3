#include "service/reading_log.h"

#include <gtest/gtest.h>

#include "access/access_entries.h"
#include "support/replayed_log.h"
#include "support/temporary_directory.h"

namespace probity::service {
namespace {

const base::Instant now = *base::parse_instant("2016-03-07T12:00:00.000000Z");

ledger::RecordRead read_of(std::uint8_t person) {
  ledger::RecordRead out;
  out.reader = {base::EntityId{{0xAA}}, "CRC1", "practitioner", "practitioner"};
  out.page = "case";
  out.people = {base::StreamId{{person}}};
  return out;
}

class Readings : public testing::Test {
 protected:
  Readings()
      : readings_(ledger::AccessLog::open(folder_.file("log"), small_.ledger(), [] { return now; }).value()) {
  }

  std::size_t entries_about(std::uint8_t person) {
    access::AccessQuery query;
    query.person = base::StreamId{{person}};
    return access::access_entries(readings_.hold().log(), query).value().size();
  }

  support::TemporaryDirectory folder_;
  support::ReplayedLog small_;
  ReadingLog readings_;
};

TEST_F(Readings, AreOnDiskBeforeAnybodyIsAnswered) {
  EXPECT_TRUE(readings_.settled()) << "nothing was noted";
  readings_.note(read_of(1));
  ASSERT_TRUE(readings_.settled());
  // By another object, which sees what is on disk alone.
  const auto again = ledger::Ledger::open(ledger::access_file(folder_.file("log"))).value();
  EXPECT_EQ(access::access_entries(again).value().size(), 1U);
}

TEST_F(Readings, OfManyThreadsAreEachThereOnce) {
  std::vector<std::thread> readers;
  std::atomic<int> settled = 0;
  for (std::uint8_t one = 1; one <= 8; ++one)
    readers.emplace_back([&, one] {
      for (int n = 0; n < 50; ++n) {
        readings_.note(read_of(one));
        if (readings_.settled()) ++settled;
      }
    });
  for (std::thread& one : readers)
    one.join();
  EXPECT_EQ(settled, 8 * 50);
  for (std::uint8_t one = 1; one <= 8; ++one)
    EXPECT_EQ(entries_about(one), 50U);
}

TEST_F(Readings, AreInTheLedgerThatIsHeld) {
  readings_.note(read_of(1));
  readings_.note(read_of(2));
  EXPECT_EQ(access::access_entries(readings_.hold().log()).value().size(), 2U);
}

} // namespace
} // namespace probity::service
