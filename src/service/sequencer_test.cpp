#include "service/sequencer.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "record/builder.h"
#include "record/sentence.h"
#include "record/vocabulary.h"
#include "service/command_text.h"
#include "service/office.h"
#include "support/temporary_directory.h"

namespace probity::service {
namespace {

using base::json::Value;
using Answer = std::future<base::Result<Acted>>;

const base::Instant at = *base::parse_instant("2016-03-07T10:00:00.000000Z");
constexpr std::uint8_t people = 6;

base::StreamId person(std::uint8_t number) {
  return base::StreamId{{number}};
}

class Queue : public testing::Test {
 protected:
  Queue() {
    make_ledger();
    office_ = Office::open({folder_.file("log"), folder_.file("accounts")}, [] { return at; }).value();
  }

  void make_ledger() const {
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = at;
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    ledger::Ledger log = ledger::Ledger::create(folder_.file("log"), create, open).value();
    for (std::uint8_t number = 1; number <= people; ++number) {
      base::EventId id;
      id.bytes[15] = number;
      record::EventBuilder order(record::sentence::imposed, "a/log", person(number));
      order.entity("order", base::EntityId{{number}}).fact("order_type", "community_order");
      ledger::Submission submission;
      submission.events.push_back(order.id(id).recorded(at).valid(log.zone().day_of(at)).build());
      ASSERT_TRUE(log.append({&submission, 1}).value().front());
    }
  }

  Value command(std::uint8_t number, std::string_view body = "CRC1") const {
    TypedCommand typed;
    typed.name = "supervision.assign";
    typed.fields = {"provider=" + std::string(body), "reason=transfer", "team=North"};
    typed.log = "a/log";
    typed.person = person(number);
    typed.given = at;
    typed.provider = "CRC1";
    return command_of(typed, office_->zone()).value();
  }

  static Answer give(Sequencer& sequencer, Value command) {
    return std::async(std::launch::async, [&sequencer, command = std::move(command)]() mutable {
      return sequencer.give(std::move(command));
    });
  }

  support::TemporaryDirectory folder_;
  std::unique_ptr<Office> office_;
};

TEST_F(Queue, WhatComesTogetherSharesACommit) {
  Sequencer& sequencer = office_->sequencer();
  std::vector<Answer> answers;
  std::uint64_t before = 0;
  {
    const auto held = office_->hold();
    before = office_->ledger().size();
    for (std::uint8_t number = 1; number <= people; ++number)
      answers.push_back(give(sequencer, command(number)));
    while (sequencer.waiting() < people)
      std::this_thread::yield();
  }
  for (Answer& answer : answers) {
    const auto acted = answer.get();
    ASSERT_TRUE(acted) << acted.error().text();
    EXPECT_EQ(acted->events.size(), 2U);
  }
  EXPECT_EQ(sequencer.figures().commands, people);
  EXPECT_EQ(sequencer.figures().commits, 1U);
  const auto held = office_->hold();
  EXPECT_EQ(office_->ledger().size(), before + std::size_t{2} * people);
  EXPECT_EQ(office_->follower().cursor(), office_->ledger().size()) << "answered before the lists had it";
}

TEST_F(Queue, OfOnePersonEachIsDecidedOnWhatTheOneBeforeMade) {
  Sequencer& sequencer = office_->sequencer();
  std::vector<Answer> answers;
  {
    const auto held = office_->hold();
    answers.push_back(give(sequencer, command(1)));
    while (sequencer.waiting() < 1)
      std::this_thread::yield();
    answers.push_back(give(sequencer, command(1)));                  // sent again
    answers.push_back(give(sequencer, command(2)));                  // of another
    answers.push_back(give(sequencer, Value(base::json::Object{}))); // no command at all
    while (sequencer.waiting() < 4)
      std::this_thread::yield();
  }
  int made = 0;
  int had_acted = 0;
  int refused = 0;
  for (Answer& answer : answers) {
    const auto acted = answer.get();
    if (!acted)
      ++refused;
    else if (acted->had_acted)
      ++had_acted;
    else
      ++made;
  }
  EXPECT_EQ(made, 2);
  EXPECT_EQ(had_acted, 1);
  EXPECT_EQ(refused, 1);
  EXPECT_EQ(sequencer.figures().commands, 2U);
}

TEST_F(Queue, AFullQueueSaysSoAndKeepsWhatWaits) {
  Sequencer small(*office_, {.waiting = 2, .together = 2});
  std::vector<Answer> answers;
  {
    const auto held = office_->hold();
    for (std::uint8_t number = 1; number <= 2; ++number)
      answers.push_back(give(small, command(number)));
    while (small.waiting() < 2)
      std::this_thread::yield();
    const auto third = small.give(command(3));
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().code, base::ErrorCode::busy);
  }
  for (Answer& answer : answers)
    EXPECT_TRUE(answer.get());
  EXPECT_TRUE(small.give(command(3))) << "there is room again";
}

TEST_F(Queue, WhatWaitsWhenTheServiceStopsIsDone) {
  std::optional<Sequencer> one(std::in_place, *office_);
  auto held = office_->hold();
  Answer answer = give(*one, command(1));
  while (one->waiting() < 1)
    std::this_thread::yield();
  auto stopped = std::async(std::launch::async, [&] { one.reset(); });
  held.unlock();
  EXPECT_TRUE(answer.get());
  stopped.get();
}

} // namespace
} // namespace probity::service
