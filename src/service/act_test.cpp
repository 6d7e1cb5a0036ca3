#include "service/act.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "record/builder.h"
#include "record/sentence.h"
#include "record/unpaid_work.h"
#include "record/vocabulary.h"
#include "service/command_text.h"
#include "support/temporary_directory.h"

namespace probity::service {
namespace {

using base::json::Value;
using testing::HasSubstr;

const base::Instant given = *base::parse_instant("2016-03-07T10:00:00.000000Z");
const base::StreamId person{{1}};
const base::StreamId session{{2}};

class Acting : public testing::Test {
 protected:
  Acting() : log_(make()) {
    append(record::EventBuilder(record::sentence::imposed, "a/log", person)
               .entity("order", base::EntityId{{1}})
               .fact("order_type", "community_order"));
    append(record::EventBuilder(record::unpaid_work::session_cancelled, "a/log", session)
               .fact("reason", "weather"));
  }

  ledger::Ledger make() {
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = given;
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    return ledger::Ledger::create(folder_.file("log"), create, open).value();
  }
  void append(record::EventBuilder& builder) {
    base::EventId id;
    id.bytes[15] = ++made_;
    ledger::Submission submission;
    submission.events.push_back(builder.id(id).recorded(given).valid(base::day_of(2016, 3, 7)).build());
    const auto receipts = log_.append({&submission, 1}).value();
    ASSERT_TRUE(receipts.front()) << receipts.front().error().text();
  }
  Value command(const base::StreamId& stream,
                std::vector<std::string> fields = {"provider=CRC1", "reason=transfer", "team=North"}) {
    TypedCommand typed;
    typed.name = "supervision.assign";
    typed.fields = std::move(fields);
    typed.log = "a/log";
    typed.person = stream;
    typed.given = given;
    typed.provider = "CRC1";
    return command_of(typed, log_.zone()).value();
  }

  support::TemporaryDirectory folder_;
  std::uint8_t made_ = 0;
  ledger::Ledger log_;
};

TEST_F(Acting, AllItsEventsOrNoneAndOnce) {
  const std::uint64_t before = log_.size();
  const Acted acted = act(log_, command(person)).value();
  EXPECT_EQ(acted.events.size(), 2U);
  EXPECT_EQ(log_.size(), before + 2);
  const Acted again = act(log_, command(person)).value();
  EXPECT_TRUE(again.had_acted);
  EXPECT_EQ(log_.size(), before + 2);
}

TEST_F(Acting, OnlyAPersonIsActedOn) {
  const std::uint64_t before = log_.size();
  EXPECT_THAT(act(log_, command(session)).error().text(), HasSubstr("is no person's record"));
  EXPECT_EQ(act(log_, command(base::StreamId{{9}})).error().code, base::ErrorCode::not_found);
  EXPECT_EQ(log_.size(), before);
}

TEST_F(Acting, ACommandThatIsNoneChangesNothing) {
  const std::uint64_t before = log_.size();
  Value bad = command(person);
  bad.find("facts")->erase("team");
  EXPECT_EQ(act(log_, bad).error().where, "/facts/team");
  EXPECT_EQ(log_.size(), before);
}

} // namespace
} // namespace probity::service
