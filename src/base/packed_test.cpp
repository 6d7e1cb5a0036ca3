#include "base/packed.h"

#include <gtest/gtest.h>
#include <limits>

#include "base/civil.h"

namespace probity::base {
namespace {

enum class Colour { red, green };
struct Inner {
  Day day;
  std::optional<std::string> word;
  bool operator==(const Inner&) const = default;
};
struct Outer {
  std::int64_t number = 0;
  std::uint64_t count = 0;
  bool flag = false;
  Colour colour = Colour::red;
  std::vector<Inner> inner;
  std::map<std::string, int, std::less<>> by_name;
  std::set<std::string> names;
  std::pair<EntityId, int> pair;
  bool operator==(const Outer&) const = default;
};

Outer example() {
  Outer out;
  out.number = std::numeric_limits<std::int64_t>::min();
  out.count = std::numeric_limits<std::uint64_t>::max();
  out.flag = true;
  out.colour = Colour::green;
  out.inner = {{Day{-1}, "a word"}, {Day{16'867}, std::nullopt}};
  out.by_name = {{"one", 1}, {"minus", -64}};
  out.names = {"", "two"};
  out.pair = {EntityId{{7}}, 300};
  return out;
}

TEST(Packed, EveryMemberComesBack) {
  EXPECT_EQ(unpacked<Outer>(packed(example())), example());
  EXPECT_EQ(unpacked<Outer>(packed(Outer{})), Outer{});
  for (const std::int64_t one : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{63}, std::int64_t{64},
                                 std::numeric_limits<std::int64_t>::max()})
    EXPECT_EQ(unpacked<std::int64_t>(packed(one)), one);
}

TEST(Packed, AnyOtherMemberGivesOtherBytes) {
  const std::string bytes = packed(example());
  Outer other = example();
  other.inner.back().word = "";
  EXPECT_NE(packed(other), bytes);
  other = example();
  other.pair.second = 301;
  EXPECT_NE(packed(other), bytes);
}

// Wherever the bytes end too soon or go on, and whatever count they claim, there is no value and no harm.
TEST(Packed, WhatIsNotWholeIsNothing) {
  const std::string bytes = packed(example());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(unpacked<Outer>(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(unpacked<Outer>(bytes + "x"));
  EXPECT_FALSE(unpacked<std::vector<Inner>>("\xff\xff\xff\xff\xff\xff\xff\xff\x7f"));
  EXPECT_FALSE(unpacked<std::uint64_t>(std::string(11, '\xff')));
  EXPECT_FALSE(unpacked<bool>("\x02"));
}

} // namespace
} // namespace probity::base
