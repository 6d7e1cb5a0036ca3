// Posts and staff as a user meets them, on a sample area that records cases and nothing of its staff.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/sample_area_program.h"

namespace probity::program {
namespace {

using base::json::Value;
using testing::HasSubstr;

class StaffProgram : public SampleAreaProgram {
 protected:
  [[nodiscard]] support::ProgramAnswer act(const std::string& words, const std::string& record) const {
    return run("act " + words + " --role senior_manager --provider CRC1 --case " + record + an_operator);
  }
  // The row of the list whose member is that; an empty object when there is none.
  [[nodiscard]] Value row(std::string_view list, std::string_view name, std::string_view id) const {
    const Value all = json("staff");
    for (const Value& one : *all.find(list)->array())
      if (*one.find(name)->text() == id) return one;
    return Value(base::json::Object{});
  }
};

TEST_F(StaffProgram, WhoeverHoldsCasesIsListedWithThem) {
  const Value all = json("staff --provider CRC1");
  const base::json::Array& staff = *all.find("staff")->array();
  ASSERT_FALSE(staff.empty());
  std::int64_t cases = 0;
  for (const Value& one : staff) {
    EXPECT_EQ(*one.find("body")->text(), "CRC1");
    EXPECT_FALSE(*one.find("recorded")->boolean());
    cases += *one.find("cases")->integer();
  }
  EXPECT_GT(cases, 0);
  EXPECT_THAT(run("staff").out, HasSubstr("No post is recorded."));
  EXPECT_THAT(run("staff --provider nobody").out, HasSubstr("nobody holds a case"));
}

TEST_F(StaffProgram, APostIsMadeFilledAndVacated) {
  const Value before = json("staff --provider CRC1").find("staff")->array()->front();
  const std::string staff = *before.find("staff")->text();
  const std::string post = "00000000000000000000000000000077";
  const auto made = act("workforce.make_post body=CRC1 grade=probation_officer minutes=1110", post);
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_THAT(run("staff").out, HasSubstr("0 filled, 1 vacant, 0 closed."));
  EXPECT_EQ(act("workforce.fill_post staff=" + staff, post).status, 1);
  ASSERT_EQ(act("workforce.assign body=CRC1 reason=recruited", staff).status, 0);
  ASSERT_EQ(act("workforce.change_grade grade=probation_officer reason=appointed", staff).status, 0);
  const auto filled = act("workforce.fill_post staff=" + staff, post.substr(0, 31));
  ASSERT_EQ(filled.status, 0) << filled.err;
  EXPECT_EQ(*row("posts", "post", post).find("holder")->text(), staff);
  const Value after = row("staff", "staff", staff);
  EXPECT_TRUE(*after.find("recorded")->boolean());
  EXPECT_EQ(*after.find("available_points")->integer(), 1088); // half of 2176
  EXPECT_EQ(*after.find("cases")->integer(), *before.find("cases")->integer());
  ASSERT_EQ(act("workforce.start_absence kind=sickness", staff).status, 0);
  EXPECT_EQ(*row("staff", "staff", staff).find("away")->text(), "sickness");
  ASSERT_EQ(act("workforce.vacate_post reason=resigned", post).status, 0);
  EXPECT_NE(row("staff", "staff", staff).find("left"), nullptr);
  EXPECT_EQ(row("staff", "staff", staff).find("available_points"), nullptr);
}

} // namespace
} // namespace probity::program
