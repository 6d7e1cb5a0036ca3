#include "access/access_entries.h"

#include <gtest/gtest.h>

#include "ledger/access_log.h"
#include "ledger/verify.h"
#include "support/ledger_fixture.h"

namespace probity::access {
namespace {

using namespace fixture;

const base::StreamId one{{1}};
const base::StreamId two{{2}};

TEST(AccessEntries, SayWhoReadWhatAndWhatWasRefused) {
  const TemporaryDirectory folder;
  const std::string file = folder.file("a");
  const ledger::Ledger log = good(ledger::Ledger::create(file, replayed(), writing()));
  {
    ledger::AccessLog made = good(ledger::AccessLog::open(file, log, [] { return opened(); }));
    const ledger::Reader anna{base::EntityId{{7}}, "CRC1", "practitioner", "practitioner"};
    const ledger::Reader bert{base::EntityId{{8}}, "NPS", "auditor", "assessor"};
    EXPECT_TRUE(made.record(ledger::SignInTried{anna, true}));
    EXPECT_TRUE(made.record(ledger::RecordRead{anna, "my_work", {one, two}, 5, ""}));
    EXPECT_TRUE(made.record(ledger::RecordRead{anna, "case", {one}, 5, ""}));
    EXPECT_TRUE(made.record(ledger::RecordRead{bert, "case", {two}, 6, "limited access"}));
    EXPECT_TRUE(made.record(ledger::SignInTried{{}, false}).error().code == base::ErrorCode::invalid_input)
        << "a body is named";
  }
  const ledger::Ledger again = good(ledger::Ledger::open(ledger::access_file(file)));
  const auto all = good(access_entries(again));
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].refused, "limited access");
  EXPECT_EQ(all[0].role, "auditor");
  EXPECT_EQ(all[0].people, std::vector{two});
  EXPECT_EQ(all[3].type, "access.signed_in");
  const auto of_two = good(access_entries(again, {.person = two, .staff = {}}));
  ASSERT_EQ(of_two.size(), 2U) << "the list that showed it, and the page that was refused";
  EXPECT_EQ(of_two[1].page, "my_work");
  EXPECT_EQ(good(access_entries(again, {.person = {}, .staff = base::EntityId{{7}}})).size(), 3U);
  EXPECT_EQ(good(access_entries(again, {.person = {}, .staff = {}, .most = 1})).front().index, 4U);
  EXPECT_EQ(good(access_entries(again, {.person = {}, .staff = {}, .from = opened()})).size(), 4U);
  EXPECT_TRUE(good(access_entries(again, {.person = {}, .staff = {}, .before = opened()})).empty());
  EXPECT_TRUE(good(access_entries(
                       again, {.person = {}, .staff = {}, .from = base::Instant{opened().microseconds + 1}}))
                  .empty());
  EXPECT_TRUE(good(ledger::verify(ledger::access_file(file), {})).ok);
}

} // namespace
} // namespace probity::access
