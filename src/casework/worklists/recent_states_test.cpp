#include "casework/worklists/recent_states.h"

#include <gtest/gtest.h>

namespace probity::casework {
namespace {

SharedPerson somebody(std::uint8_t number) {
  CaseState state;
  state.person.bytes.fill(number);
  auto person = std::make_shared<ListedPerson>();
  person->kept = kept_case(timeline::Case{}, state, {});
  return person;
}

TEST(RecentStates, WhatIsAskedForAgainIsNotUnpackedAgain) {
  RecentStates recent(8);
  const SharedPerson one = somebody(1);
  const SharedPerson anew = somebody(1); // the same person, put anew
  const auto state = recent.of(one);
  EXPECT_EQ(state->person.bytes.front(), 1);
  EXPECT_EQ(recent.of(one), state);
  EXPECT_NE(recent.of(anew), state);
}

TEST(RecentStates, WhatIsAskedForNoMoreIsLetGoAndTheOthersStay) {
  RecentStates recent(8);
  const SharedPerson asked_again = somebody(1);
  const SharedPerson not_asked_again = somebody(2);
  const auto stays = recent.of(asked_again);
  const std::weak_ptr<const CaseState> goes = recent.of(not_asked_again);
  for (std::uint8_t number = 3; number < 20; ++number) {
    (void)recent.of(somebody(number));
    EXPECT_EQ(recent.of(asked_again), stays) << "after " << int{number};
  }
  EXPECT_TRUE(goes.expired());
  EXPECT_EQ(not_asked_again.use_count(), 1) << "the person is let go as well";
}

TEST(RecentStates, OfWhoeverIsLetGoNothingStays) {
  RecentStates recent(8);
  const SharedPerson one = somebody(1);
  const std::weak_ptr<const CaseState> goes = recent.of(one);
  for (std::uint8_t number = 2; number < 6; ++number) // from the young to the old
    (void)recent.of(somebody(number));
  recent.let_go(one);
  EXPECT_TRUE(goes.expired());
  EXPECT_EQ(one.use_count(), 1);
}

TEST(RecentStates, OfNoneNothingIsKept) {
  RecentStates none(0);
  const SharedPerson one = somebody(1);
  EXPECT_NE(none.of(one), none.of(one));
  EXPECT_EQ(one.use_count(), 1);
}

} // namespace
} // namespace probity::casework
