#include "service/like_pairs.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <tuple>

#include "record/builder.h"
#include "record/person.h"
#include "record/vocabulary.h"
#include "service/office.h"
#include "support/temporary_directory.h"

namespace probity::service {
namespace {

const base::Instant at = *base::parse_instant("2016-03-07T10:00:00.000000Z");

People people_of_few_names() {
  const std::vector<std::string> names{"Ada Other", "OTHER Ada", "Ada Jane Other",
                                       "Ben Else",  "Ben",       "Cy Else"};
  const std::vector<std::optional<base::Day>> births{base::day_of(1984, 3, 7), base::day_of(1984, 7, 3),
                                                     base::day_of(1990, 5, 20), std::nullopt};
  People out;
  // References in no order of names, so that which of two comes first is a matter of its own.
  std::uint8_t number = 0;
  for (int twice = 0; twice < 2; ++twice)
    for (const std::string& name : names)
      for (const auto& birth : births) {
        number = static_cast<std::uint8_t>(number + 37);
        out.emplace_back(base::StreamId{{number}}, Identity{name, birth});
      }
  return out;
}

TEST(LikePairs, AreThoseThatComparingEveryTwoFinds) {
  const People people = people_of_few_names();
  std::vector<LikePair> found = like_pairs(people);
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](const LikePair& a, const LikePair& b) {
    return a.likeness < b.likeness;
  })) << "the most alike first";
  std::vector<LikePair> expected;
  for (const auto& [one, of_one] : people)
    for (const auto& [other, of_other] : people)
      if (one < other)
        if (const auto why = likeness(of_one, of_other)) expected.push_back({one, other, *why});
  const auto by_reference = [](const LikePair& a, const LikePair& b) {
    return std::tie(a.one, a.other) < std::tie(b.one, b.other);
  };
  std::sort(found.begin(), found.end(), by_reference);
  std::sort(expected.begin(), expected.end(), by_reference);
  EXPECT_FALSE(expected.empty());
  EXPECT_TRUE(found == expected);
}

class LikePairsOfAnOffice : public testing::Test {
 protected:
  LikePairsOfAnOffice() {
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = at;
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    {
      ledger::Ledger log = ledger::Ledger::create(folder_.file("log"), create, open).value();
      register_in(log, 1, "Ada Other");
      register_in(log, 2, "Ada Other");
    }
    office_ = Office::open({folder_.file("log"), folder_.file("accounts")}, [] { return at; }).value();
  }

  static void register_in(ledger::Ledger& log, std::uint8_t number, const std::string& name) {
    base::SubjectId subject;
    subject.bytes = {number};
    base::EventId id;
    id.bytes[15] = number;
    record::EventBuilder registered(record::person::registered, "a/log", base::StreamId{{number}});
    registered.sealed(subject, base::json::Value(base::json::Object{{"name", base::json::Value(name)}}));
    ledger::Submission submission;
    submission.events.push_back(registered.id(id).recorded(at).valid(log.zone().day_of(at)).build());
    ASSERT_TRUE(log.append({&submission, 1}).value().front());
  }

  support::TemporaryDirectory folder_;
  std::unique_ptr<Office> office_;
};

TEST_F(LikePairsOfAnOffice, AreComparedWhileTheOfficeIsFreeAndAgainOnlyWhenANameHasChanged) {
  int compared = 0;
  KeptLikePairs pairs([&](const People& people) {
    const auto held = office_->hold(); // would wait for ever
    ++compared;
    return like_pairs(people);
  });
  EXPECT_EQ(pairs.of(*office_)->pairs.size(), 1U);
  EXPECT_EQ(pairs.of(*office_)->pairs.size(), 1U);
  EXPECT_EQ(compared, 1);
  {
    const auto held = office_->hold();
    register_in(office_->ledger(), 3, "Other, Ada");
    ASSERT_TRUE(office_->follow());
  }
  EXPECT_EQ(pairs.of(*office_)->pairs.size(), 3U);
  EXPECT_EQ(compared, 2);
}

} // namespace
} // namespace probity::service
