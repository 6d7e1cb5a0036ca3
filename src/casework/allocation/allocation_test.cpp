#include "casework/allocation/allocation_check.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "record/builder.h"
#include "record/sentence.h"
#include "record/vocabulary.h"

namespace probity::casework {
namespace {

using record::court::allocation_decided;

record::EventBuilder decided(std::int64_t score) {
  record::EventBuilder builder(allocation_decided, "a/log", base::StreamId{});
  builder.id(base::EventId{{1}})
      .recorded(*base::parse_instant("2016-01-05T10:00:00.000000Z"))
      .valid(base::day_of(2016, 1, 5))
      .entity("order", base::EntityId{{7}})
      .fact("body", "CRC1")
      .fact("harm_level", "low")
      .fact("serious_reoffending_score", score);
  return builder;
}

AllocationRun run(record::EventBuilder builder, AllocationScore score = AllocationScore::quoted) {
  timeline::Book book;
  book.people.emplace_back();
  book.people.back().events.push_back(
      record::decode(base::json::write(builder.build()), base::Zone::named("Europe/London").value()).value());
  const auto runs = run_again(book, rules::england_wales(), score);
  EXPECT_EQ(runs.size(), 1U);
  return runs.front();
}

record::EventBuilder whole(std::int64_t score) {
  record::EventBuilder builder = decided(score);
  builder.fact("mappa", "none").fact("deportation", false);
  return builder;
}

TEST(AllocationRunAgain, AnAdviceThatItsInputsDoNotBearOutDiffers) {
  const AllocationRun wrong = run(whole(700).fact("advice", "contractor"));
  EXPECT_EQ(wrong.result, AllocationRun::Result::differs);
  EXPECT_EQ(wrong.came_out, "national");
  EXPECT_EQ(wrong.reasons, "score");
  EXPECT_EQ(run(whole(700).fact("advice", "national")).result, AllocationRun::Result::same);
}

TEST(AllocationRunAgain, AnOlderEntryIsHeldToTheKindOfItsBody) {
  EXPECT_EQ(run(whole(700)).result, AllocationRun::Result::differs);
  EXPECT_EQ(run(whole(100)).result, AllocationRun::Result::same);
}

TEST(AllocationRunAgain, NothingIsClaimedWhereAnInputIsNotRecorded) {
  const AllocationRun open = run(decided(100));
  EXPECT_EQ(open.result, AllocationRun::Result::unclear);
  EXPECT_EQ(open.reasons, "mappa,deportation");
  EXPECT_EQ(run(decided(700)).result, AllocationRun::Result::differs) << "one open route is enough";
}

TEST(AllocationRunAgain, TheReadingThatIsRecordedCounts) {
  EXPECT_EQ(run(whole(689)).result, AllocationRun::Result::differs);
  EXPECT_EQ(run(whole(689), AllocationScore::band).result, AllocationRun::Result::same);
  EXPECT_EQ(run(whole(689).fact("rule", "routes_of_2014/band")).result, AllocationRun::Result::same);
}

TEST(AllocationRunAgain, BeforeTheRuleThereIsNone) {
  record::EventBuilder early = whole(100);
  early.recorded(*base::parse_instant("2014-05-31T10:00:00.000000Z"));
  EXPECT_EQ(run(early).result, AllocationRun::Result::no_rule);
}

} // namespace
} // namespace probity::casework
