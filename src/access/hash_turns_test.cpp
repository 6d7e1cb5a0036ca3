#include "access/hash_turns.h"

#include <future>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace probity::access {
namespace {

TEST(HashTurns, AsManyAsMayHashAndWaitDoSoAndTheNextIsSentAway) {
  HashTurns turns({.at_once = 2, .waiting = 3});
  std::optional<HashTurns::Turn> first = turns.take();
  std::optional<HashTurns::Turn> second = turns.take();
  ASSERT_TRUE(first && second);
  std::vector<std::future<bool>> waiting;
  for (int i = 0; i < 3; ++i)
    waiting.push_back(std::async(std::launch::async, [&turns] { return turns.take().has_value(); }));
  while (turns.waiting() < 3)
    std::this_thread::yield();
  EXPECT_FALSE(turns.take()) << "at once";
  first.reset();
  for (std::future<bool>& one : waiting)
    EXPECT_TRUE(one.get()) << "one after the other, while the second still hashes";
  EXPECT_EQ(turns.waiting(), 0U);
  EXPECT_TRUE(turns.take());
}

} // namespace
} // namespace probity::access
