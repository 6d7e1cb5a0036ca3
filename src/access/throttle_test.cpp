#include "access/throttle.h"

#include <gtest/gtest.h>

namespace probity::access {
namespace {

base::Instant at(std::int64_t seconds) {
  return {seconds * 1'000'000};
}

TEST(Throttle, DoublesTheWaitAfterTheFreeFailures) {
  Throttle throttle({.free_failures = 3, .longest_wait = 20});
  for (int i = 0; i < 2; ++i)
    throttle.failed("anna", at(100));
  EXPECT_EQ(throttle.wait("anna", at(100)), 0);
  const std::int64_t waits[] = {1, 2, 4, 8, 16, 20, 20};
  for (const std::int64_t wait : waits) {
    throttle.failed("anna", at(100));
    EXPECT_EQ(throttle.wait("anna", at(100)), wait);
  }
  EXPECT_EQ(throttle.wait("anna", at(119)), 1);
  EXPECT_EQ(throttle.wait("anna", at(120)), 0);
  EXPECT_EQ(throttle.wait("bert", at(100)), 0) << "others do not wait";
}

TEST(Throttle, ForgetsAfterSuccessAndAfterSilence) {
  Throttle throttle({.free_failures = 1, .longest_wait = 900, .forgotten_after = 3600});
  throttle.failed("anna", at(0));
  EXPECT_EQ(throttle.wait("anna", at(0)), 1);
  throttle.succeeded("anna");
  EXPECT_EQ(throttle.wait("anna", at(0)), 0);
  for (int i = 0; i < 12; ++i)
    throttle.failed("anna", at(0));
  EXPECT_EQ(throttle.wait("anna", at(0)), 900);
  throttle.failed("anna", at(3600));
  EXPECT_EQ(throttle.wait("anna", at(3600)), 1) << "counted anew";
}

TEST(Throttle, KeepsNoMoreThanItsBound) {
  Throttle throttle({.free_failures = 1, .longest_wait = 900, .forgotten_after = 3600, .most_kept = 3});
  throttle.failed("a", at(0));
  throttle.failed("b", at(1));
  throttle.failed("c", at(1));
  throttle.failed("d", at(1));
  EXPECT_EQ(throttle.wait("a", at(0)), 0) << "the oldest is forgotten";
  for (const char* who : {"b", "c", "d"})
    EXPECT_EQ(throttle.wait(who, at(1)), 1) << who;
}

} // namespace
} // namespace probity::access
