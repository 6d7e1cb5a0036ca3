#include "service/name_index.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>
#include <set>

namespace probity::service {
namespace {

using Words = std::vector<std::string>;

std::set<std::uint32_t> members(const NumberSet& set) {
  std::set<std::uint32_t> out;
  set.visit([&](std::uint32_t number) { EXPECT_TRUE(out.insert(number).second); });
  return out;
}

TEST(NameIndex, FindsBeginningsOfWordsInAnyOrderAndNothingElse) {
  NameIndex index;
  index.put(70, {"ada", "ann", "otter"});
  const auto finds = [&](const Words& words) { return members(index.beginning_with(words)).contains(70); };
  EXPECT_TRUE(finds({"ott", "a"}));
  EXPECT_TRUE(finds({"an"}));
  EXPECT_FALSE(finds({"tter"}));
  EXPECT_FALSE(finds({"otters"}));
  EXPECT_FALSE(finds({"ada", "other"}));
  EXPECT_FALSE(finds({}));
  EXPECT_EQ(index.folded(70), " ada ann otter ");
  EXPECT_EQ(index.folded(7), "");
  EXPECT_EQ(index.folded(71), "");
  EXPECT_EQ(members(index.having("ott")), std::set<std::uint32_t>{});
  index.put(70, {});
  EXPECT_FALSE(finds({"an"}));
  EXPECT_EQ(index.folded(70), "");
}

rc::Gen<Words> names() {
  return rc::gen::resize(3, rc::gen::container<Words>(rc::gen::element<std::string>(
                                "an", "ann", "anna", "ben", "bennett", "o", "otter", "zoe", "zoefoxwell")));
}

bool has(const Words& name, const std::string& begins) {
  return std::any_of(name.begin(), name.end(), [&](const auto& word) { return word.starts_with(begins); });
}

// Names come, change and go; what is found is what a look at every name finds.
RC_GTEST_PROP(NameIndexProperty, IsWhatALookAtEveryNameFinds, ()) {
  NameIndex index;
  std::map<std::uint32_t, Words> model;
  for (const auto& [person, name] : *rc::gen::container<std::vector<std::pair<std::uint32_t, Words>>>(
           rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, 200), names()))) {
    index.put(person, name);
    model[person] = name;
  }
  const Words asked = *rc::gen::nonEmpty(names());
  std::set<std::uint32_t> expected;
  std::set<std::uint32_t> whole;
  for (const auto& one : model) {
    const Words& name = one.second;
    const std::uint32_t person = one.first;
    if (std::all_of(asked.begin(), asked.end(), [&](const auto& word) { return has(name, word); }))
      expected.insert(person);
    if (std::find(name.begin(), name.end(), asked.front()) != name.end()) whole.insert(person);
  }
  RC_ASSERT(members(index.beginning_with(asked)) == expected);
  RC_ASSERT(members(index.having(asked.front())) == whole);
  for (const std::uint32_t one : expected)
    for (const std::uint32_t other : expected)
      RC_ASSERT(index.comes_before(one, other) == (index.folded(one) < index.folded(other)));
}

TEST(NumberSet, MeetsAnotherOfAnySize) {
  NumberSet one;
  NumberSet other;
  for (const std::uint32_t number : {0U, 63U, 64U, 700U})
    one.insert(number);
  for (const std::uint32_t number : {63U, 64U, 5'000U})
    other.insert(number);
  NumberSet both = one;
  both.meet(other);
  EXPECT_EQ(members(both), (std::set<std::uint32_t>{63, 64}));
  other.meet(one);
  EXPECT_EQ(members(other), (std::set<std::uint32_t>{63, 64}));
  both.erase(63);
  both.erase(9'999);
  EXPECT_FALSE(both.contains(63));
  EXPECT_TRUE(both.contains(64));
}

} // namespace
} // namespace probity::service
