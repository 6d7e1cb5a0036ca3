#include "service/name_folding.h"

#include <gtest/gtest.h>

namespace probity::service {
namespace {

using Words = std::vector<std::string>;

TEST(FoldedWords, HaveNoCaseNoAccentsNoApostrophes) {
  EXPECT_EQ(folded_words("Zoë O'Hare-Fox"), (Words{"zoe", "ohare", "fox"}));
  EXPECT_EQ(folded_words("ZOE\u0308 O\u2019HARE\u2010FOX"), (Words{"zoe", "ohare", "fox"})) << "decomposed";
  EXPECT_EQ(folded_words("Łukasz Strauß, Bjørn Þór"), (Words{"lukasz", "strauss", "bjorn", "thor"}));
  EXPECT_EQ(folded_words("Nguyễn Thị"), (Words{"nguyen", "thi"}));
  EXPECT_EQ(folded_words("Čapek İnan Ǎn"), (Words{"capek", "inan", "an"}));
}

TEST(FoldedWords, OfOtherScriptsStayWithoutCase) {
  EXPECT_EQ(folded_words("ИВАН ЁЛКИН"), folded_words("иван ёлкин"));
  EXPECT_EQ(folded_words("ΑΝΝΑ"), folded_words("αννα"));
  EXPECT_EQ(folded_words("王 𠮷田"), (Words{"王", "𠮷田"}));
}

TEST(FoldedWords, OfNothingAreNone) {
  EXPECT_EQ(folded_words(""), Words{});
  EXPECT_EQ(folded_words(" -'\u2019 \u0301.,\t\n"), Words{});
}

TEST(FoldedWords, AreEndedByBytesThatAreNoText) {
  EXPECT_EQ(folded_words("an\xFFna \xC3"), (Words{"an", "na"}));
  EXPECT_EQ(folded_words("a\xE2\x82"), Words{"a"});
  EXPECT_EQ(folded_words("b\xF8\x80\x80\x80\x80z"), (Words{"b", "z"}));
}

} // namespace
} // namespace probity::service
