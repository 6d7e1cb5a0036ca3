#include "record/symbol.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace probity::record {
namespace {

TEST(Symbol, TheEmptyTextIsTheEmptySymbol) {
  EXPECT_TRUE(Symbol{}.empty());
  EXPECT_EQ(Symbol(""), Symbol{});
  EXPECT_EQ(Symbol{}.text(), "");
}

TEST(Symbol, EqualTextsAreEqualSymbolsAndOthersAreNot) {
  EXPECT_EQ(Symbol("CRC1"), Symbol(std::string("CRC") + "1"));
  EXPECT_NE(Symbol("CRC1"), Symbol("CRC2"));
  EXPECT_NE(Symbol("a"), Symbol(std::string_view("a\0", 2)));
  EXPECT_EQ(Symbol("CRC1").text(), "CRC1");
  EXPECT_EQ(Symbol::from_number(Symbol("CRC1").number()), Symbol("CRC1"));
}

TEST(Symbol, ThreadsThatUseTheSameTextsGetTheSameSymbols) {
  constexpr int texts = 20'000; // enough for several blocks and several tables
  std::vector<std::vector<Symbol>> found(4);
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < found.size(); ++thread)
    threads.emplace_back([&found, thread] {
      for (int i = 0; i < texts; ++i)
        found[thread].emplace_back("thread text " + std::to_string(i));
    });
  for (std::thread& thread : threads)
    thread.join();
  for (int i = 0; i < texts; ++i) {
    const auto at = static_cast<std::size_t>(i);
    ASSERT_EQ(found[0][at].text(), "thread text " + std::to_string(i));
    for (const auto& of_thread : found)
      ASSERT_EQ(of_thread[at], found[0][at]);
  }
}

} // namespace
} // namespace probity::record
