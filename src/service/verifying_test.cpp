#include "service/verifying.h"

#include <future>
#include <gtest/gtest.h>

#include "support/replayed_log.h"

namespace probity::service {
namespace {

// The second time the clock is asked is when a verification has ended: it waits until it may.
class HeldClock {
 public:
  base::Instant now() {
    if (++asked_ == 2) may_end_.get_future().wait();
    return base::Instant{asked_};
  }
  void let_end() { may_end_.set_value(); }

 private:
  std::atomic<std::int64_t> asked_ = 0;
  std::promise<void> may_end_;
};

TEST(Verifying, OneRunsAtATimeAndTheLastIsKept) {
  const support::ReplayedLog log;
  HeldClock clock;
  Verifier verifier(log.file(), "", [&] { return clock.now(); });
  EXPECT_FALSE(verifier.run());
  ASSERT_TRUE(verifier.begin({}));
  EXPECT_FALSE(verifier.run()->ended);
  EXPECT_EQ(verifier.begin({}).error().code, base::ErrorCode::refused);
  clock.let_end();
  while (!verifier.run()->ended)
    std::this_thread::yield();
  const VerificationRun run = *verifier.run();
  EXPECT_EQ(run.begun.microseconds, 1);
  EXPECT_EQ(run.ended->microseconds, 2);
  EXPECT_TRUE(is_good(run.found->value()));
  EXPECT_EQ(run.done, run.of);
  EXPECT_TRUE(verifier.begin({VerifyScope::ledger, "no note"})) << "another may begin";
  while (!verifier.run()->ended)
    std::this_thread::yield();
  EXPECT_EQ(verifier.run()->found->error().code, base::ErrorCode::invalid_input);
}

} // namespace
} // namespace probity::service
