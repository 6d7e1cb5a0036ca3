#include "service/likeness.h"

#include <gtest/gtest.h>

namespace probity::service {
namespace {

const base::Day march = base::day_of(1984, 3, 7);
const base::Day july = base::day_of(1984, 7, 3);

TEST(Likeness, IsSaidByFixedRules) {
  EXPECT_EQ(likeness({"Ada Other", march}, {"OTHER, Ada", march}), Likeness::same_name_and_birth);
  EXPECT_EQ(likeness({"Ada Other", march}, {"Ada Jane Other", march}), Likeness::name_within_name);
  EXPECT_EQ(likeness({"Ada Jane Other", march}, {"Ada Other", march}), Likeness::name_within_name);
  EXPECT_EQ(likeness({"Ada Other", march}, {"Ada Other", july}), Likeness::birth_swapped);
  EXPECT_EQ(likeness({"Ada Other", march}, {"Ada Other", {}}), Likeness::birth_not_known);
  EXPECT_EQ(likeness({"Ada Other", {}}, {"Ada Other", {}}), Likeness::birth_not_known);
}

TEST(Likeness, IsNotSaidOfWhatMoreThanAFewShare) {
  EXPECT_EQ(likeness({"Ada Other", march}, {"Ada Else", march}), std::nullopt);
  EXPECT_EQ(likeness({"Ada", march}, {"Ada Other", march}), std::nullopt) << "one word within a name";
  EXPECT_EQ(likeness({"Ada Other", march}, {"Ada Other", march + 1}), std::nullopt);
  EXPECT_EQ(likeness({"Ada", {}}, {"Ada", {}}), std::nullopt);
  EXPECT_EQ(likeness({"", march}, {"", march}), std::nullopt);
}

TEST(Likeness, KnowsWhichDaysCanBeSwapped) {
  EXPECT_EQ(swapped(march), july);
  EXPECT_EQ(swapped(base::day_of(1984, 3, 13)), std::nullopt);
  EXPECT_EQ(swapped(base::day_of(1984, 3, 3)), std::nullopt);
}

} // namespace
} // namespace probity::service
