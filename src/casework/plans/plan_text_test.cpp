#include "casework/plans/plan_text.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

namespace probity::casework {
namespace {

const base::Digest key = base::sha256(base::bytes_of("a log"));

// `count` different words from the `first` on.
std::string words(int first, int count) {
  std::string out;
  for (int i = first; i < first + count; ++i)
    out += "w" + std::to_string(i) + " ";
  return out;
}

int alike(const std::string& one, const std::string& other) {
  return percent_alike(read_plan_text(one, key).fingerprint, read_plan_text(other, key).fingerprint);
}

TEST(PlanText, WordsAreCountedWithoutPunctuation) {
  EXPECT_EQ(read_plan_text("", key).words, 0);
  EXPECT_EQ(read_plan_text(" \n—!?.\t- ", key).words,
            1); // the dash is a letter beyond ASCII, to keep Welsh whole
  EXPECT_EQ(read_plan_text("n/a", key).words, 2);
  EXPECT_EQ(read_plan_text("a friend's place, from May", key).words, 5);
  EXPECT_EQ(read_plan_text("llety tŷ gŵr", key).words, 3);
}

TEST(PlanText, AFingerprintIsOfGroupsOfFourWords) {
  EXPECT_TRUE(read_plan_text("", key).fingerprint.empty());
  EXPECT_EQ(read_plan_text("one two", key).fingerprint.size(), 1U);
  EXPECT_EQ(read_plan_text(words(0, 4), key).fingerprint.size(), 1U);
  EXPECT_EQ(read_plan_text(words(0, 10), key).fingerprint.size(), 7U);
  EXPECT_EQ(read_plan_text("na na na na na na na", key).fingerprint.size(), 1U);
  const Fingerprint longest = read_plan_text(words(0, 2000), key).fingerprint;
  EXPECT_EQ(longest.size(), fingerprint_size);
  EXPECT_TRUE(std::is_sorted(longest.begin(), longest.end()));
  for (const std::int64_t hash : longest) {
    EXPECT_GE(hash, 0);
    EXPECT_LT(hash, std::int64_t{1} << 52);
  }
}

TEST(PlanText, LikenessIsTheSharePartsHaveInCommon) {
  EXPECT_EQ(alike("", ""), 0);
  EXPECT_EQ(alike(words(0, 30), ""), 0);
  EXPECT_EQ(alike(words(0, 30), words(0, 30)), 100);
  EXPECT_EQ(alike(words(0, 30), words(100, 30)), 0);
  EXPECT_EQ(alike("Housing: the council, by May.", "housing the COUNCIL by may"), 100);
  // 10 groups in common of 10 + 5.
  EXPECT_EQ(alike(words(0, 13), words(0, 18)), 66);
  EXPECT_EQ(alike(words(0, 18), words(0, 13)), 66);
}

TEST(PlanText, AnotherKeyLeavesNothingInCommon) {
  const base::Digest other = base::sha256(base::bytes_of("another log"));
  const std::string text = words(0, 30);
  EXPECT_EQ(percent_alike(read_plan_text(text, key).fingerprint, read_plan_text(text, other).fingerprint), 0);
  EXPECT_EQ(read_plan_text(text, key).words, read_plan_text(text, other).words);
  // Whoever guesses the text and has no key hashes it in vain.
  const base::Digest guessed = base::sha256(base::bytes_of("one two "));
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 7; ++i)
    number = (number << 8U) | guessed.bytes[i];
  EXPECT_NE(read_plan_text("one two", key).fingerprint, Fingerprint{static_cast<std::int64_t>(number >> 4U)});
}

TEST(PlanText, OfLongTextsItIsEstimatedClosely) {
  EXPECT_EQ(alike(words(0, 900), words(0, 900)), 100);
  EXPECT_EQ(alike(words(0, 900), words(5000, 900)), 0);
  const int half = alike(words(0, 903), words(300, 903)); // 600 of 1200
  EXPECT_GE(half, 30);
  EXPECT_LE(half, 70);
  EXPECT_GE(alike(words(0, 1003), words(10, 1003)), 80); // 990 of 1010
}

} // namespace
} // namespace probity::casework
