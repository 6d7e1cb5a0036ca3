#include "service/act.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "record/sentence.h"
#include "record/unpaid_work.h"
#include "service/command_text.h"
#include "support/replayed_log.h"

namespace probity::service {
namespace {

using base::json::Value;
using testing::HasSubstr;

const base::StreamId of_case{{1}};
const base::StreamId session{{2}};

class Acting : public testing::Test {
 protected:
  Acting() {
    small_.append(record::EventBuilder(record::sentence::imposed, "a/log", of_case)
                      .entity("order", base::EntityId{{1}})
                      .fact("order_type", "community_order"));
    small_.append(record::EventBuilder(record::unpaid_work::session_cancelled, "a/log", session)
                      .fact("reason", "weather"));
  }

  Value command(const base::StreamId& stream,
                std::vector<std::string> fields = {"provider=CRC1", "reason=transfer", "team=North"}) {
    TypedCommand typed;
    typed.name = "supervision.assign";
    typed.fields = std::move(fields);
    typed.log = "a/log";
    typed.person = stream;
    typed.given = support::replayed_at;
    typed.provider = "CRC1";
    return command_of(typed, log_.zone()).value();
  }

  support::ReplayedLog small_;
  ledger::Ledger& log_ = small_.ledger();
};

TEST_F(Acting, AllItsEventsOrNoneAndOnce) {
  const std::uint64_t before = log_.size();
  const Acted acted = act(log_, command(of_case)).value();
  EXPECT_EQ(acted.events.size(), 2U);
  EXPECT_EQ(log_.size(), before + 2);
  const Acted again = act(log_, command(of_case)).value();
  EXPECT_TRUE(again.had_acted);
  EXPECT_EQ(log_.size(), before + 2);
}

TEST_F(Acting, TheIdOfACommandThatSaysSomethingElseIsRefused) {
  const Value first = command(of_case);
  ASSERT_TRUE(act(log_, first));
  const std::uint64_t before = log_.size();
  Value other = first;
  other.find("facts")->set("provider", Value("CRC2"));
  EXPECT_EQ(act(log_, other).error().code, base::ErrorCode::id_reused);
  Value of_another = first;
  of_another.set("stream", Value(base::StreamId{{7}}.hex()));
  EXPECT_EQ(act(log_, of_another).error().code, base::ErrorCode::id_reused);
  EXPECT_EQ(log_.size(), before);
}

TEST_F(Acting, OnlyAPersonIsActedOn) {
  const std::uint64_t before = log_.size();
  EXPECT_THAT(act(log_, command(session)).error().text(), HasSubstr("is no person's record"));
  EXPECT_EQ(act(log_, command(base::StreamId{{9}})).error().code, base::ErrorCode::not_found);
  EXPECT_EQ(log_.size(), before);
}

TEST_F(Acting, ACommandThatIsNoneChangesNothing) {
  const std::uint64_t before = log_.size();
  Value bad = command(of_case);
  bad.find("facts")->erase("team");
  EXPECT_EQ(act(log_, bad).error().where, "/facts/team");
  EXPECT_EQ(log_.size(), before);
}

} // namespace
} // namespace probity::service
