// Allocations run again, and shares under three names, as a user meets them.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/sample_area_program.h"

namespace probity::program {
namespace {

using base::json::Value;
using testing::HasSubstr;
using testing::Not;

class AllocationProgram : public SampleAreaProgram {
 protected:
  void act(const std::string& words) const {
    const auto done =
        run("act " + words + " --case " + person_ + " --operator " + person_ + " --provider NPS");
    ASSERT_EQ(done.status, 0) << done.err;
  }
  // A person sentenced and allocated to `body` on these inputs.
  void allocate(const std::string& inputs) const {
    const std::string order = " order=0123456789abcdef0123456789abcdef";
    act("person.register --recorded 2015-10-01T09:00:00.000000Z");
    act("sentence.impose order_type=community_order length_days=300 requirements=curfew:30" + order +
        " --recorded 2015-10-01T09:10:00.000000Z");
    act("allocation.decide mappa=none deportation=false score_version=2014 " + inputs + order +
        " --recorded 2015-10-01T09:20:00.000000Z");
  }

  std::string person_ = "00000000000000000000000000000a11";
};

TEST_F(AllocationProgram, AnOverrideComesOutAsTheRuleAdvised) {
  allocate("body=CRC1 harm_level=low score=700 override=score_disputed");
  const auto answer = run("allocation check");
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.out, Not(HasSubstr("These come out differently")));
}

// Between the two readings: recorded in one, run again in the one that it names, whatever is asked for.
TEST_F(AllocationProgram, AReadingThatIsRecordedIsKept) {
  allocate("body=CRC1 harm_level=low score=689 --reading allocation_score=band");
  EXPECT_EQ(run("allocation check --score quoted").status, 0);
  const Value last = json("allocation check --score quoted").find("allocations")->array()->back();
  EXPECT_EQ(*last.find("result")->text(), "same");
  EXPECT_EQ(*last.find("came_out")->text(), "contractor");
}

TEST_F(AllocationProgram, SharesAreThreeFigures) {
  const Value plain = json("allocation shares --from 2015-04-01");
  EXPECT_NE(plain.find("people"), nullptr);
  EXPECT_NE(plain.find("starts"), nullptr);
  EXPECT_EQ(plain.find("weighted_volume"), nullptr);
  const Value weighted =
      json("allocation shares --from 2015-04-01 --contract " PROBITY_CONTRACTS "/crc-2015.toml");
  ASSERT_NE(weighted.find("weighted_volume"), nullptr);
  const auto share = [&](std::string_view of) {
    const Value& first = weighted.find(of)->array()->front();
    EXPECT_EQ(*first.find("body")->text(), "CRC1");
    return *first.find("share")->text();
  };
  EXPECT_NE(share("people"), share("starts"));
  EXPECT_NE(share("starts"), share("weighted_volume"));
  EXPECT_THAT(run("allocation shares").out, HasSubstr("not counted"));
  EXPECT_THAT(run("allocation shares --contract " PROBITY_CONTRACTS "/plain-grant.toml").err,
              HasSubstr("pays by no weighted volume"));
  EXPECT_THAT(run("allocation shares --from 2015-09-01 --to 2015-08-01").err, HasSubstr("before the first"));
}

} // namespace
} // namespace probity::program
