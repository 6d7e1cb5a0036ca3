#include "ledger/access_log.h"

#include "ledger/verify.h"
#include "support/ledger_fixture.h"

namespace probity::ledger {
namespace {

using namespace fixture;

TEST(AccessLog, EveryOpeningIsRecordedBeforeItIsShown) {
  const TemporaryDirectory folder;
  const std::string file = folder.file("a");
  Ledger log = good(Ledger::create(file, replayed(), writing()));
  good(submit(log, {with_sealed(event(10, 5, seconds_later(1)), {{5, "a note"}})}));
  {
    AccessLog access = good(AccessLog::open(file, log, [] { return opened(); }));
    EXPECT_EQ(good(open_sealed_logged(log, access, {"j.smith", 1, 0, "complaint"})), R"({"note":"a note"})");
    EXPECT_FALSE(open_sealed_logged(log, access, {"j.smith", 1, 3, "complaint"}))
        << "a failed try is recorded too";
    EXPECT_FALSE(open_sealed_logged(log, access, {"j.smith", 1, 0, ""}));
    EXPECT_FALSE(open_sealed_logged(log, access, {"", 1, 0, "complaint"}));
    EXPECT_EQ(access.log().size(), 3U);
  }
  AccessLog again = good(AccessLog::open(file, log, [] { return opened(); }));
  const std::string body = good(again.log().body(1));
  EXPECT_NE(body.find(R"("facts":{"index":1,"origin":"test/log","reason":"complaint","slot":0})"),
            std::string::npos);
  EXPECT_NE(body.find(R"("log":"test/log/access")"), std::string::npos);
  EXPECT_NE(body.find(R"("provider":"j.smith")"), std::string::npos);
  EXPECT_TRUE(good(verify(access_file(file), {})).ok);
}

TEST(AccessLog, BelongsToItsLedger) {
  const TemporaryDirectory folder;
  Ledger log = good(Ledger::create(folder.file("a"), replayed(), writing()));
  CreateOptions options = live();
  options.constants.origin = "elsewhere/access";
  { const Ledger other = good(Ledger::create(access_file(folder.file("a")), options)); }
  const auto access = AccessLog::open(folder.file("a"), log, [] { return opened(); });
  ASSERT_FALSE(access);
  EXPECT_EQ(access.error().code, base::ErrorCode::wrong_log);
}

} // namespace
} // namespace probity::ledger
