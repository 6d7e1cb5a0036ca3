#include "service/worklist_follower.h"

#include <gtest/gtest.h>

#include "record/appointment.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"
#include "record/workforce.h"
#include "support/replayed_log.h"

namespace probity::service {
namespace {

const base::StreamId first{{1}};
const base::StreamId second{{2}};

class Following : public testing::Test {
 protected:
  Following() {
    for (const base::StreamId& person : {first, second}) {
      small_.append(record::EventBuilder(record::supervision::provider_assigned, "a/log", person)
                        .fact("provider", "CRC1"));
      small_.append(record::EventBuilder(record::sentence::imposed, "a/log", person)
                        .entity("order", base::EntityId{person.bytes})
                        .fact("order_type", "community_order"));
      small_.append(record::EventBuilder(record::appointment::scheduled, "a/log", person)
                        .entity("appointment", base::EntityId{person.bytes})
                        .fact("starts", support::replayed_at)
                        .fact("mode", "office"));
    }
  }

  WorklistFollower follower(std::optional<base::Day> on = std::nullopt) {
    WorklistFollower out = WorklistFollower::start(log_.zone(), {}, on).value();
    EXPECT_TRUE(out.read(log_));
    return out;
  }
  static void same(const WorklistFollower& one, const WorklistFollower& other) {
    const WorklistChanges changed = changes(one.list({}), other.list({}));
    EXPECT_TRUE(changed.appeared.empty() && changed.went.empty());
    EXPECT_EQ(one.lists().people(), other.lists().people());
  }

  support::ReplayedLog small_;
  ledger::Ledger& log_ = small_.ledger();
};

TEST_F(Following, RecordsThatAreJoinedStandUnderOneName) {
  WorklistFollower following = follower();
  EXPECT_EQ(following.lists().people(), 2U);
  EXPECT_FALSE(following.list({}).empty());
  EXPECT_EQ(following.standing_name(second), second);
  small_.append(record::EventBuilder(record::person::linked, "a/log", first).fact("other", second.hex()));
  ASSERT_TRUE(following.read(log_));
  EXPECT_EQ(following.standing_name(second), first);
  EXPECT_EQ(following.standing_name(first), first);
  same(following, follower());
  EXPECT_EQ(follower().standing_name(second), first) << "read at once, as one by one";
}

TEST_F(Following, AnotherDayIsTurnedToWithoutReadingAnew) {
  const base::Day later = base::day_of(2016, 6, 1);
  WorklistFollower following = follower();
  const std::uint64_t cursor = following.cursor();
  ASSERT_TRUE(following.turn_to(log_, later));
  EXPECT_EQ(following.cursor(), cursor);
  EXPECT_EQ(following.on(), later);
  same(following, follower(later));
  EXPECT_TRUE(following.list({}).front().obligation.due < later);
}

// Whoever leaves is to be followed by another, and that reaches the lists through the record of the staff
// alone.
TEST_F(Following, ThoseWhosePractitionerLeftWaitForAnother) {
  const base::StreamId post{{7}};
  const base::StreamId practitioner{{8}};
  small_.append(record::EventBuilder(record::supervision::practitioner_allocated, "a/log", first)
                    .fact("practitioner", practitioner.hex()));
  small_.append(record::EventBuilder(record::workforce::post_made, "a/log", post)
                    .fact("body", "CRC1")
                    .fact("grade", "probation_officer")
                    .fact("minutes", 2220));
  small_.append(
      record::EventBuilder(record::workforce::post_filled, "a/log", post).fact("staff", practitioner.hex()));
  WorklistFollower following = follower();
  const auto waiting = [](const WorklistFollower& one) {
    std::vector<base::StreamId> out;
    for (const casework::WorklistEntry& entry : one.list({}))
      if (entry.obligation.kind == "reallocation") out.push_back(entry.person);
    return out;
  };
  EXPECT_TRUE(waiting(following).empty());
  record::EventBuilder vacated(record::workforce::post_vacated, "a/log", post);
  vacated.fact("staff", practitioner.hex()).fact("reason", "resigned");
  small_.append(vacated);
  ASSERT_TRUE(following.read(log_));
  EXPECT_EQ(waiting(following), std::vector{first});
  same(following, follower());
}

} // namespace
} // namespace probity::service
